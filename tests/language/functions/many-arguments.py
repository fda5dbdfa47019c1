# many arguments
def f(a, b, c, d, e, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u):
    return a + u, (b, t), [c, s]


print(f(*range(20)), f(**{name: i for i, name in enumerate("abcdeghijklmnopqrstu")}))
# expect: (19, (1, 18), [2, 17]) (19, (1, 18), [2, 17])
print(max(*range(300)), len((lambda *a: a)(*range(1000))))  # expect: 299 1000
big = eval("lambda " + ", ".join(f"x{i}" for i in range(300)) + ": x299 + x0")
print(big(*range(300)))  # expect: 299
