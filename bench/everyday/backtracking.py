# Sudoku and queens.
def solve(b):
    for i in range(81):
        if b[i] == 0:
            r, c = divmod(i, 9)
            used = set(b[r*9:r*9+9]) | {b[k*9+c] for k in range(9)}
            br, bc = r//3*3, c//3*3
            for y in range(3):
                for x in range(3): used.add(b[(br+y)*9+bc+x])
            for v in range(1, 10):
                if v not in used:
                    b[i] = v
                    if solve(b): return True
            b[i] = 0
            return False
    return True
p = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"
for _ in range(60):
    b = [int(c) for c in p]
    solve(b)
print("".join(map(str, b)))
def queens(n, row=0, cols=0, d1=0, d2=0):
    if row == n: return 1
    c = 0
    for i in range(n):
        m = 1 << i
        if cols & m or d1 & (1 << (row+i)) or d2 & (1 << (row-i+n)): continue
        c += queens(n, row+1, cols | m, d1 | 1 << (row+i), d2 | 1 << (row-i+n))
    return c
print(queens(8))
