# contains stops at the first equal
class Probe:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print("eq", self.name, other)
        return self.name == other


a = [Probe("a"), Probe("b"), Probe("c")]
print("b" in a, a.index("b"))
# expect: eq a b
# expect: eq b b
# expect: eq a b
# expect: eq b b
# expect: True 1
print([Probe("x")] == ["y"])
# expect: eq x y
# expect: False
