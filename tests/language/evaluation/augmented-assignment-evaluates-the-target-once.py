# augmented assignment evaluates the target once
def p(n, r):
    print(n, end=" ")
    return r


class Box:
    def __init__(self):
        self.v = 1

    def __getitem__(self, k):
        print("get", k, end=" ")
        return 10

    def __setitem__(self, k, v):
        print("set", k, v)


a = [1, 2, 3]
p("list", a)[p("index", 1)] += p("value", 5)
print(a)  # expect: list index value [1, 7, 3]
b = Box()
p("box", b).v += p("one", 1)
print(b.v)  # expect: box one 2
b[p("key", "k")] -= p("three", 3)  # expect: key get k three set k 7
x = 5
x += (x := 10) + x
print(x)  # expect: 25
