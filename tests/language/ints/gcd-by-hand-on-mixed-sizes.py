# gcd by hand on mixed sizes
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(48, 18), gcd(2**80, 6**40), gcd(-48, 18), gcd(10**30, 10**18 + 9))  # expect: 6 1099511627776 6 1
