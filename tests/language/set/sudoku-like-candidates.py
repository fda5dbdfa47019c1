# sudoku like candidates
grid = [[1, 0, 3], [0, 2, 0], [3, 0, 1]]
full = {1, 2, 3}
for r in range(3):
    for c in range(3):
        if grid[r][c] == 0:
            row = set(grid[r])
            col = {grid[k][c] for k in range(3)}
            print(r, c, sorted(full - row - col))
# expect: 0 1 []
# expect: 1 0 []
# expect: 1 2 []
# expect: 2 1 []
