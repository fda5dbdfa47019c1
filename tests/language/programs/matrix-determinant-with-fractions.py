# matrix determinant with fractions
from fractions import Fraction


def det(m):
    m = [[Fraction(x) for x in row] for row in m]
    n, sign = len(m), 1
    for i in range(n):
        pivot = next((r for r in range(i, n) if m[r][i]), None)
        if pivot is None:
            return 0
        if pivot != i:
            m[i], m[pivot] = m[pivot], m[i]
            sign = -sign
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            m[r] = [a - f * b for a, b in zip(m[r], m[i])]
    out = Fraction(sign)
    for i in range(n):
        out *= m[i][i]
    return out


print(det([[1, 2], [3, 4]]), det([[2, 0, 1], [1, 3, 2], [1, 1, 1]]), det([[1, 2], [2, 4]]), det([[0, 1], [1, 0]]), det([[(i * j + i + 1) % 7 for j in range(6)] for i in range(6)]))
# expect: -2 0 0 -1 0
