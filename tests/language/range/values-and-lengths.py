# values and lengths
for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(5, 5), range(0, -5), range(-3, 3)):
    print(r, list(r), len(r), bool(r))
# expect: range(0, 5) [0, 1, 2, 3, 4] 5 True
# expect: range(2, 8) [2, 3, 4, 5, 6, 7] 6 True
# expect: range(0, 10, 3) [0, 3, 6, 9] 4 True
# expect: range(10, 0, -3) [10, 7, 4, 1] 4 True
# expect: range(5, 5) [] 0 False
# expect: range(0, -5) [] 0 False
# expect: range(-3, 3) [-3, -2, -1, 0, 1, 2] 6 True
