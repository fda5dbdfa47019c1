# repeated rows are shared
rows = [[0] * 3] * 2
rows[0][1] = 5
print(rows)  # expect: [[0, 5, 0], [0, 5, 0]]
rows = [[0] * 3 for _ in range(2)]
rows[0][1] = 5
print(rows)  # expect: [[0, 5, 0], [0, 0, 0]]
