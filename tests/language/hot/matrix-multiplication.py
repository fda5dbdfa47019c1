# matrix multiplication
def matmul(a, b):
    n, m, p = len(a), len(b), len(b[0])
    c = [[0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            s = 0
            for k in range(m):
                s += a[i][k] * b[k][j]
            c[i][j] = s
    return c


a = [[(i * j) % 7 for j in range(12)] for i in range(12)]
b = [[(i + j) % 5 + 0.5 for j in range(12)] for i in range(12)]
print(matmul(a, a)[3], matmul(a, b)[5][:4], sum(map(sum, matmul(b, b))))
# expect: [0, 111, 117, 165, 94, 142, 148, 0, 111, 117, 165, 94] [91.0, 82.0, 88.0, 109.0] 10610.0
