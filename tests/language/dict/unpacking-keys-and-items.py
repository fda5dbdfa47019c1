# unpacking keys and items
d = {"x": 1, "y": 2}
a, b = d
print(a, b, [*d], {*d} == {"x", "y"}, (*d.values(),), [k + str(v) for k, v in d.items()], max(d.items(), key=lambda kv: kv[1]))
# expect: x y ['x', 'y'] True (1, 2) ['x1', 'y2'] ('y', 2)
(k1, v1), (k2, v2) = d.items()
print(k1, v1, k2, v2, dict(reversed(d.items())))  # expect: x 1 y 2 {'y': 2, 'x': 1}
