# attribute overwrite and del order
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


class H: pass


h = H()
h.a = D("a1")
h.a = D("a2")  # expect: del a1
print("overwritten")  # expect: overwritten
h.b = D("b")
del h.a  # expect: del a2
print("deleted")  # expect: deleted
h = None  # expect: del b
print("holder gone")  # expect: holder gone
