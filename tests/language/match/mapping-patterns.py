# mapping patterns
def f(x):
    match x:
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": "rect", "w": w, "h": h, **rest}:
            return f"rect {w}x{h} {rest}"
        case {"nested": {"deep": [a, _]}}:
            return f"deep {a}"
        case {1: one, None: n}:
            return f"odd keys {one} {n}"
        case {}:
            return "some mapping"
        case _:
            return "not a mapping"


for x in ({"type": "circle", "r": 2, "extra": 1}, {"type": "rect", "w": 1, "h": 2}, {"type": "rect", "w": 1, "h": 2, "c": "red"}, {"nested": {"deep": [9, 8]}}, {1: "x", None: "y"}, {}, {"type": "circle"}, [], "x"):
    print(f(x))
# expect: circle 2
# expect: rect 1x2 {}
# expect: rect 1x2 {'c': 'red'}
# expect: deep 9
# expect: odd keys x y
# expect: some mapping
# expect: some mapping
# expect: not a mapping
# expect: not a mapping
