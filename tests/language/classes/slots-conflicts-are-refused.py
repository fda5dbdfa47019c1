# slots conflicts are refused
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: type("A", (), {"__slots__": ("x",), "x": 1}))
# expect: ValueError: 'x' in __slots__ conflicts with class variable
attempt(lambda: type("A", (), {"__slots__": ("1x",)}))  # expect: TypeError: __slots__ must be identifiers
attempt(lambda: type("A", (), {"__slots__": (5,)}))
# expect: TypeError: __slots__ items must be strings, not 'int'
attempt(lambda: type("A", (), {"__slots__": ("__dict__", "__dict__")}))
# expect: TypeError: __dict__ slot disallowed: we already got one
attempt(lambda: type("A", (int,), {"__slots__": ("x",)}))
# expect: TypeError: nonempty __slots__ not supported for subtype of 'int'
attempt(lambda: type("A", (tuple,), {"__slots__": ("x",)}))
# expect: TypeError: nonempty __slots__ not supported for subtype of 'tuple'
A = type("A", (), {"__slots__": ("a",)})
B = type("B", (), {"__slots__": ("b",)})
attempt(lambda: type("C", (A, B), {}))  # expect: TypeError: multiple bases have instance lay-out conflict
D = type("D", (), {"__slots__": "single"})
d = D()
d.single = 1
print(d.single)  # expect: 1
