# `+` and `*` of strings, lists and tuples, in hot loops: plain ones, empty ones, subclasses that say otherwise, numbers that are none or too large


class Words(list):
    def __add__(self, other):
        return "Words.__add__"


class Pair(tuple):
    def __radd__(self, other):
        return "Pair.__radd__"


class Times(int):
    def __rmul__(self, other):
        return "Times.__rmul__"


class Text(str):
    pass


def add(a, b):
    try:
        return a + b
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def times(a, b):
    try:
        return a * b
    except Exception as error:
        return f"{type(error).__name__}: {error}"


left = [[], [1], "", "ab", (), (1, 2), Words([1]), Pair((1,)), Text("x"), b"q", 3, None]
for a in left:
    seen = []
    for b in left:
        for _ in range(30):
            result = add(a, b)
        seen.append(result)
    print(type(a).__name__, seen)
# expect: list [[], [1], 'TypeError: can only concatenate list (not "str") to list', 'TypeError: can only concatenate list (not "str") to list', 'TypeError: can only concatenate list (not "tuple") to list', 'TypeError: can only concatenate list (not "tuple") to list', [1], 'Pair.__radd__', 'TypeError: can only concatenate list (not "Text") to list', 'TypeError: can only concatenate list (not "bytes") to list', 'TypeError: can only concatenate list (not "int") to list', 'TypeError: can only concatenate list (not "NoneType") to list']
# expect: list [[1], [1, 1], 'TypeError: can only concatenate list (not "str") to list', 'TypeError: can only concatenate list (not "str") to list', 'TypeError: can only concatenate list (not "tuple") to list', 'TypeError: can only concatenate list (not "tuple") to list', [1, 1], 'Pair.__radd__', 'TypeError: can only concatenate list (not "Text") to list', 'TypeError: can only concatenate list (not "bytes") to list', 'TypeError: can only concatenate list (not "int") to list', 'TypeError: can only concatenate list (not "NoneType") to list']
# expect: str ['TypeError: can only concatenate str (not "list") to str', 'TypeError: can only concatenate str (not "list") to str', '', 'ab', 'TypeError: can only concatenate str (not "tuple") to str', 'TypeError: can only concatenate str (not "tuple") to str', 'TypeError: can only concatenate str (not "Words") to str', 'Pair.__radd__', 'x', 'TypeError: can only concatenate str (not "bytes") to str', 'TypeError: can only concatenate str (not "int") to str', 'TypeError: can only concatenate str (not "NoneType") to str']
# expect: str ['TypeError: can only concatenate str (not "list") to str', 'TypeError: can only concatenate str (not "list") to str', 'ab', 'abab', 'TypeError: can only concatenate str (not "tuple") to str', 'TypeError: can only concatenate str (not "tuple") to str', 'TypeError: can only concatenate str (not "Words") to str', 'Pair.__radd__', 'abx', 'TypeError: can only concatenate str (not "bytes") to str', 'TypeError: can only concatenate str (not "int") to str', 'TypeError: can only concatenate str (not "NoneType") to str']
# expect: tuple ['TypeError: can only concatenate tuple (not "list") to tuple', 'TypeError: can only concatenate tuple (not "list") to tuple', 'TypeError: can only concatenate tuple (not "str") to tuple', 'TypeError: can only concatenate tuple (not "str") to tuple', (), (1, 2), 'TypeError: can only concatenate tuple (not "Words") to tuple', 'Pair.__radd__', 'TypeError: can only concatenate tuple (not "Text") to tuple', 'TypeError: can only concatenate tuple (not "bytes") to tuple', 'TypeError: can only concatenate tuple (not "int") to tuple', 'TypeError: can only concatenate tuple (not "NoneType") to tuple']
# expect: tuple ['TypeError: can only concatenate tuple (not "list") to tuple', 'TypeError: can only concatenate tuple (not "list") to tuple', 'TypeError: can only concatenate tuple (not "str") to tuple', 'TypeError: can only concatenate tuple (not "str") to tuple', (1, 2), (1, 2, 1, 2), 'TypeError: can only concatenate tuple (not "Words") to tuple', 'Pair.__radd__', 'TypeError: can only concatenate tuple (not "Text") to tuple', 'TypeError: can only concatenate tuple (not "bytes") to tuple', 'TypeError: can only concatenate tuple (not "int") to tuple', 'TypeError: can only concatenate tuple (not "NoneType") to tuple']
# expect: Words ['Words.__add__', 'Words.__add__', 'Words.__add__', 'Words.__add__', 'Words.__add__', 'Words.__add__', 'Words.__add__', 'Words.__add__', 'Words.__add__', 'Words.__add__', 'Words.__add__', 'Words.__add__']
# expect: Pair ['TypeError: can only concatenate tuple (not "list") to tuple', 'TypeError: can only concatenate tuple (not "list") to tuple', 'TypeError: can only concatenate tuple (not "str") to tuple', 'TypeError: can only concatenate tuple (not "str") to tuple', (1,), (1, 1, 2), 'TypeError: can only concatenate tuple (not "Words") to tuple', (1, 1), 'TypeError: can only concatenate tuple (not "Text") to tuple', 'TypeError: can only concatenate tuple (not "bytes") to tuple', 'TypeError: can only concatenate tuple (not "int") to tuple', 'TypeError: can only concatenate tuple (not "NoneType") to tuple']
# expect: Text ['TypeError: can only concatenate str (not "list") to str', 'TypeError: can only concatenate str (not "list") to str', 'x', 'xab', 'TypeError: can only concatenate str (not "tuple") to str', 'TypeError: can only concatenate str (not "tuple") to str', 'TypeError: can only concatenate str (not "Words") to str', 'Pair.__radd__', 'xx', 'TypeError: can only concatenate str (not "bytes") to str', 'TypeError: can only concatenate str (not "int") to str', 'TypeError: can only concatenate str (not "NoneType") to str']
# expect: bytes ["TypeError: can't concat list to bytes", "TypeError: can't concat list to bytes", "TypeError: can't concat str to bytes", "TypeError: can't concat str to bytes", "TypeError: can't concat tuple to bytes", "TypeError: can't concat tuple to bytes", "TypeError: can't concat Words to bytes", 'Pair.__radd__', "TypeError: can't concat Text to bytes", b'qq', "TypeError: can't concat int to bytes", "TypeError: can't concat NoneType to bytes"]
# expect: int ["TypeError: unsupported operand type(s) for +: 'int' and 'list'", "TypeError: unsupported operand type(s) for +: 'int' and 'list'", "TypeError: unsupported operand type(s) for +: 'int' and 'str'", "TypeError: unsupported operand type(s) for +: 'int' and 'str'", "TypeError: unsupported operand type(s) for +: 'int' and 'tuple'", "TypeError: unsupported operand type(s) for +: 'int' and 'tuple'", "TypeError: unsupported operand type(s) for +: 'int' and 'Words'", 'Pair.__radd__', "TypeError: unsupported operand type(s) for +: 'int' and 'Text'", "TypeError: unsupported operand type(s) for +: 'int' and 'bytes'", 6, "TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'"]
# expect: NoneType ["TypeError: unsupported operand type(s) for +: 'NoneType' and 'list'", "TypeError: unsupported operand type(s) for +: 'NoneType' and 'list'", "TypeError: unsupported operand type(s) for +: 'NoneType' and 'str'", "TypeError: unsupported operand type(s) for +: 'NoneType' and 'str'", "TypeError: unsupported operand type(s) for +: 'NoneType' and 'tuple'", "TypeError: unsupported operand type(s) for +: 'NoneType' and 'tuple'", "TypeError: unsupported operand type(s) for +: 'NoneType' and 'Words'", 'Pair.__radd__', "TypeError: unsupported operand type(s) for +: 'NoneType' and 'Text'", "TypeError: unsupported operand type(s) for +: 'NoneType' and 'bytes'", "TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'", "TypeError: unsupported operand type(s) for +: 'NoneType' and 'NoneType'"]
counts = [0, 1, 2, -1, True, False, Times(2), 1.0, 2**63, "a"]
for a in left[:10]:
    seen = []
    for b in counts:
        for _ in range(30):
            result = times(a, b), times(b, a)
        seen.append(result)
    print(type(a).__name__, seen)
