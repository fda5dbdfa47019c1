# the same loop calls functions that have closures, others, and none: a closure is looked into only where there is one
def multiples(n):
    return lambda x: x % n == 0


def between(low, high):
    def test(x):
        return low <= x < high

    return test


def odd(x):
    return x % 2


class Always:
    def __call__(self, x):
        return True


def first(predicate, items):
    for item in items:
        if predicate(item):
            return item
    return None


predicates = [multiples(3), odd, between(10, 20), None, Always(), multiples(7), bool, str, between(2.5, 2**70)]
data = [*range(1, 40), 2.5, "", None]
total = 0
for n in range(150):
    predicate = predicates[n % len(predicates)]
    numbers = data[: 30 + n % 10]
    total += len(list(filter(predicate, numbers)))
    if predicate is not None:
        found = first(predicate, numbers)
        total += found or 0
print(total, [len(list(filter(p, range(25)))) for p in predicates])
# expect: 3983 [9, 12, 10, 24, 25, 4, 24, 25, 22]


def walk(visit, tree, *rest):
    visit(tree, *rest)
    for child in tree[1:]:
        walk(visit, child, (tree[0], len(tree)), tree)


seen = []
tree = ("a", ("b", ("c",), ("d", ("e",))), ("f",))
for n in range(40):
    walk(lambda node, *rest: seen.append((node[0], rest[:1])), tree)
print(len(seen), seen[-1], seen[0])  # expect: 240 ('f', (('a', 3),)) ('a', ())
