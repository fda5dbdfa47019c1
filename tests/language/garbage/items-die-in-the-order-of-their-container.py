# items die in order of their container
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


d = {"x": D("x"), "y": D("y")}
d = None
# expect: del x
# expect: del y
t = (D(1), D(2), [D(3), D(4)])
t = None
# expect: del 4
# expect: del 3
# expect: del 2
# expect: del 1
s = [D("l0"), D("l1"), D("l2")]
del s[1]  # expect: del l1
del s
# expect: del l2
# expect: del l0
