# arguments live as long as the caller keeps them
# python: 3.14
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def f(a, *args, **kw):
    a = None
    print("in f", len(args), len(kw))


f(D(1), D(2), k=D(3))
# expect: del 1
# expect: in f 1 1
# expect: del 3
# expect: del 2
print("after f")  # expect: after f
x = D(4)
f(x)  # expect: in f 0 0
print("x alive", x.n)  # expect: x alive 4


def g(d):
    del d
    print("in g")


g(D(5))
# expect: del 5
# expect: in g
f(*[D(6), D(7)])
# expect: del 6
# expect: in f 1 0
# expect: del 7
x = None  # expect: del 4
print("end")  # expect: end
