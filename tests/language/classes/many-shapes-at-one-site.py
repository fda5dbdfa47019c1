# many shapes at one site
class P:
    def __init__(self, names):
        for n in names:
            setattr(self, n, len(n))


objs = [P(["a"]), P(["b", "a"]), P(["c", "bb", "a"]), P(["a", "z"]), P(["d", "e", "f", "g", "a"])]
total = 0
for i in range(500):
    o = objs[i % 5]
    o.a = o.a + i % 3
    total += o.a
print(total, [o.a for o in objs], list(objs[2].__dict__))
# expect: 25683 [100, 101, 102, 100, 101] ['c', 'bb', 'a']
