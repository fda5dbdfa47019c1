# subclass overrides
class Lower(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return super().__contains__(key.lower())


d = Lower(ABC=1)
d["XyZ"] = 2
print(d, d["XYZ"], "xYz" in d, d.get("XYZ"), isinstance(d, dict), len(d), d == {"ABC": 1, "xyz": 2})
# expect: {'ABC': 1, 'xyz': 2} 2 True None True 2 True
d.update(Q=3)
print(d)  # expect: {'ABC': 1, 'xyz': 2, 'Q': 3}
