# instances made in traces, their __init__ inlined, raising, seen through frame objects
import sys
class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def add(self, o):
        return V(self.x + o.x, self.y + o.y)
class D:
    live = 0
    def __init__(self, n):
        if n % 50 == 49: raise ValueError(n)
        self.n = n
        D.live += 1
class Bad:
    def __init__(self, n):
        self.n = n
        if n == 150: return 5
class F:
    def __init__(self, n):
        f = sys._getframe()
        self.name = f.f_code.co_name
        self.n = n
        self.f = f if n == 99 else None
def main():
    a = V(0, 0.5)
    d = V(1, 0.25)
    for i in range(500):
        a = a.add(d)
    print(a.x, a.y)
    keep = []
    for i in range(300):
        try:
            t = D(i)
            if i % 3 == 0: keep.append(t)
        except ValueError as e:
            print(e, e.__traceback__.tb_next.tb_lineno)
    t = None
    print(D.live, len(keep))
    try:
        for i in range(300):
            Bad(i)
    except TypeError as e:
        print(e, i)
    for i in range(300):
        f = F(i)
        if f.f is not None:
            print(f.f.f_locals['n'], f.f.f_back.f_code.co_name)
            keep.append(f)
    print(f.name, f.n)
    def f(depth):
        return V(depth, 0) if depth == 0 else f(depth - 1)
    print(f(20).x)
main()
def deep(n):
    for i in range(100):
        v = V(i, n)
    return deep(n + 1)
try:
    deep(0)
except RecursionError as e:
    print(e)
