# what is known of one object or item holds only as long as a store to another name does not reach the same one
class P:
    def __init__(self, x, y): self.x, self.y = x, y
class Q(P): pass
def objects(n, a, b):
    t = 0
    for i in range(n):
        a.x += 1
        t += b.x
        b.x += 10
        t += a.x
    return t, a.x, b.x
p = P(1, 2)
for _ in range(3):
    print(objects(200, P(0, 0), P(0, 0)), objects(200, p, p), objects(100, P(0, 0), Q(0, 0)))
# expect: (219100, 200, 2000) (440600, 2201, 2201) (54550, 100, 1000)
# expect: (219100, 200, 2000) (1320600, 4401, 4401) (54550, 100, 1000)
# expect: (219100, 200, 2000) (2200600, 6601, 6601) (54550, 100, 1000)
def many(n, ps):
    a, b, c, d, e, f = ps
    for i in range(n):
        a.x += b.x; b.x += c.x; c.x += d.x; d.x += e.x; e.x += f.x; f.x += 1
    return [q.x for q in ps]
q = P(0, 0)
print(many(100, [P(i, 0) for i in range(6)]), many(100, [q, P(1, 0), q, P(2, 0), q, P(3, 0)]))
# expect: [1584670000, 95555496, 4749827, 186853, 5454, 105] [1941727550670858827273562863103184020415790700844259, 1557144595534862867107585430828533544540498625895896, 1941727550670858827273562863103184020415790700844259, 2805877606798831443408265429197210125863677523634778, 1941727550670858827273562863103184020415790700844259, 103]
print(many(100, [P(i, 0) for i in range(6)]))  # expect: [1584670000, 95555496, 4749827, 186853, 5454, 105]
def lists(n, a, b):
    t = 0
    for i in range(n):
        a[0] += 1
        t += b[0]
        b[1] += 2
        t += a[1]
        a[2] = b[2] + 1
    return t, a, b
c = [0, 0, 0]
for _ in range(2): print(lists(200, [0, 0, 0], [5, 6, 7]), lists(200, c, c))
# expect: (1000, [200, 0, 8], [5, 406, 7]) (60300, [200, 400, 200], [200, 400, 200])
# expect: (1000, [200, 0, 8], [5, 406, 7]) (180300, [400, 800, 400], [400, 800, 400])
def same_index(n, a, i, j):
    t = 0
    for k in range(n):
        a[i] += 1
        a[j] += 2
        t += a[i]
    return t, a
print(same_index(100, [0] * 4, 1, 2), same_index(100, [0] * 4, 1, 1), same_index(100, [0] * 4, 3, -1), same_index(100, [0] * 4, 0, -4))
# expect: (5050, [0, 100, 200, 0]) (15150, [0, 300, 0, 0]) (15150, [0, 0, 0, 300]) (15150, [300, 0, 0, 0])
def neighbours(a, n):
    t = 0
    for k in range(n):
        for i in range(1, len(a) - 1):
            a[i] = a[i - 1] + a[i + 1] & 0xffff
            t += a[i - 1] + a[i] + a[i + 1]
            a[i + 1] += 1
            t ^= a[i + 1]
    return t, a
print(neighbours(list(range(20)), 40))
# expect: (58699023, [0, 64548, 38332, 58931, 25070, 20219, 6843, 26794, 15942, 843, 24801, 2700, 28946, 30102, 27086, 40871, 5977, 36676, 36734, 59])
def swaps(a, n):
    for k in range(n):
        i, j = 0, len(a) - 1
        while i < j:
            a[i], a[j] = a[j], a[i]
            i += 1
            j -= 1
    return a
print(swaps(list(range(9)), 51))  # expect: [8, 7, 6, 5, 4, 3, 2, 1, 0]
print(swaps([1, 2.5, "x", None, True, 2 ** 60, (1,), [2], 0.0], 51))
# expect: [0.0, [2], (1,), 1152921504606846976, True, None, 'x', 2.5, 1]
print(swaps([1.5, 2.5, -0.0, float("nan"), 4, 5, 6.0], 50))  # expect: [1.5, 2.5, -0.0, nan, 4, 5, 6.0]
def rotate(a, n):
    for k in range(n):
        first = a[0]
        for i in range(len(a) - 1): a[i] = a[i + 1]
        a[-1] = first
    return a
print(rotate(list(range(7)), 100), rotate(["a", 1, 2.0, None, "b"], 101), rotate([2 ** 47 - 1, -2 ** 47, 2 ** 47, 5], 101))
# expect: [2, 3, 4, 5, 6, 0, 1] [1, 2.0, None, 'b', 'a'] [-140737488355328, 140737488355328, 5, 140737488355327]
def flags(n, a):
    for k in range(n):
        for i in range(0, len(a), 3): a[i] = not a[i]
        for i in range(1, len(a), 3): a[i] = k % 2 == 0
    return a
print(flags(50, [True] * 8), flags(50, [True, False, None, 1, "x", [], 0.0]))
# expect: [True, False, True, True, False, True, True, False] [True, False, None, True, False, [], False]
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print("died", self.name)
def replaced(n):
    a = [False] * 4
    a[2] = Noisy("first")
    for k in range(n):
        for i in range(4): a[i] = True
        if k == 150: a[1] = Noisy("second")
        if k == 160: a[3] = 5
    return a
print(replaced(200))
# expect: died first
# expect: died second
# expect: [True, True, True, True]
def copied(n):
    a, b = [Noisy("third"), 1, 2], [0, 0, 0]
    for k in range(n):
        for i in range(3): b[i] = a[i]
        if k == 100: a[1] = "text"
        if k == 120: a[0] = 3
    return a, b
print(copied(150))
# expect: died third
# expect: ([3, 'text', 2], [3, 'text', 2])
def shrinks(a, n):
    got = 0
    for k in range(n):
        a[0] += 1
        got += a[0] + a[1]
        if k == n - 5: a.pop()
        if k == n - 3: del a[:]
    return got
try: shrinks([1, 2], 200)
except IndexError as e: print(e)  # expect: list index out of range
def nested(n):
    m = [[0] * 3 for _ in range(3)]
    m[2] = m[0]
    for k in range(n):
        for i in range(3):
            row = m[i]
            row[0] += 1
            m[0][1] += row[0]
            row[2] += m[2][1]
    return m
print(nested(60))  # expect: [[120, 9090, 369050], [60, 0, 183610], [120, 9090, 369050]]
