# super follows the mro of the instance
class Base:
    def hi(self):
        return ["Base"]


class L(Base):
    def hi(self):
        return ["L"] + super().hi()


class R(Base):
    def hi(self):
        return ["R"] + super().hi()


class Both(L, R):
    def hi(self):
        return ["Both"] + super().hi()


print(Both().hi(), L().hi())  # expect: ['Both', 'L', 'R', 'Base'] ['L', 'Base']


def late(self):
    return ["patched"] + super(L, self).hi()


L.hi = late
print(Both().hi())  # expect: ['Both', 'patched', 'R', 'Base']
