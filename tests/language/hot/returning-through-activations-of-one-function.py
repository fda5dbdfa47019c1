# what a function that calls itself does on its way up through many of its own activations
seen = {}


def inside(x, y):
    if x < 0 or y < 0:
        return False
    return x + y < 14 and (x + y * y) % 5 != 3


def flood(x, y, depth):
    if not inside(x, y):
        return depth
    if (x, y) in seen:
        return depth
    n = x + y
    while n > 0:
        n -= 3
    seen[x, y] = n
    deepest = flood(x - 1, y, depth + 1)
    deepest = max(deepest, flood(x + 1, y, depth + 1))
    deepest = max(deepest, flood(x, y - 1, depth + 1))
    deepest = max(deepest, flood(x, y + 1, depth + 1))
    deepest = max(deepest, flood(x - 1, y - 1, depth + 1))
    return max(deepest, flood(x + 1, y + 1, depth + 1))


def total(n):
    result = []
    for i in range(n):
        seen.clear()
        result.append((flood(i % 4, i % 3, 0), len(seen), sum(seen.values())))
    return result


print(total(12))
# expect: [(44, 84, -88), (46, 84, -88), (48, 84, -88), (0, 0, 0), (45, 84, -88), (47, 84, -88), (50, 84, -88), (41, 84, -88), (45, 84, -88), (49, 84, -88), (0, 0, 0), (49, 84, -88)]
print(sum(map(sum, total(60))))  # expect: 2120


class Failed(Exception):
    pass


def climb(n):
    if n == 0:
        raise Failed("bottom")
    k = n
    while k > 0:
        k -= 2
    try:
        climb(n - 1)
    except Failed as failure:
        failure.args += (n,)
        if n % 3 == 0:
            raise
        raise Failed(*failure.args, k) from None
    return n


for _ in range(30):
    try:
        climb(9)
    except Failed as failure:
        last = failure.args
print(last)  # expect: ('bottom', 1, -1, 2, 0, 3, 4, 0, 5, -1, 6, 7, -1, 8, 0, 9)
