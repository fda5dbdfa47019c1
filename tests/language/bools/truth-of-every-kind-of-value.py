# truth of every kind of value
values = [0, 1, -1, 0.0, -0.0, 1e-300, 0j, "", " ", b"", [], [0], (), {}, set(), range(0), range(1), None, ...]
print([bool(v) for v in values])
# expect: [False, True, True, False, False, True, False, False, True, False, False, True, False, False, False, False, True, False, True]
print(bool(float("nan")), bool(10**30), bool(object()), bool(int), bool(lambda: 0))
# expect: True True True True True
