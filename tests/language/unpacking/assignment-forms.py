# assignment forms
a, b = 1, 2
(c, d) = [3, 4]
[e, f] = "ef"
g, (h, [i, j]) = 1, (2, (3, 4))
k, *l, m = range(6)
*n, o = [1]
p, *q = "x"
(r, *s), t = ("abc", 9)
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t)
# expect: 1 2 3 4 e f 1 2 3 4 0 [1, 2, 3, 4] 5 [] 1 x [] a ['b', 'c'] 9
a, b = b, a
x = y = z = []
x.append(1)
print(a, b, z, x is y)  # expect: 2 1 [1] True