# expect: list [([], []), ([], []), ([], []), ([], []), ([], []), ([], []), ('Times.__rmul__', []), ("TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'float'"), ("OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer"), ("TypeError: can't multiply sequence by non-int of type 'str'", "TypeError: can't multiply sequence by non-int of type 'list'")]
# expect: list [([], []), ([1], [1]), ([1, 1], [1, 1]), ([], []), ([1], [1]), ([], []), ('Times.__rmul__', [1, 1]), ("TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'float'"), ("OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer"), ("TypeError: can't multiply sequence by non-int of type 'str'", "TypeError: can't multiply sequence by non-int of type 'list'")]
# expect: str [('', ''), ('', ''), ('', ''), ('', ''), ('', ''), ('', ''), ('Times.__rmul__', ''), ("TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'float'"), ("OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer"), ("TypeError: can't multiply sequence by non-int of type 'str'", "TypeError: can't multiply sequence by non-int of type 'str'")]
# expect: str [('', ''), ('ab', 'ab'), ('abab', 'abab'), ('', ''), ('ab', 'ab'), ('', ''), ('Times.__rmul__', 'abab'), ("TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'float'"), ("OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer"), ("TypeError: can't multiply sequence by non-int of type 'str'", "TypeError: can't multiply sequence by non-int of type 'str'")]
# expect: tuple [((), ()), ((), ()), ((), ()), ((), ()), ((), ()), ((), ()), ('Times.__rmul__', ()), ("TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'float'"), ("OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer"), ("TypeError: can't multiply sequence by non-int of type 'str'", "TypeError: can't multiply sequence by non-int of type 'tuple'")]
# expect: tuple [((), ()), ((1, 2), (1, 2)), ((1, 2, 1, 2), (1, 2, 1, 2)), ((), ()), ((1, 2), (1, 2)), ((), ()), ('Times.__rmul__', (1, 2, 1, 2)), ("TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'float'"), ("OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer"), ("TypeError: can't multiply sequence by non-int of type 'str'", "TypeError: can't multiply sequence by non-int of type 'tuple'")]
# expect: Words [([], []), ([1], [1]), ([1, 1], [1, 1]), ([], []), ([1], [1]), ([], []), ('Times.__rmul__', [1, 1]), ("TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'float'"), ("OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer"), ("TypeError: can't multiply sequence by non-int of type 'str'", "TypeError: can't multiply sequence by non-int of type 'Words'")]
# expect: Pair [((), ()), ((1,), (1,)), ((1, 1), (1, 1)), ((), ()), ((1,), (1,)), ((), ()), ('Times.__rmul__', (1, 1)), ("TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'float'"), ("OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer"), ("TypeError: can't multiply sequence by non-int of type 'str'", "TypeError: can't multiply sequence by non-int of type 'Pair'")]
# expect: Text [('', ''), ('x', 'x'), ('xx', 'xx'), ('', ''), ('x', 'x'), ('', ''), ('Times.__rmul__', 'xx'), ("TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'float'"), ("OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer"), ("TypeError: can't multiply sequence by non-int of type 'str'", "TypeError: can't multiply sequence by non-int of type 'Text'")]
# expect: bytes [(b'', b''), (b'q', b'q'), (b'qq', b'qq'), (b'', b''), (b'q', b'q'), (b'', b''), ('Times.__rmul__', b'qq'), ("TypeError: can't multiply sequence by non-int of type 'float'", "TypeError: can't multiply sequence by non-int of type 'float'"), ("OverflowError: cannot fit 'int' into an index-sized integer", "OverflowError: cannot fit 'int' into an index-sized integer"), ("TypeError: can't multiply sequence by non-int of type 'str'", "TypeError: can't multiply sequence by non-int of type 'bytes'")]

same = [1, 2]
doubled = same
for _ in range(3):
    doubled *= 2
print(same is doubled, len(same))  # expect: True 16
one = ("a", [])
for _ in range(50):
    two = one * 1
    three = one + ()
    four = () + one
print(two is one, three is one, four is one)  # expect: True True True
shared = [[]] * 3
for _ in range(40):
    shared = shared + [[]] * 2
shared[0].append(1)
print(len(shared), shared[1], shared[4])  # expect: 83 [1] []
grown = tail = (0,)
for i in range(40):
    grown += (i,)
print(tail, len(grown))  # expect: (0,) 41
