# parts of lists are replaced by as many items, by more, by fewer, by the list's own, in a hot loop
def flips(n):
    stack = list(range(8))
    seen = []
    for i in range(n):
        k = i % 8
        stack[: k + 1] = stack[k::-1]
        if i % 97 == 0:
            seen.append(tuple(stack))
    return seen[-3:], stack


print(flips(3000))
# expect: ([(6, 5, 4, 3, 2, 1, 7, 0), (1, 2, 3, 4, 5, 6, 7, 0), (7, 6, 5, 4, 3, 2, 1, 0)], [4, 3, 5, 2, 6, 1, 7, 0])


def own(n):
    xs = list(range(12))
    for i in range(n):
        xs[2:6] = xs[4:8]
        xs[:] = xs
        xs[i % 5 : i % 5 + 3] = (i, i + 0.5, "x")
        xs[0:2] = xs
        del xs[12:]
        xs[1:1] = [i]
        xs[1:3] = []
        xs += [i]
        xs[-30:] = xs[-1:-30:-1]
        xs[::2] = xs[::2][::-1]
    return xs


print(own(500))  # expect: [495, 497, 499, 498, 'x', 'x', 497, 499.5, 498, 494.5, 499, 494]


class Loud:
    deaths = []

    def __init__(self, name):
        self.name = name

    def __del__(self):
        Loud.deaths.append((self.name, len(xs)))


xs = [Loud(i) for i in range(6)]
for i in range(400):
    xs[1:3] = [Loud(i * 2), Loud(i * 2 + 1)]
    xs[4:2:-1] = (i, None)
print(len(Loud.deaths), Loud.deaths[:8], Loud.deaths[-4:])
# expect: 802 [(2, 6), (1, 6), (4, 6), (3, 6), (1, 6), (0, 6), (3, 6), (2, 6)] [(795, 6), (794, 6), (797, 6), (796, 6)]
xs.clear()

pairs = {}
for i in range(3000):
    key = ("a" + str(i % 40), "b" * (i % 3))
    pairs[key] = pairs.get(key, 0) + 1
    if (("a" + str(i % 50)), "b") in pairs:
        pairs[("a0", "bb")] = i
print(len(pairs), pairs[("a7", "b")], pairs[("a0", "bb")], ("a1", 1) in pairs, ("a1", "b", "c") in pairs)
# expect: 120 25 2989 False False
for step in (1, -1, 2, -3, 7):
    print([list(range(10))[a:b:step] for a in (None, -12, -3, 0, 4, 15) for b in (None, -11, -2, 0, 5, 12)][::7])
# expect: [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [], [7], [], [4], []]
# expect: [[9, 8, 7, 6, 5, 4, 3, 2, 1, 0], [], [], [], [], []]
# expect: [[0, 2, 4, 6, 8], [], [7], [], [4], []]
# expect: [[9, 6, 3, 0], [], [], [], [], []]
# expect: [[0, 7], [], [7], [], [4], []]
