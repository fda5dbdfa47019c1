# yield from in hot loops: results, sends, returns, recursion
def leaf(n):
    total = 0
    for i in range(n):
        total += yield i
    return total


def middle(n):
    a = yield from leaf(n)
    b = yield from leaf(n)
    return a, b


def outer(n):
    while True:
        got = yield from middle(n)
        yield got


def walk(g, n):
    x = next(g)
    out = []
    for i in range(n):
        if isinstance(x, tuple):
            out.append(x)
            x = g.send(None)
        else:
            x = g.send(i)
    return out


print(walk(outer(5), 300))
# expect: [(10, 35), (65, 90), (120, 145), (175, 200), (230, 255), (285, 310), (340, 365), (395, 420), (450, 475), (505, 530), (560, 585), (615, 640), (670, 695), (725, 750), (780, 805), (835, 860), (890, 915), (945, 970), (1000, 1025), (1055, 1080), (1110, 1135), (1165, 1190), (1220, 1245), (1275, 1300), (1330, 1355), (1385, 1410), (1440, 1465)]


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print([sum(tree(d)) for d in range(9)], list(tree(4)))
# expect: [0, 1, 4, 11, 26, 57, 120, 247, 502] [1, 2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1]


def flatten(x):
    for y in x:
        if isinstance(y, list):
            yield from flatten(y)
        else:
            yield y


nested = [[i, [i + 1, [i + 2]], i + 3] for i in range(60)]
print(sum(flatten(nested)), list(flatten(nested[:3])))  # expect: 7440 [0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5]


def over_list(n):
    for i in range(n):
        yield from [i, i + 1]
        yield from range(2)


print(sum(over_list(200)))  # expect: 40200


def returns(n):
    for i in range(n):
        yield i
    return "done"


def ends():
    r = []
    for i in range(80):
        r.append((yield from returns(i % 3)))
    return r


g = ends()
count = 0
try:
    while True:
        next(g)
        count += 1
except StopIteration as stop:
    print(count, len(stop.value), set(stop.value))  # expect: 79 80 {'done'}
