# recursive functions cross from small to big ints
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def power(n, e):
    if e == 0:
        return 1
    half = power(n, e // 2)
    return half * half * (n if e % 2 else 1)


def collatz(n, steps=0):
    return steps if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1, steps + 1)


print([fib(n) for n in range(0, 20, 3)], power(3, 29), power(3, 40), power(2, 47), power(-2, 47), power(7, 100) % 10**9)
# expect: [0, 2, 8, 34, 144, 610, 2584] 68630377364883 12157665459056928801 140737488355328 -140737488355328 928060001
print([collatz(n) for n in (27, 97, 871, 2**47 - 1, 2**50 + 1)])  # expect: [111, 118, 178, 590, 332]
def ack(m, n):
    return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3), ack(1, 50))  # expect: 9 52
