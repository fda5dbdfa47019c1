# f strings nest expressions
x, width, d = 3, 8, {"k": [1, 2]}
print(f"{x} {x + 1} {x!r:>{width}} {d['k'][0]} {d["k"][1]} {'a' if x > 2 else 'b'} {(lambda v: v * 2)(x)}")
# expect: 3 4        3 1 2 a 6
print(f"{f"{f"{x}"}"} {x:{'>'}{width}} {x:0{width // 2}d} {{literal}} {{{x}}} {{{{")
# expect: 3        3 0003 {literal} {3} {{
print(f'{x=} {x = } {x + 1=} {x=!s} {x=:>4} {d=}')  # expect: x=3 x = 3 x + 1=4 x=3 x=   3 d={'k': [1, 2]}
print(f"{'\n'.join(['a', 'b'])} {x,} {x, 1} {[y for y in range(3)]} { {1: 2}[1] }")
# expect: a
# expect: b (3,) (3, 1) [0, 1, 2] 2
