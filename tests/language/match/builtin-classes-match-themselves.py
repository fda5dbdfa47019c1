# builtin classes match themselves
def f(x):
    match x:
        case bool(b):
            return "bool", b
        case int(i):
            return "int", i
        case str(s):
            return "str", s
        case list([a, *_]):
            return "list", a
        case dict(d):
            return "dict", d
        case tuple((a, b)):
            return "pair", a, b
        case set(s) | frozenset(s):
            return "set", len(s)
        case bytes(b) | bytearray(b):
            return "bytes", b
        case float(v):
            return "float", v


print(*[f(x) for x in (True, 3, "s", [1, 2], {"k": 1}, (1, 2), {1}, frozenset(), b"b", bytearray(b"c"), 1.5, None, [], 1j)], sep="\n")
# expect: ('bool', True)
# expect: ('int', 3)
# expect: ('str', 's')
# expect: ('list', 1)
# expect: ('dict', {'k': 1})
# expect: ('pair', 1, 2)
# expect: ('set', 1)
# expect: ('set', 0)
# expect: ('bytes', b'b')
# expect: ('bytes', bytearray(b'c'))
# expect: ('float', 1.5)
# expect: None
# expect: None
# expect: None
