# method resolution with property overrides
class Base:
    @property
    def v(self):
        return 1


class Sub(Base):
    @property
    def v(self):
        return super().v + 1


class SubSetter(Base):
    @Base.v.setter
    def v(self, x):
        print("set", x)


s = SubSetter()
s.v = 5  # expect: set 5
print(Sub().v, s.v, Base.v is not Sub.v)  # expect: 2 1 True


class Plain(Base):
    v = 10


print(Plain().v)  # expect: 10
