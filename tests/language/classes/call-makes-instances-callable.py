# call makes instances callable
class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *, scale=1):
        return (self.n + x) * scale


a = Adder(5)
print(a(1), a(1, scale=10), callable(a), list(map(a, [1, 2])), Adder.__call__(a, 0))
# expect: 6 60 True [6, 7] 5
a.__call__ = lambda x: "instance attribute is ignored"
print(a(1))  # expect: 6
