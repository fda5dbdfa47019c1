# iterating with changes to the variable
out = []
for i in range(5):
    out.append(i)
    i = 100
print(out, i)  # expect: [0, 1, 2, 3, 4] 100
for i in range(0):
    pass
print(i, list(reversed(range(0, 10, 3))), sum(range(101)), min(range(5, 0, -1)), max(range(3, 9)))
# expect: 100 [9, 6, 3, 0] 5050 1 8
