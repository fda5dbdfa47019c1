# ranges, slices and iterators that a trace makes itself behave as those that the core makes


def nested(n):
    total = 0
    for i in range(n):
        for j in range(i):
            total += j
        for j in range(10, i, 3):
            total += j
        for j in range(i, 0, -2):
            total -= j
        for x in [1, 2, i]:
            total += x
        for x in (1, 2, i):
            total += x
        numbers = range(i)
        total += len(numbers) + (numbers[-1] if i else 0)
        if i % 50 == 49:
            total += len(str(numbers)) + (i - 1 in numbers) + (numbers == range(0, i, 1))
    return total


def far_apart(n):
    seen = 0
    for i in range(n):
        low, high = (0, 3) if i % 40 != 39 else (-(2**47), 2**47 - 1)
        for j in range(low, high):
            seen += j & 7
            if j > low + 4:
                break
    return seen


def growing(n):
    out = []
    for i in range(n):
        items = [i, i + 1]
        for x in items:
            if len(items) < 6:
                items.append(x + 2)
        out.append(sum(items))
    return sum(out), out[-1]


def left_in_the_middle(n):
    found = []
    for i in range(n):
        waiting = iter(range(i, i + 5))
        for j in waiting:
            if j % 3 == 0:
                break
        found.append(next(waiting, -1))
        rest = list(waiting)
        if i % 20 == 7:
            found.append(len(rest))
        try:
            for x in [3, 2, 1, i % 30, 5]:
                found.append(60 // x)
        except ZeroDivisionError as error:
            found.append(len(str(error)))
    return len(found), sum(found)


def pairs(n):
    for i in range(n):
        for j in range(i % 5):
            yield i, j


def slices(n):
    items = list(range(20))
    total = 0
    text = "hello world"
    for i in range(n):
        total += len(items[1 : i % 20]) + items[i % 7 :: -1][0] * 2
        items[: i % 5 + 1] = items[i % 5 :: -1]
        total += items[3] + len(text[i % 5 :]) + len((1, 2, 3, i)[i % 3 :])
        if i % 30 == 29:
            items[2:4] = (i, i + 1, i + 2)
            items[-1:] = []
        if i % 100 == 99:
            try:
                items[::2] = [1]
            except ValueError as error:
                total += len(str(error))
            try:
                total += len(text[:: i % 100 - 99])
            except ValueError as error:
                total += len(str(error))
    return total, items[:6]


print(nested(300))  # expect: 3856442
print(far_apart(400))  # expect: 1320
print(growing(500))  # expect: (756000, 3009)
print(left_in_the_middle(300))  # expect: (1805, 84410)
print(sum(i * j for i, j in pairs(700)))  # expect: 491400
print(slices(1500))  # expect: (3261076, [1471, 1469, 1499, 1500, 1501, 1470])
print(sum([1, 2, 3]), sum([0.1] * 10), sum((1, 2, 0.5)), sum([1, 2**60, 2**62]), sum([True, 2]), sum([0.5, 1, 2.5]), sum([1, 2j]))
# expect: 6 1.0 3.5 5764607523034234881 3 4.0 (1+2j)
