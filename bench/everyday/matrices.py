# Lists of lists of numbers.
def matmul(A, B):
    n, m, p = len(A), len(B), len(B[0])
    C = [[0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            s = 0
            for k in range(m):
                s += A[i][k] * B[k][j]
            C[i][j] = s
    return C
n = 120
A = [[(i * j) % 7 for j in range(n)] for i in range(n)]
B = [[(i + j) % 5 for j in range(n)] for i in range(n)]
C = matmul(A, B)
print(sum(map(sum, C)))
T = list(zip(*A))
D = [[sum(a * b for a, b in zip(r, c)) for c in zip(*B)] for r in A]
print(D == C)
def det(m):
    m = [r[:] for r in m]; n = len(m); d = 1.0
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        if m[p][i] == 0: return 0
        if p != i: m[i], m[p] = m[p], m[i]; d = -d
        d *= m[i][i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            for c in range(i, n): m[r][c] -= f * m[i][c]
    return d
import random
random.seed(3)
M = [[random.random() for _ in range(100)] for _ in range(100)]
print(f"{det(M):.6e}")
