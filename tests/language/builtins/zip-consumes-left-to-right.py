# zip consumes left to right
a, b = iter([1, 2, 3]), iter([10, 20])
print(list(zip(a, b)), list(a), list(b))  # expect: [(1, 10), (2, 20)] [] []
a, b = iter([1, 2]), iter([10, 20, 30])
print(list(zip(a, b)), list(a), list(b))  # expect: [(1, 10), (2, 20)] [] [30]
