# building and reading
t = (1, "a", None)
print(t, (), (1,), 1, t[0], t[-1], t[1:], t[::-1], len(t), tuple("ab"), tuple([1]), tuple(), "a" in t, (*t, *[5]))
# expect: (1, 'a', None) () (1,) 1 1 None ('a', None) (None, 'a', 1) 3 ('a', 'b') (1,) () True (1, 'a', None, 5)
x = 1, 2
(a, b), c = (3, 4), 5
print(x, a, b, c, t.count(1), t.index("a"), t + (9,), t * 2, (0,) * 3)
# expect: (1, 2) 3 4 5 1 1 (1, 'a', None, 9) (1, 'a', None, 1, 'a', None) (0, 0, 0)
