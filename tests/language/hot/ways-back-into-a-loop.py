# a way through a loop that changes what the loop took for constant comes back to the loop with what it has changed


def flags(n):
    found = False
    kind = 0
    last = None
    total = 0
    for i in range(n):
        if found:
            total += 1
            kind = 1
        else:
            total += kind
        found = i % 3 == 0
        if i % 7 == 5:
            kind = i
            last = i
        elif i % 11 == 7:
            kind = 0.5
        elif i % 13 == 12:
            kind = True
            last = "text"
    return total, kind, last, found


print(flags(400))  # expect: (11296.0, 397, 397, True)
print(flags(401))  # expect: (11297.0, 1, 397, False)


class Box:
    def __init__(self, value, step):
        self.value = value
        self.step = step


class Other:
    def __init__(self, value, step):
        self.step = step
        self.value = value


def changes(n):
    # what is read and never written on the first way is replaced on others
    box = Box(1, 2)
    limit = [5, 6, 7]
    scale = 3
    out = []
    for i in range(n):
        out.append(box.value + scale * limit[1])
        if i % 50 == 40:
            scale = scale + 1
        elif i % 50 == 41:
            box = Box(box.value + box.step, 3)
        elif i % 50 == 42:
            limit = [i, i + 1]
        elif i % 150 == 143:
            box = Other(box.value, 1)
        elif i % 150 == 144:
            scale = scale + 0.5
        elif i % 150 == 145:
            limit = (1, 2, 3)
        elif i % 150 == 146:
            box.value = 10**20
        elif i % 150 == 147:
            box.value = 4
    return len(out), sum(out), out[-3:]


print(changes(100))  # expect: (100, 12967, [471, 471, 471])
print(changes(1000))  # expect: (1000, 6.00000000000006e+20, [25826.0, 25826.0, 25826.0])


def nested(rows, columns):
    total = 0
    seen = None
    for i in range(rows):
        items = list(range(i % 4, columns))
        for item in items:
            if item & 1:
                total += item
                continue
            for ch in "ab" * (item % 3):
                total += ord(ch)
                seen = ch
            if seen == "b":
                seen = None
                items[-1] += 1
    return total, seen


print(nested(200, 9))  # expect: (130300, None)


def while_in_for(n):
    steps = 0
    longest = (0, 0)
    for start in range(1, n):
        x = start
        count = 0
        while x != 1:
            x = x // 2 if x % 2 == 0 else 3 * x + 1
            count += 1
        if count > longest[1]:
            longest = (start, count)
        steps += count
    return steps, longest


print(while_in_for(600))  # expect: (32494, (327, 143))


def inner(items, limit):
    # a loop of its own in a function that is inlined in a loop
    position = 0
    while position < len(items) and items[position] < limit:
        position += 1
    return position


def outer(n):
    items = list(range(20))
    other = [x / 2 for x in range(20)]
    return sum(inner(other if i % 5 == 4 else items, i % 23) for i in range(n)), [inner(items, i) for i in range(3)]


print(outer(300))  # expect: (3510, [0, 1, 2])


def loop_around(n):
    total = 0
    items = list(range(30))
    for i in range(n):
        total += inner(items, i % 31)
        if i % 40 == 39:
            items = [x + 0.5 for x in range(25)]
        elif i % 60 == 59:
            items = list(range(30))
    return total


print(loop_around(500))  # expect: 7275


def raises(n):
    # an iterator that ends, raises or is replaced between two rounds
    got = []
    source = iter(range(n))
    for i in range(n):
        try:
            value = next(source)
            if value % 17 == 16:
                source = iter([value, "x", value])
            if value % 9 == 8:
                raise KeyError(value)
        except StopIteration:
            source = iter(range(i, n + 5))
            got.append(-1)
        except KeyError as error:
            got.append(error.args[0])
        except TypeError:
            got.append("type")
    return len(got), got[:8], got[-3:]


print(raises(300))  # expect: (1, [8], [8])
