# Run once when Krait is built: what V8 has compiled of Krait's scripts by the end of it is kept for all later starts (bin/cached-script.js). So it does
# a little of what most programs do, and has the JIT compile some of it. What is kept and not used costs every start a little, what is missing costs
# those that need it five times as much. (Instructions of the processor with what this leaves / what `pass` leaves: an empty program 215 / 206
# million, the first iteration of bench/programs/comprehensions.py 1,600 / 1,640.)
import sys
from collections import deque

FEW, MANY = 20, 150_000


class Shape:
    kind = "shape"

    def __init__(self, width, height):
        self.width = width
        self.height = height

    @property
    def area(self):
        return self.width * self.height

    def grow(self, by=1):
        self.width += by
        return self

    def __eq__(self, other):
        return isinstance(other, Shape) and self.width == other.width

    def __lt__(self, other):
        return self.width < other.width

    def __add__(self, other):
        return Shape(self.width + other.width, self.height)


class Square(Shape):
    __slots__ = ()

    def __init__(self, side):
        super().__init__(side, side)

    def __repr__(self):
        return f"Square({self.width!r})"


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n

    def __enter__(self):
        return self

    def __exit__(self, *info):
        return False

    def __getitem__(self, i):
        return i + 1

    def __len__(self):
        return 3

    def __contains__(self, x):
        return x == 1


