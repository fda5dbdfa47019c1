# map strict
# python: 3.14
print(list(map(lambda a, b: (a, b), [1, 2], "ab", strict=True)))  # expect: [(1, 'a'), (2, 'b')]
try:
    list(map(lambda a, b: 0, [1, 2], [1], strict=True))
except ValueError as e:
    print(e)  # expect: map() argument 2 is shorter than argument 1
try:
    list(map(lambda a, b: 0, [1], [1, 2], strict=True))
except ValueError as e:
    print(e)  # expect: map() argument 2 is longer than argument 1
