# branches of a loop leave its values alone
class Counter:
    def __init__(self):
        self.hits = 0
        self.items = []


def mixed(n):
    c = Counter()
    s, t, last, flag = 0, 0.5, None, False
    for i in range(n):
        if i % 3 == 0:
            s += i
            last = i
        elif i % 5 == 0:
            t *= 1.0001
            c.hits += 1
            flag = True
        elif i % 7 == 0:
            c.items.append(str(i))
            last = c.items[-1]
        else:
            s -= 1
            flag = not flag
    return s, round(t, 6), last, flag, c.hits, len(c.items), c.items[-1]


def nested(n):
    rows = [[(i * j) % 7 for j in range(n)] for i in range(n)]
    count = [0, 0, 0]
    for row in rows:
        best = None
        for x in row:
            if best is None or x > best:
                best = x
            if x == 0:
                count[0] += 1
            elif x & 1:
                count[1] += x
            else:
                count[2] -= x
        count.append(best)
    return count[:3], sum(count[3:])


print(mixed(4000))  # expect: (2665505, 0.527372, 3999, False, 533, 305, '3997')
print(nested(60))  # expect: ([999, 3895, -5206], 306)
print(mixed(50))  # expect: (385, 0.5003, '49', False, 6, 4, '49')
