# nested targets and stars in loops
for a, (b, *c), d in [(1, (2, 3, 4), 5), ("x", "yz", "w")]:
    print(a, b, c, d)
# expect: 1 2 [3, 4] 5
# expect: x y ['z'] w
for i, (k, v) in enumerate({"a": 1, "b": 2}.items()):
    print(i, k, v)
# expect: 0 a 1
# expect: 1 b 2
for [x, *_], in [([1, 2],), ("ab",)]:
    print(x)
# expect: 1
# expect: a
class T:
    pass
t = T()
d = {}
for t.attr, d["key"] in [(1, 2), (3, 4)]:
    pass
print(t.attr, d)  # expect: 3 {'key': 4}
*head, (*tail, last) = 1, 2, (3, 4, 5)
print(head, tail, last)  # expect: [1, 2] [3, 4] 5
first, *rest = {"k": 1, "l": 2}
print(first, rest)  # expect: k ['l']
a, b = b, a = 1, 2
print(a, b)  # expect: 2 1
with open("/dev/null") if False else __import__("contextlib").nullcontext((1, [2, 3])) as (p, [q, r]):
    print(p, q, r)  # expect: 1 2 3
print([x + y for x, (y, *z) in [(1, [2]), (3, [4, 5])]], [*range(2), *"ab"], (*[], 1), {**{}, "a": 1})
# expect: [3, 7] [0, 1, 'a', 'b'] (1,) {'a': 1}
