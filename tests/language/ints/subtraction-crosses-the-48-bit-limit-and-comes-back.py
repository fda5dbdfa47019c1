# subtraction crosses the 48 bit limit and comes back
big = 2**47
small = big - 1
print(small, small + 1, small + 1 - 1 == small)  # expect: 140737488355327 140737488355328 True
low = -(2**47)
print(low, low - 1, low - 1 + 1 == low)  # expect: -140737488355328 -140737488355329 True
total = 0
for step in range(10):
    total += big
for step in range(10):
    total -= big
print(total, total is not None, total + 1)  # expect: 0 True 1
