# divmod() gives the same pair for every sign, keeps it when it is wanted, and raises as ever


def digits(n, base):
    out = []
    while n:
        n, digit = divmod(n, base)
        out.append(digit)
    return out


print([digits(10**12 + i, 7 + i)[:5] for i in range(3)])
# expect: [[1, 2, 0, 6, 1], [1, 0, 0, 0, 1], [3, 3, 4, 2, 7]]


def signs(n):
    total = 0
    kept = []
    for i in range(-n, n):
        q, r = divmod(i, 7)
        s, t = divmod(i, -3)
        total += q * 5 + r - s + t * 11
        pair = divmod(i, 4)
        if i % 50 == 0:
            kept.append(pair)
    return total, kept


print(signs(100))  # expect: (-2056, [(-25, 0), (-13, 2), (0, 0), (12, 2)])


def zero(n):
    caught = 0
    for i in range(n):
        try:
            q, r = divmod(100, n - 40 - i)
        except ZeroDivisionError as e:
            caught += 1
            message = str(e)
    return caught, message, q, r


print(zero(120))  # expect: (1, 'division by zero', -3, -17)


def mixed(values):
    out = []
    for _ in range(40):
        for a, b in values:
            out.append(divmod(a, b))
    return out[:4], len(out)


print(mixed([(7, 2), (7.5, 2), (True, 1), (2**60, 2**31)]))
# expect: ([(3, 1), (3.0, 1.5), (1, 0), (536870912, 0)], 160)


def big(n):
    x = 2**46
    for i in range(n):
        x, r = divmod(x * 2, 1)
    return x, r


print(big(100))  # expect: (89202980794122492566142873090593446023921664, 0)
