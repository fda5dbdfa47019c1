# eight queens and knights
def queens(n, row=0, cols=0, d1=0, d2=0):
    if row == n:
        return 1
    total = 0
    for c in range(n):
        if not (cols >> c & 1 or d1 >> (row + c) & 1 or d2 >> (row - c + n) & 1):
            total += queens(n, row + 1, cols | 1 << c, d1 | 1 << row + c, d2 | 1 << row - c + n)
    return total


print([queens(n) for n in range(1, 8)])  # expect: [1, 0, 0, 2, 10, 4, 40]
