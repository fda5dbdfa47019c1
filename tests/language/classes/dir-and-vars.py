# dir and vars
class A:
    x = 1

    def m(self): pass


class B(A):
    def n(self): pass


b = B()
b.inst = 1
print([n for n in dir(b) if not n.startswith("__")], vars(b), [n for n in vars(B) if not n.startswith("_")], "m" in vars(A))
# expect: ['inst', 'm', 'n', 'x'] {'inst': 1} ['n'] True


class D:
    def __dir__(self):
        return ["z", "a"]


print(dir(D()))  # expect: ['a', 'z']
try:
    vars(5)
except TypeError as e:
    print(e)  # expect: vars() argument must have __dict__ attribute
