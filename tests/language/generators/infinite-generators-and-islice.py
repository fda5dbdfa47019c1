# infinite generators and islice
from itertools import islice, takewhile, count


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(islice(primes(), 15)), list(takewhile(lambda x: x < 100, fib())), next(x for x in fib() if x > 10**20))
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47] [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89] 135301852344706746049
