# equality and hash
print(range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 2), range(3) == [0, 1, 2], hash(range(0, 3, 2)) == hash(range(0, 4, 2)), {range(2): 1}[range(0, 2)])
# expect: True True True False True 1
