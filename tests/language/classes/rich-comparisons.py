# rich comparisons
class V:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        return self.n < o.n

    def __le__(self, o):
        return self.n <= o.n

    def __eq__(self, o):
        return isinstance(o, V) and self.n == o.n


a, b = V(1), V(2)
print(a < b, a > b, a <= b, a >= b, a == V(1), a != V(1), a != b, a == 1, a in [V(1)], sorted([b, a])[0] is a)
# expect: True False True False True False True False True True
try:
    hash(a)
except TypeError as e:
    print(e)  # expect: unhashable type: 'V'
print(V.__hash__, max(a, b) is b)  # expect: None True
