# locals are released frame by frame
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def c():
    d = D("c")
    raise KeyError("x")


def b():
    d = D("b")
    c()


def a():
    d = D("a")
    try:
        b()
    except KeyError as e:
        print("handler")
    print("after handler")


a()
# expect: handler
# expect: del c
# expect: del b
# expect: after handler
# expect: del a
print("end")  # expect: end
