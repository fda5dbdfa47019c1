# truth test sees many types
class T:
    def __bool__(self):
        return False


class L:
    def __len__(self):
        return 0


def test(x):
    if x:
        return "T"
    return "F"


for _ in range(5):
    out = "".join(test(x) for x in (0, 1, 0.0, -0.0, 0.1, "", "a", [], [0], None, True, False, T(), L(), object(), 2**60, (), {}, {0}, nan := float("nan"), 0j, b"", range(0), ...))
print(out)
# raises: SyntaxError: assignment expression cannot be used in a comprehension iterable expression
