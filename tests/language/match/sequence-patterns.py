# sequence patterns
def f(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a}"
        case [a, b]:
            return f"two {a} {b}"
        case (1, *rest):
            return f"starts with 1, rest {rest}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [*all, "end"]:
            return f"ended {all}"
        case [a, [b, c], *_]:
            return f"nested {a} {b} {c}"
        case _:
            return "no"


for x in ([], [5], (1, 2), [1, 2, 3], (7, 8, 9, 7), [2, 3, "end"], [0, [1, 2], 3], range(2), "ab", b"ab", {1, 2}, {1: 2}, 5, bytearray(b"xy"), [4, 5, 6]):
    print(repr(x), "->", f(x))
# expect: [] -> empty
# expect: [5] -> one 5
# expect: (1, 2) -> two 1 2
# expect: [1, 2, 3] -> starts with 1, rest [2, 3]
# expect: (7, 8, 9, 7) -> same ends 7
# expect: [2, 3, 'end'] -> ended [2, 3]
# expect: [0, [1, 2], 3] -> nested 0 1 2
# expect: range(0, 2) -> two 0 1
# expect: 'ab' -> no
# expect: b'ab' -> no
# expect: {1, 2} -> no
# expect: {1: 2} -> no
# expect: 5 -> no
# expect: bytearray(b'xy') -> no
# expect: [4, 5, 6] -> no