def ints(n):
    total = 0
    i = 0
    while i < n:
        total += i * i % 7 - (i // 3 & 0xFF) ^ (i << 2 | i >> 1)
        if i % 5 == 0 and not total < 0 or i == 3:
            total -= 1
        i += 1
    return total


def floats(n):
    x = 0.5
    for i in range(n):
        x = x * 0.99 + i / 3.0 - x**2 % 7.0
        if abs(x) > 1e6:
            x = -1.0
    return round(x, 3)


def lists(n):
    rows = [[0] * 8 for _ in range(8)]
    stack = []
    for i in range(n):
        row = rows[i & 7]
        row[i % 8] += i
        a, b = row[1], row[-1]
        row[0], row[2] = b, a
        stack.append((i, a))
        if len(stack) > 20:
            stack.pop()
            del stack[5:]
            part = stack[1:4]
            stack.extend(part)
            stack.insert(0, (0, 0))
        elif (0, 0) in stack:
            first, *rest = stack
    for i, (a, b) in enumerate(stack * 20):
        for c, d in zip(rows[1], rows[2]):
            n += a if c > d else b
    return sum(rows[3]), max(rows[4]), sorted(stack, key=lambda pair: -pair[0])[:2], n


def dicts(n):
    counts = {}
    seen = set()
    for i in range(n):
        key = i % 50
        counts[key] = counts.get(key, 0) + 1
        word = "k%d" % (i % 9)
        if word not in counts:
            counts[word] = []
        counts[word].append(i)
        if i in seen:
            seen.discard(i)
        seen.add(i % 70)
        if i % 60 == 0:
            counts.pop(word, None)
            seen = {x for x in seen if x & 1} | {1, 2}
    total = 0
    for _ in range(n // 100):
        for key, value in counts.items():
            if isinstance(value, list):
                total += len(value)
        for key in counts:
            total += 1
    return total, len(seen), {k: v for k, v in counts.items() if isinstance(v, int)}


def texts(n):
    out = []
    text = "the quick brown fox"
    for i in range(n):
        c = text[i % 19]
        if c.isalpha() and c != "q" or c == " ":
            out.append(c)
        s = f"{i}:{c}" + str(i)
        if s.startswith("1") or s.endswith("9"):
            out.append(s.upper().strip().replace("1", "2"))
        if len(out) > 50:
            joined = "".join(out)
            out = joined.split(":")[:3]
        n += ord(c) - ord(chr(65 + i % 3)) + int("12") + len(text[2:9])
    return n, hash(text) == hash(str(text)), text.encode().decode()


def objects(n):
    shape = Shape(1, 2)
    other = Square(3)
    total = 0
    for i in range(n):
        shape.grow(by=2).grow()
        total += shape.area + other.area
        if shape == other or other < shape:
            total += 1
        made = Shape(i, 1) + shape
        total += made.width
        if hasattr(made, "depth") or type(made) is Square or shape.kind is None:
            total = 0
    return total, repr(other)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def tree(depth):
    return (tree(depth - 1), depth, tree(depth - 1)) if depth else None


def walk(node):
    if node is not None:
        left, value, right = node
        yield from walk(left)
        yield value
        yield from walk(right)


def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x


def iterating(n):
    total = 0
    for x in evens(range(n)):
        total += x
    for x in walk(tree(3)):
        total += x
    for _ in range(20):
        with Countdown(n // 10) as countdown:
            for x in countdown:
                total += x
                if x in countdown:
                    total += countdown[x] + len(countdown)
    total += sum(i * 2 for i in range(n)) + len([j for j in range(n) if j & 1])
    total += any(x < 0 for x in range(n)) + all(map(lambda x: x >= 0, range(n)))
    squares = [[x * y for y in range(10)] for x in range(n // 10)]
    queue = deque(range(5))
    for i in range(n):
        queue.append(queue.popleft() + i)
    return total, len(squares), queue[0], min(reversed(squares[-1])), list(filter(None, range(3)))


def raising(n):
    caught = 0
    table = {1: 2}
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError(i)
            caught += table[i]
        except KeyError:
            caught += 1
        except ValueError as error:
            caught += len(error.args)
        finally:
            caught += 1
    return caught


def closures(n):
    count = 0

    def bump(by, *more, scale=1, **names):
        nonlocal count
        count += by * scale + len(more) + len(names)
        return count

    for i in range(n):
        bump(i)
        bump(1, 2, scale=3)
        bump(*(1, 2), **{"other": 1})
    return count


class Ball:
    def __init__(self, x, speed):
        self.x = x
        self.speed = speed


def moving(n):
    balls = [Ball(i * 1.5, 0.25) for i in range(4)]
    seed, hits = 42, 0
    for _ in range(n // 4):
        for ball in balls:
            ball.x += 0.01 * ball.speed
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            if seed % 3 == 0 and (ball.x - 1.0) ** 2 < 4.0 or abs(ball.x) ** 0.5 > 9.0:
                ball.speed = -ball.speed
                hits += 1
    return hits


def grids(n):
    a = [[i + j for j in range(6)] for i in range(6)]
    total = 0
    for _ in range(n // 30):
        for i in range(6):
            row, j = a[i], 5
            while j > i and row[j] > 0:
                row[i], row[j] = row[j], row[i]
                total += row[j]
                j -= 1
        a[0][1:4] = a[1][1:4]
        total += sum(x * y for x, y in zip(a[2], a[3])) + len(a[4][::2]) + a[5].index(a[5][2])
    return total, tuple(map(str, a[0]))


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value
        return self.value + 1


async def step(value):
    return value + await Ready(value)


async def job(n):
    total = 0
    for i in range(n):
        total += await step(i)
    return total


def echo():
    got = 0
    while True:
        got = yield got


def awaiting(n):
    waiting = deque([job(n // 2), job(n // 2)])
    total = 0
    while waiting:
        one = waiting.popleft()
        try:
            total += one.send(None)
            waiting.append(one)
        except StopIteration as done:
            total += done.value
    to = echo()
    next(to)
    for i in range(n):
        total += to.send(i)
    return total


def words(n):
    counts, out = {}, []
    for i in range(n // 10):
        for word in "one two three two".split():
            counts[word] = counts.get(word, 0) + 1
        line = f"{i:>5}|{i / 7:.2f}|" + ",".join(str(x) for x in (i, "two"))
        out.append(line[2:] if line.find("9") < 0 else line.lower())
        if b"ab"[i & 1] == 97 and len(out) > 9:
            out.clear()
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[0], len(out)


def large(n):
    x = 1
    for i in range(1, 50):
        x = x * i + (x >> 3)
    return len(str(x)), x % 1_000_007, n


def main():
    for work in (ints, floats, lists, dicts, texts, objects, iterating, raising, closures, moving, grids, awaiting, words, large):
        print(work.__name__, len(repr(work(FEW))))
    print(fib(8))
    for _ in range(2):
        for work in (ints, floats, lists, dicts, texts, objects, iterating, raising, closures, moving, grids, awaiting, words):
            work(MANY)
        fib(22)
    try:
        {}["missing"]
    except KeyError as error:
        print("no", error, file=sys.stderr)


if __name__ == "__main__":
    main()
