# update, |, |= and copy of dicts that were changed in every way before
def check(d):
    for e in (dict(d), d.copy(), {} | d, d | {}):
        assert list(e.items()) == list(d.items()) and e == d
    e = {}
    e.update(d)
    f = {1: 2}
    f.clear()
    f |= d
    assert list(e) == list(f) == list(d)
    for k in list(e):
        assert e[k] == d[k] and f.pop(k) == d[k]
        e[k] = None
    for i in range(40):
        e[("more", i)] = i
    assert len(e) == len(d) + 40 and f == {} and all(("more", i) in e for i in range(40))


for size in (0, 1, 5, 8, 9, 10, 11, 21, 22, 43, 100):
    d = {i: str(i) for i in range(size)}
    check(d)
    for k in range(0, size, 3):
        del d[k]
    check(d)
    for _ in range(size // 4):
        d.popitem()
    check(d)
    for k in range(size // 2):
        d["new", k] = k
    check(d)
print("same")  # expect: same


class Dict(dict):
    def keys(self):
        return ["a"]

    def __getitem__(self, k):
        return "mine"


d = {}
d.update(Dict(x=1))
print(d, {**Dict(x=1)})  # expect: {'x': 1} {'x': 1}
g = {}
g.update(globals())
print(g["check"] is check, "__name__" in g)  # expect: True True
