# hanoi and gray codes
def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def gray(n):
    if n == 0:
        yield ""
        return
    half = list(gray(n - 1))
    yield from ("0" + x for x in half)
    yield from ("1" + x for x in reversed(half))


print(" ".join(hanoi(3)), len(list(hanoi(8))), list(gray(3)))
# expect: AC AB CB AC BA BC AC 255 ['000', '001', '011', '010', '110', '111', '101', '100']
