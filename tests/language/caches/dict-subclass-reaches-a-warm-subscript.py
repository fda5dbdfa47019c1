# dict subclass reaches a warm subscript
class D(dict):
    def __getitem__(self, k):
        return ("hook", k)

    def __missing__(self, k):
        return "missing"


class M(dict):
    def __missing__(self, k):
        return ("missing", k)


def get(d, k):
    return d[k]


d = {"a": 1}
for _ in range(50):
    get(d, "a")
print(get(D(a=2), "a"), get(M(a=3), "a"), get(M(), "z"))  # expect: ('hook', 'a') 3 ('missing', 'z')
try:
    get(d, "z")
except KeyError as e:
    print("KeyError", e)  # expect: KeyError 'z'
print(get([5], 0), get("xyz", 1))  # expect: 5 y
