# exceptions whose class has an __init__ in Python, raised and caught in hot loops: what they hold, their text, and who sees them
import sys


class Retry(Exception):
    def __init__(self, count, *more, label="none"):
        super().__init__(count)
        self.count = count
        self.label = label


class Silent(ValueError):
    def __init__(self, code):
        self.code = code


class Many(KeyError):
    def __init__(self, a, b):
        Exception.__init__(self, b, a)
        self.a = a
        self.b = b
        self.c = (a, b)
        self.d = [a]
        self.e = "five"
        self.a = -a


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


class Holder(Exception):
    def __init__(self, first, second):
        super().__init__(first)
        self.second = second


log = []


def plain(n):
    total = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise Retry(i, 7)
            if i % 3 == 1:
                raise Silent(i)
            total += 1
        except Retry as error:
            total += error.count + error.args[0] + len(error.args)
        except ValueError as error:
            total += error.code * 2 + len(error.args)
    return total


print(plain(400))  # expect: 106800


def shown(n):
    seen = []
    for i in range(n):
        try:
            raise Retry(i, label=str(i))
        except Retry as error:
            if i % 37 == 36:
                seen.append(f"{error} {error!r} {error.label} {vars(error)}")
            elif error.count == n - 1:
                seen.append(error)
    return seen


last = shown(150)
print(last[0], last[-2])
# expect: 36 Retry(36) 36 {'count': 36, 'label': '36'} 147 Retry(147) 147 {'count': 147, 'label': '147'}
print(last[-1].args, last[-1].__dict__, last[-1].__traceback__.tb_lineno - shown.__code__.co_firstlineno)
# expect: (149,) {'count': 149, 'label': '149'} 4


def many(n):
    total = 0
    kept = None
    for i in range(n):
        try:
            raise Many(i, 2)
        except KeyError as error:
            total += error.a + error.b + len(error.c) + len(error.args)
            if i == n - 2:
                kept = error
    return total, kept.args, sorted(kept.__dict__.items()), str(kept)


print(many(200))
# expect: (-18700, (2, 198), [('a', -198), ('b', 2), ('c', (198, 2)), ('d', [198]), ('e', 'five')], '(2, 198)')


def numbers(n):
    total = 0
    for i in range(n):
        value = i if i < n // 2 else (i * 0.5 if i % 2 else 2**47 + i)
        try:
            raise Silent(value)
        except Silent as error:
            total += error.code
    return total


print(numbers(200))  # expect: 7036874417782550.0


def holders(n):
    log.clear()
    for i in range(n):
        try:
            raise Holder(Loud("first"), Loud("second"))
        except Holder as error:
            error.third = 3
            log.append("caught")
        log.append("left")
    return log[:], len(log)


order, count = holders(120)
print(order[:4], count, order[:4] * 120 == order)  # expect: ['caught', 'second', 'first', 'left'] 480 True


def nested(n):
    total = 0
    for i in range(n):
        try:
            try:
                raise Retry(i)
            finally:
                total += 1
        except Retry as error:
            total += error.count
            if i == n - 5:
                total += sys.exc_info()[1].count
    return total


print(nested(200))  # expect: 20295


def escaping(n):
    if n == 150:
        raise Retry(n, label="out")
    return n


def outer(n):
    total = 0
    for i in range(n):
        try:
            total += escaping(i)
        except Retry as error:
            total += error.count * 1000
    return total


print(outer(200))  # expect: 169750


def changing(n):
    total = 0
    for i in range(n):
        if i == 100:
            Silent.__init__ = lambda self, code: setattr(self, "code", code * 1000)
        if i == 150:
            Silent.code = property(lambda self: -1, lambda self, value: None)
        try:
            raise Silent(i)
        except Silent as error:
            total += error.code
    return total


print(changing(200))  # expect: 6229900


def wrong(n):
    seen = 0
    for i in range(n):
        try:
            raise Retry(*([i] if i != 170 else []))
        except Retry as error:
            seen += error.count
        except TypeError as error:
            print(error)
    return seen


print(wrong(200))
# expect: Retry.__init__() missing 1 required positional argument: 'count'
# expect: 19730


def made(n):
    kept = []
    for i in range(n):
        error = Retry(i)
        if i % 50 == 49:
            kept.append(error)
    return [(e.count, e.args, e.__traceback__) for e in kept]


print(made(200))  # expect: [(49, (49,), None), (99, (99,), None), (149, (149,), None), (199, (199,), None)]
