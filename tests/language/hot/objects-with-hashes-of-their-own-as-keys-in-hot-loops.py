# Keys whose __hash__ and __eq__ are written in Python, in loops that get hot
import dataclasses


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"Key({self.n})"


def counted(n):
    counts = {}
    for i in range(n):
        key = Key(i % 7)
        counts[key] = counts.get(key, 0) + 1
        if key in counts:
            counts[key] += 2
        if Key(-1) not in counts and Key(i % 7) in counts:
            counts[key] -= 1
    return counts


print(counted(200))
# expect: {Key(0): 58, Key(1): 58, Key(2): 58, Key(3): 58, Key(4): 56, Key(5): 56, Key(6): 56}


@dataclasses.dataclass(frozen=True)
class Place:
    x: int
    y: int


def walk(n):
    seen, todo, steps = set(), [Place(0, 0)], 0
    while todo and steps < n:
        place = todo.pop(0)
        if place in seen:
            continue
        seen.add(place)
        steps += 1
        for x, y in ((1, 0), (0, 1), (-1, -1)):
            todo.append(Place(place.x + x, place.y + y))
    return len(seen), max(p.x for p in seen), hash(Place(1, 2)) == hash((1, 2)), Place(99, 0) in frozenset(seen)


print(walk(150))  # expect: (150, 10, True, False)


# All have the same hash, so comparisons decide; some are no keys of this kind, and one is missing.
class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 5

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Same) else NotImplemented


def colliding(n):
    table, missing = {5: "five"}, 0
    for i in range(n):
        table[Same(i % 4)] = i
        try:
            table[Same(i % 6)]
        except KeyError as error:
            missing += error.args[0].n
        if i % 50 == 0:
            table[i] = Same(i)
    return len(table), missing, table[Same(2)], table[5], table.get(Same(9)), table.get(Same(9), "none")


print(colliding(200))  # expect: (9, 297, 198, 'five', None, 'none')


# What a hash raises, what is no hash, and hashes of any size.
class Odd:
    def __init__(self, answer):
        self.answer = answer

    def __hash__(self):
        if self.answer is None:
            raise LookupError("no hash")
        return self.answer


def odd(answers):
    table, result = {}, []
    for i in range(120):
        answer = answers[0] if i < 100 else answers[i % len(answers)]
        try:
            key = Odd(answer)
            table[key] = i
            assert key in table
            if i >= 100 and i < 110:
                result.append(hash(key) if abs(answer) < 100 else "large")
        except (LookupError, TypeError) as error:
            result.append(str(error))
    return len(table), result[:12]


print(odd([3, None, "text", 2**61 - 1, 2**70, -1, True]))
# expect: (115, ["cannot use 'Odd' as a dict key (__hash__ method should return an integer)", 'large', 'large', -2, 1, 3, 'no hash', "cannot use 'Odd' as a dict key (__hash__ method should return an integer)", 'large', 'large', 'no hash', "cannot use 'Odd' as a dict key (__hash__ method should return an integer)"])
print(odd([None, 1.5]))
# expect: (0, ['no hash', 'no hash', 'no hash', 'no hash', 'no hash', 'no hash', 'no hash', 'no hash', 'no hash', 'no hash', 'no hash', 'no hash'])


# The class and the container change under the loop.
class Thing:
    def __hash__(self):
        return 1


def changing(n):
    thing, table, result = Thing(), {}, []
    for i in range(n):
        if i == n // 3:
            Thing.__hash__ = lambda self: 2
        if i == n // 2:
            Thing.__hash__ = None
        if i == 2 * n // 3:
            Thing.__hash__ = lambda self: 3
        try:
            table[thing] = i
            result.append(len(table))
        except TypeError as error:
            result.append(str(error))
    return [(entry, result.count(entry)) for entry in dict.fromkeys(result)]


print(changing(300))
# expect: [(1, 100), (2, 50), ("cannot use 'Thing' as a dict key (unhashable type: 'Thing')", 50), (3, 100)]


class Growing:
    table = {}

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        if self.n % 40 == 39:
            Growing.table[self.n] = "by the hash"
        return self.n

    def __eq__(self, other):
        if self.n % 30 == 29:
            Growing.table.clear()
        return isinstance(other, Growing) and other.n == self.n


def growing(n):
    for i in range(n):
        key = Growing(i % 100)
        Growing.table[key] = i
        if Growing(i % 100) not in Growing.table:
            Growing.table["missing"] = i
    return len(Growing.table), Growing.table.get("missing")


print(growing(400))  # expect: (11, 389)


# A class that derives from dict, and one with __missing__, are not the core's own.
class Counts(dict):
    def __missing__(self, key):
        return -key.n


def derived(n):
    counts, result = Counts(), 0
    for i in range(n):
        result += counts[Key(i % 5)]
        if i % 3 == 0:
            counts[Key(i % 5)] = i
    return result


print(derived(200))  # expect: 17942


# Temporary keys die when the operation is over, unless the container keeps them.
class Dying(Key):
    log = []

    def __del__(self):
        Dying.log.append(self.n)


def dying(n):
    table, seen = {}, set()
    for _ in range(n):
        table[Dying(1)] = 0
        Dying.log.append("set")
        Dying(1) in table
        Dying.log.append("in")
        seen.add(Dying(2))
        Dying.log.append("add")
        table.get(Dying(3))
        hash(Dying(4))
        Dying.log.append("end")
    return Dying.log


log = dying(100)
print(log[:20], log[-11:])
# expect: ['set', 1, 'in', 'add', 3, 4, 'end', 1, 'set', 1, 'in', 2, 'add', 3, 4, 'end', 1, 'set', 1, 'in'] [1, 'set', 1, 'in', 2, 'add', 3, 4, 'end', 2, 1]
