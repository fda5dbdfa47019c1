# functions made by one def have defaults of their own, and these may be changed
def make(k):
    def f(a, *, c=k, d=10): return a + c + d
    return f
fs = [make(1), make(2)]
total = 0
for i in range(300):
    f = fs[i // 100 % 2]
    total += f(i) + f(i, d=1)
print(total)  # expect: 93800
f = make(3)
got = []
for i in range(300):
    if i == 150: f.__kwdefaults__["c"] = 50
    if i == 200: f.__kwdefaults__ = {"d": 1, "c": 2}
    if i == 250: del f.__kwdefaults__["d"]
    try: got.append(f(0))
    except TypeError as e: got.append(str(e)[:20])
print(got[149], got[150], got[199], got[200], got[249], got[250], got[299])
# expect: 13 60 60 3 3 make.<locals>.f() mi make.<locals>.f() mi
def g(a, *, c=3): return a + c
got = []
for i in range(300):
    if i == 150: g.__kwdefaults__["c"] = 50
    if i == 200: g.__kwdefaults__ = {"c": 2}
    got.append(g(0))
print(got[149], got[150], got[199], got[200])  # expect: 3 50 50 2
