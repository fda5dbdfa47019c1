# values of mixed types as keys
d = {None: 0, (): 1, "": 2, 0: 3, b"": 4, frozenset(): 5, 1.5: 6, int: 7, len: 8, ...: 9}
print([d[k] for k in (None, (), "", 0, b"", frozenset(), 1.5, int, len, ...)])
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
