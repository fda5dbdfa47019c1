# deep call chains with all kinds
class K:
    def __init__(self, depth):
        self.depth = depth

    def __call__(self, *args, **kw):
        if self.depth == 0:
            return args, kw
        return K(self.depth - 1)(*args, self.depth, **kw, **{f"k{self.depth}": self.depth})

    @classmethod
    def make(cls, n):
        return cls(n)

    @staticmethod
    def apply(f, *a, **k):
        return f(*a, **k)

    def __getattr__(self, name):
        return lambda *a: (name, a)


print(K.apply(K.make(4), "x", y=1))
# expect: (('x', 4, 3, 2, 1), {'y': 1, 'k4': 4, 'k3': 3, 'k2': 2, 'k1': 1})
print(K(0).anything(1, 2), K.apply(K.apply, K.apply, len, "abc"))  # expect: ('anything', (1, 2)) 3
