# staticmethod classmethod property stack
class A:
    count = 0

    @classmethod
    def make(cls, n):
        cls.count += 1
        o = cls()
        o.n = n
        return o

    @staticmethod
    def helper(x):
        return x + 1

    @property
    def double(self):
        return self.n * 2

    @classmethod
    def name(cls):
        return cls.__name__


class B(A):
    pass


b = B.make(5)
print(type(b).__name__, b.double, A.helper(1), b.helper(2), A.count, B.count, B.name(), b.name(), staticmethod(len)([1]))
# expect: B 10 2 3 0 1 B B 1
