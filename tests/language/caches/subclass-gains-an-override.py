# subclass gains an override
class Base:
    def who(self):
        return "base"


class Sub(Base):
    pass


class SubSub(Sub):
    pass


def ask(o):
    return o.who()


o = SubSub()
for _ in range(50):
    ask(o)
Sub.who = lambda self: "sub"
print(ask(o), ask(Base()))  # expect: sub base
SubSub.who = lambda self: "subsub"
print(ask(o))  # expect: subsub
del Sub.who
print(ask(o), ask(Sub()))  # expect: subsub base
del SubSub.who
print(ask(o))  # expect: base
Base.who = lambda self: "base2"
print(ask(o))  # expect: base2
