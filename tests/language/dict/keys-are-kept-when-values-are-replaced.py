# keys are kept when values are replaced
class K(str):
    pass


d = {K("a"): 1}
d["a"] = 2
print(type(next(iter(d))).__name__, d)  # expect: K {'a': 2}
d = {1: "x"}
d[1.0] = "y"
d[True] = "z"
print(d)  # expect: {1: 'z'}
