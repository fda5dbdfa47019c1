# bound and unbound methods
class A:
    def __init__(self, n):
        self.n = n

    def get(self, k=0):
        return self.n + k


a = A(5)
m = a.get
print(m(), m(2), A.get(a, 3), m.__self__ is a, m.__func__ is A.get, m == a.get, m is a.get, m.__name__, hash(m) == hash(a.get))
# expect: 5 7 8 True True True False get True
a.n = 50
print(m(), list(map(a.get, [1, 2])))  # expect: 50 [51, 52]
a.get = lambda: "instance"
print(a.get(), m())  # expect: instance 50
