# big factorials and catalan numbers
def factorial(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


def catalan(n):
    return factorial(2 * n) // (factorial(n + 1) * factorial(n))


def bell(n):
    row = [1]
    for _ in range(n):
        new = [row[-1]]
        for x in row:
            new.append(new[-1] + x)
        row = new
    return row[0]


print(factorial(60), [catalan(n) for n in range(12)], catalan(50), bell(30))
# expect: 8320987112741390144276341183223364380754172606361245952449277696409600000000000000 [1, 1, 2, 5, 14, 42, 132, 429, 1430, 4862, 16796, 58786] 1978261657756160653623774456 846749014511809332450147
print(sum(map(int, str(factorial(300)))), factorial(100) % 101, len(str(factorial(1000))))
# expect: 2466 100 2568
s = 0
k = 1
for _ in range(60):
    s = (s << 7) ^ (k * k * k)
    k = k * 5 + 3
print(hex(s)[-40:], s.bit_count())  # expect: 6104fb9145767470a10c4ba15f0a6f7d0cd188c8 195
