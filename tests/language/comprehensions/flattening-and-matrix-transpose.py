# flattening and matrix transpose
m = [[1, 2, 3], [4, 5, 6]]
print([x for row in m for x in row], [[row[i] for row in m] for i in range(3)], [[x if x % 2 else -x for x in row] for row in m], sum(x for row in m for x in row))
# expect: [1, 2, 3, 4, 5, 6] [[1, 4], [2, 5], [3, 6]] [[1, -2, 3], [-4, 5, -6]] 21
