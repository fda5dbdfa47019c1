# round trip of literals through eval
for v in (1, -5, 2**70, 1.5, -0.0, 1e100, 2j, "a'b\"\n", b"\x00'", [1, [2]], (1,), {}, {"k": (1, 2)}, {1, 2}, None, True, ..., frozenset({1})):
    print(eval(repr(v)) == v, end=" ")
print(eval(repr(float("0.1"))) == 0.1)
# expect: True True True True True True True True True True True True True True True True True True True
