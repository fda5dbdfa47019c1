# locals die at return in order
# python: 3.14
class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def f():
    a = D("a")
    b = D("b")
    print("in f")
    return 5


print(f())
# expect: in f
# expect: del b
# expect: del a
# expect: 5


def g(x):
    x = D("replacement")
    print("in g")


g(D("argument"))
# expect: del argument
# expect: in g
# expect: del replacement


def h():
    return D("returned")


h()  # expect: del returned
print("after h")  # expect: after h
k = h()
k = h()  # expect: del returned
print("rebound")  # expect: rebound
del k  # expect: del returned
