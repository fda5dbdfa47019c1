# defaults are evaluated once
def append(x, to=[]):
    to.append(x)
    return to


print(append(1), append(2), append(3, []), append.__defaults__)  # expect: [1, 2] [1, 2] [3] ([1, 2],)


def make():
    print("evaluated")
    return 7


def g(x=make(), *, y=make()):
    return x + y
# expect: evaluated
# expect: evaluated


print(g(), g(1), g.__defaults__, g.__kwdefaults__)  # expect: 14 8 (7,) {'y': 7}
g.__defaults__ = (100,)
g.__kwdefaults__["y"] = 1
print(g())  # expect: 101
