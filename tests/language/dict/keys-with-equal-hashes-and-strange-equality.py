# keys with equal hashes and strange equality
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class Key:
    def __init__(self, n, h=1):
        self.n, self.h = n, h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", other), end="; ")
        if self.n == "raise":
            raise ValueError("eq")
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


d = {Key(i): i for i in range(4)}
print()  # expect-json: "eq 0 1; eq 0 2; eq 1 2; eq 0 3; eq 1 3; eq 2 3; "
attempt(lambda: d[Key(2)])  # expect: eq 0 2; eq 1 2; eq 2 2; 2
attempt(lambda: d[Key(9)])  # expect: eq 0 9; eq 1 9; eq 2 9; eq 3 9; KeyError: K9
attempt(lambda: Key("raise") in d)  # expect: eq 0 raise; eq 1 raise; eq 2 raise; eq 3 raise; False
attempt(lambda: d.pop(Key(1)))  # expect: eq 0 1; eq 1 1; 1
attempt(lambda: d == {Key(i): i for i in (0, 2, 3)})
# expect: eq 0 2; eq 0 3; eq 2 3; eq 0 0; eq 0 2; eq 2 2; eq 0 3; eq 2 3; eq 3 3; True
attempt(lambda: {Key(1), Key(1), Key(2)})  # expect: eq 1 1; eq 1 2; {K1, K2}
attempt(lambda: 1 in d)  # expect: eq 0 1; eq 2 1; eq 3 1; False
attempt(lambda: {Key("a", True): 1}[Key("a", 1)])  # expect: eq a a; 1
attempt(lambda: {Key("b", 2**61): 1, Key("b", 1): 2})  # expect: {Kb: 1, Kb: 2}
class Bad:
    def __hash__(self):
        return "x"
class Big:
    def __hash__(self):
        return 2**100
attempt(hash, Bad())  # expect: TypeError: __hash__ method should return an integer
attempt(lambda: {Bad()})
# expect: TypeError: cannot use 'Bad' as a set element (__hash__ method should return an integer)
attempt(lambda: isinstance(hash(Big()), int))  # expect: True
