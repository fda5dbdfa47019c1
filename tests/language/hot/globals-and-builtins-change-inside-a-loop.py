# globals and builtins change inside a loop
scale = 1
total = 0
for i in range(900):
    if i == 300:
        scale = 2
    if i == 600:
        len = lambda x: 1000
    total += len("abc") * scale
del len
print(total, len("abc"))  # expect: 602700 3


def f():
    return scale


r = []
for scale in (1, 2, 3):
    r.append([f() for _ in range(100)][-1])
print(r)  # expect: [1, 2, 3]
