# sequence patterns take lengths and stars
from collections import deque
def kind(x):
    match x:
        case []: return "empty"
        case [1]: return "one"
        case [1, 2, *rest]: return ("one two", rest)
        case [a, b] if a == b: return ("twins", a)
        case [first, *_, last] if len(x) > 3: return ("ends", first, last)
        case [*all]: return ("list", all)
        case _: return "other"


for x in ([], (), [1], (1, 2), [1, 2, 3, 4], [5, 5], [5, 6], range(5), deque([1]), "ab", b"ab", bytearray(b"x"), {1, 2}, {1: 2}, iter([1]), 5, None, (i for i in [1])):
    print(kind(x) if not hasattr(x, "send") else kind(x))
def nested(x):
    match x:
        case [[a, b], *[[c, *_]]]: return (a, b, c)
        case [(1 | 2) as n, {"k": [v]}]: return (n, v)
        case (int(n), str(s)) | [str(s), int(n)]: return (n, s)
    return None
for x in ([[1, 2], [3, 4]], [[1, 2]], [2, {"k": [9], "z": 0}], [5, "t"], ["t", 6], [1.0, "t"]):
    print(nested(x))
# raises: SyntaxError: invalid syntax
