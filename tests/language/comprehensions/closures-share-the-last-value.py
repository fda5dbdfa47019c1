# closures share the last value
fs = [lambda: i for i in range(3)]
print([f() for f in fs])  # expect: [2, 2, 2]
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])  # expect: [0, 1, 2]
fs = [(lambda n: lambda: n)(i) for i in range(3)]
print([f() for f in fs])  # expect: [0, 1, 2]
