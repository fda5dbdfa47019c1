# recursion with many frames
def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def paths(r, c):
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)


print(tak(10, 6, 3), fib(18), paths(6, 6))  # expect: 4 2584 924
