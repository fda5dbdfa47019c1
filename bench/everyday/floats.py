# Monte Carlo, integrals and statistics.
import math, random, statistics
random.seed(11)
def pi_mc(n):
    c = 0
    for _ in range(n):
        x, y = random.random(), random.random()
        if x*x + y*y <= 1: c += 1
    return 4 * c / n
print(pi_mc(500000))
def simpson(f, a, b, n):
    h = (b - a) / n
    s = f(a) + f(b)
    for i in range(1, n): s += f(a + i * h) * (4 if i % 2 else 2)
    return s * h / 3
print(f"{simpson(lambda x: math.sin(x) * math.exp(-x), 0, 10, 200000):.12f}")
def newton(f, df, x):
    for _ in range(50):
        x1 = x - f(x) / df(x)
        if abs(x1 - x) < 1e-14: break
        x = x1
    return x
print(f"{sum(newton(lambda t: t * t - k, lambda t: 2 * t, k) for k in range(1, 8000)):.4f}")
xs = [random.gauss(0, 1) for _ in range(50000)]
print(f"{statistics.mean(xs):.6f} {statistics.pstdev(xs):.6f} {math.fsum(xs):.6f}")
def kmeans(pts, k, it):
    cs = pts[:k]
    for _ in range(it):
        groups = [[] for _ in range(k)]
        for p in pts:
            i = min(range(k), key=lambda j: (p[0]-cs[j][0])**2 + (p[1]-cs[j][1])**2)
            groups[i].append(p)
        cs = [(sum(p[0] for p in g)/len(g), sum(p[1] for p in g)/len(g)) if g else c for g, c in zip(groups, cs)]
    return cs
print([(round(a, 4), round(b, 4)) for a, b in kmeans([(random.random(), random.random()) for _ in range(3000)], 5, 10)])
def fft(a):
    n = len(a)
    if n == 1: return a
    e, o = fft(a[::2]), fft(a[1::2])
    t = [complex(math.cos(-2*math.pi*k/n), math.sin(-2*math.pi*k/n)) * o[k] for k in range(n//2)]
    return [e[k] + t[k] for k in range(n//2)] + [e[k] - t[k] for k in range(n//2)]
r = fft([complex(i % 17) for i in range(8192)])
print(f"{abs(r[1]):.6f} {sum(abs(z) for z in r):.4f}")
class NN:
    def __init__(self, n): self.w = [[random.uniform(-1, 1) for _ in range(n)] for _ in range(n)]
    def forward(self, x): return [math.tanh(math.fsum(wi * xi for wi, xi in zip(row, x))) for row in self.w]
nn = NN(30); x = [0.5] * 30
for _ in range(300): x = nn.forward(x)
print(f"{sum(x):.8f}")
