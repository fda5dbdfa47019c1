# An ordering comparison of containers in containers asks the innermost objects
class P:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


class Silent:
    def __lt__(self, other):
        return NotImplemented


for depth in range(8):
    a, b = P(1), P(2)
    for _ in range(depth):
        a, b = (a,), (b,)
    print(a < b, b < a, sorted([b, a])[0] is a)
    x, y = Silent(), Silent()
    for _ in range(depth):
        x, y = [x], [y]
    try:
        x < y
    except TypeError as e:
        print(e)
# expect: True False True
# expect: '<' not supported between instances of 'Silent' and 'Silent'
# expect: True False True
# expect: '<' not supported between instances of 'Silent' and 'Silent'
# expect: True False True
# expect: '<' not supported between instances of 'Silent' and 'Silent'
# expect: True False True
# expect: '<' not supported between instances of 'Silent' and 'Silent'
# expect: True False True
# expect: '<' not supported between instances of 'Silent' and 'Silent'
# expect: True False True
# expect: '<' not supported between instances of 'Silent' and 'Silent'
# expect: True False True
# expect: '<' not supported between instances of 'Silent' and 'Silent'
# expect: True False True
# expect: '<' not supported between instances of 'Silent' and 'Silent'
