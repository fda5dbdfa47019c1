# Raising and catching: lookups that fail, deep unwinding, finally, and context managers.
N = 120_000


class Retry(Exception):
    def __init__(self, count):
        super().__init__(count)
        self.count = count


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log[0] += 1
        return self

    def __exit__(self, kind, value, traceback):
        self.log[1] += 1
        return kind is Retry


def parse(text):
    try:
        return int(text)
    except ValueError:
        return len(text)


def deep(n):
    if n == 0:
        raise LookupError("bottom")
    try:
        return deep(n - 1)
    finally:
        parse.calls += 1


parse.calls = 0


def bench(n):
    parse.calls = 0
    log = [0, 0]
    table = {i: i for i in range(0, 100, 3)}
    hits = misses = 0
    words = ["12", "x", "7", "abc", "", "99"]
    for i in range(n):
        try:
            hits += table[i % 100]
        except KeyError as error:
            misses += error.args[0]
        misses += parse(words[i % 6])
        if i % 4 == 0:
            with Guard(log) as guard:
                if i % 8:
                    raise Retry(i)
                guard.log[0] += 1
    for i in range(n // 60):
        try:
            deep(12)
        except LookupError:
            hits += 1
    return f"{hits} {misses} {log} {parse.calls}"
