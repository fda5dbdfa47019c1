# unpack sees many kinds
# python: 3.14
def un(x):
    a, b = x
    return a, b


def gen():
    yield 1
    yield 2


for _ in range(10):
    out = [un(x) for x in ((1, 2), [3, 4], "ab", {5: 0, 6: 0}, gen(), range(2), b"xy", zip("a", "b").__class__("pq", "rs"))]
print(out)
# expect: [(1, 2), (3, 4), ('a', 'b'), (5, 6), (1, 2), (0, 1), (120, 121), (('p', 'r'), ('q', 's'))]
for bad in ((1,), [1, 2, 3], 5, gen):
    try:
        un(bad)
    except (ValueError, TypeError) as e:
        print(e)
# expect: not enough values to unpack (expected 2, got 1)
# expect: too many values to unpack (expected 2, got 3)
# expect: cannot unpack non-iterable int object
# expect: cannot unpack non-iterable function object
