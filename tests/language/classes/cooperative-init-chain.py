# cooperative init chain
class A:
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log = getattr(self, "log", []) + ["A"]


class B(A):
    def __init__(self, b, **kw):
        super().__init__(**kw)
        self.log.append(f"B{b}")


class C(A):
    def __init__(self, c, **kw):
        super().__init__(**kw)
        self.log.append(f"C{c}")


class D(B, C):
    def __init__(self, d, **kw):
        super().__init__(**kw)
        self.log.append(f"D{d}")


print(D(d=1, b=2, c=3).log)  # expect: ['A', 'C3', 'B2', 'D1']
try:
    D(1, b=2, c=3, x=4)
except TypeError as e:
    print(e)  # expect: object.__init__() takes exactly one argument (the instance to initialize)
