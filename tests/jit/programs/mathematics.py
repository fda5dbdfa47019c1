# Functions of the module math in hot loops, errors and odd arguments included.
import math
from math import sqrt, floor

class Half:
    def __float__(self):
        return 0.5

def attempt(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)

def roots(n):
    out = 0.0
    for i in range(n):
        out += sqrt(i * 1.5) + math.sqrt(i) + math.sqrt(float("inf") if i == n else 2.0)
        if math.isnan(math.sqrt(float("nan"))):
            out += 1
    return out

def negative(n):
    x = n * 1.0
    while True:
        math.sqrt(x)
        x -= 1.0

def functions(n):
    out = 0.0
    for i in range(n):
        x = i / 10
        out += math.sin(x) + math.cos(i) + math.atan2(x, 2) + math.hypot(3, x) + math.exp(-x) + math.log(x + 1) + floor(x) + math.ceil(x)
        out += math.gcd(i, 12) + math.sin(Half()) + math.log(8, 2) + math.pow(x, 2)
    return round(out, 6)

def overflows(n):
    for i in range(n):
        math.exp(i * 10.0)

for n in (5, 300, 1500):
    for f in (roots, negative, functions, overflows):
        attempt(f, n)
