# nested lists as matrices
m = [[i * 3 + j for j in range(3)] for i in range(3)]
t = [list(col) for col in zip(*m)]
p = [[sum(a * b for a, b in zip(row, col)) for col in zip(*t)] for row in m]
print(m, t, p)
# expect: [[0, 1, 2], [3, 4, 5], [6, 7, 8]] [[0, 3, 6], [1, 4, 7], [2, 5, 8]] [[5, 14, 23], [14, 50, 86], [23, 86, 149]]
m[1][2] = 99
m[0], m[2] = m[2], m[0]
print(m, [x for row in m for x in row])
# expect: [[6, 7, 8], [3, 4, 99], [0, 1, 2]] [6, 7, 8, 3, 4, 99, 0, 1, 2]
