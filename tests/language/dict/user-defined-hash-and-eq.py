# user defined hash and eq
class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return len(self.name)

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f"K({self.name})"


d = {Key("ab"): 1, Key("cd"): 2, Key("xyz"): 3}
print(d[Key("cd")], Key("ef") in d, d)  # expect: 2 False {K(ab): 1, K(cd): 2, K(xyz): 3}
d[Key("ab")] = 9
del d[Key("cd")]
print(d, d.get(Key("cd"), "gone"), len({Key("a"), Key("a"), Key("b")}))  # expect: {K(ab): 9, K(xyz): 3} gone 2
