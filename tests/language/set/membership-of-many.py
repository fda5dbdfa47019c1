# membership of many
s = set(range(0, 10000, 3))
print(len(s), 9999 in s, 9998 in s, sum(s), len(s & set(range(0, 10000, 2))))
# expect: 3334 True False 16668333 1667
for i in range(0, 10000, 6):
    s.discard(i)
print(len(s), 6 in s, 3 in s, min(s), max(s))  # expect: 1667 False True 3 9999
