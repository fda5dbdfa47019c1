# sums and products that are masked at once have the bits that they should, whatever comes
def lcg(n, x):
    for i in range(n): x = (x * 1103515245 + 12345) & 0x7fffffff
    return x
print(lcg(1000, 12345), lcg(1000, -7), lcg(500, 2 ** 70 + 1), lcg(3, 0))
# expect: 1603858065 1610094161 1813115597 654583775
def lcg_mod(n, x):
    for i in range(n): x = (1664525 * x + 1013904223) % 2 ** 32
    return x
print(lcg_mod(1000, 1), lcg_mod(1000, -1))  # expect: 645503657 2913422183
def fnv(data):
    h = 2166136261
    for c in data: h = ((h ^ c) * 16777619) & 0xffffffff
    return h
print(fnv(bytes(range(256)) * 3))  # expect: 1645727429
def shifts(n, x):
    out = 0
    for i in range(n):
        x ^= (x << 13) & 0xffffffff
        x ^= x >> 17
        x = (x ^ (x << 25)) & 0xffffffff
        out = (out + (x << 20) - i * 99999999999) & 0x3fffffffffff
    return x, out
print(shifts(700, 2463534242))  # expect: (540967939, 12173481192362)
def by_mask(n, masks):
    x, got = 1, []
    for i in range(n):
        mask = masks[i % len(masks)]
        x = (x * 6364136223 + 1442695040) & mask
        if i > n - 4: got.append(x)
        x &= 0xffffffff
    return got
print(by_mask(400, [0xffffff]))  # expect: [13426753, 176735, 15957505]
print(by_mask(400, [0xffffff] * 99 + [-1]))  # expect: [13426753, 176735, 1124767058066945]
print(by_mask(400, [0xffffff] * 99 + [2 ** 60 - 1]))  # expect: [13426753, 176735, 1124767058066945]
print(by_mask(400, [0xffffff] * 99 + [True]))  # expect: [13189569, 3604703, 1]
print(by_mask(100, [0] * 99 + [-2 ** 47]))  # expect: [0, 0, 0]
MULTIPLIER, INCREMENT, MODULUS = 22695477, 1, 2 ** 31
class Random:
    def __init__(self, seed): self.state, self.mask = seed, 0xffff
    def next(self):
        self.state = (self.state * MULTIPLIER + INCREMENT) % MODULUS
        return (self.state * self.state >> 3) & self.mask
    def low(self): return (self.state * 1000003 ^ self.state * 69069) & self.mask
r = Random(42)
total = 0
for i in range(1000):
    total += r.next() + r.low()
    if i == 900: r.mask = -1
    if i == 950: r.mask = 2.0 if i < 0 else 7
print(total, r.state)  # expect: 10204887218529463128 1092409026
def kept(n):
    x, got = 12345, []
    for i in range(n):
        p = x * 1103515245
        x = (p + 12345) & 0x7fffffff
        if i % 100 == 99: got.append(p)
    return got
print(kept(300))  # expect: [1180929059709422940, 2011769196848402040, 1857192820194598740]
def other_kinds(values):
    got = []
    for v in values:
        try: got.append((v * 1103515245123 + 7) & 0xffff)
        except TypeError as e: got.append(str(e))
    return got[-8:]
print(other_kinds([2 ** 40 + i for i in range(200)] + [1.5, 3, {}, None, True, -5, 2 ** 47 - 1, -2 ** 47]))
# expect: ["unsupported operand type(s) for &: 'float' and 'int'", 3792, "unsupported operand type(s) for *: 'dict' and 'int'", "unsupported operand type(s) for *: 'NoneType' and 'int'", 23114, 15544, 42436, 7]
def divided(n, zero_at):
    x, got = 1, 0
    for i in range(n):
        d = 0 if i == zero_at else i % 7 + 1
        try: x = (x * 48271314159 + x // d) & 0x3fffffff
        except ZeroDivisionError: got += x
    return x, got
print(divided(400, -1), divided(400, 350))  # expect: (467654160, 0) (1050845776, 841748612)
def large_powers(n):
    t = 0
    for i in range(n):
        v = i * 98765432101 - 2 ** 46
        t += v % 2 ** 40 + v // 2 ** 40 + v % 65536 + v // 32768 + v % 2 ** 46 + v // 2 ** 46
    return t
print(large_powers(500))  # expect: 12593928684912784
