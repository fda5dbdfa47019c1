# or patterns and as
def f(x):
    match x:
        case [1 | 2 as a, ("x" | "y") as b]:
            return a, b
        case {"k": (int() | float()) as n} as whole:
            return n, whole
        case [(a, 0) | (0, a), *_]:
            return "zero with", a
        case ("a" | "b" | "c") as letter:
            return letter
        case [_, _] as pair:
            return "pair", pair


print(f([1, "y"]), f({"k": 2.5, "z": 0}), f([(5, 0)]), f([(0, 6), 1]), f("b"), f([7, 8]), f("z"))
# expect: (1, 'y') (2.5, {'k': 2.5, 'z': 0}) ('zero with', 5) ('zero with', 6) b ('pair', [7, 8]) None
