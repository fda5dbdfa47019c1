# a script makes new globals between and in its loops; only one that hides a builtin matters to what is hot
import builtins


def work(n):
    total = 0
    for i in range(n):
        total += len("abc") + abs(-i)
    return total


seen = []
for step in range(300):
    if step == 40:
        first_new = 1
    if step == 80:
        globals()["second new"] = 2
    if step == 120:
        globals()[17] = "no name at all"
    if step == 160:
        builtins.fresh = 5
    if step == 200:
        len = lambda text: 100
    if step == 240:
        del len
    if step == 280:
        globals()["a" + "bs"] = lambda x: 1000
    seen.append(work(10))
for step in (0, 39, 40, 80, 120, 160, 199, 200, 239, 240, 279, 280, 299):
    print(step, seen[step])
# expect: 0 75
# expect: 39 75
# expect: 40 75
# expect: 80 75
# expect: 120 75
# expect: 160 75
# expect: 199 75
# expect: 200 1045
# expect: 239 1045
# expect: 240 75
# expect: 279 75
# expect: 280 10030
# expect: 299 10030
del abs
print(work(10), fresh)  # expect: 75 5
fresh = 6
print(fresh)  # expect: 6
del fresh
print(fresh)  # expect: 5
