# integer square root by newton
def isqrt(n):
    x = 1 << ((n.bit_length() + 1) // 2)
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


print(isqrt(15), isqrt(16), isqrt(10**40), isqrt(2 * 10**60))
# expect: 3 4 100000000000000000000 1414213562373095048801688724209
