# what a call or lookup does from round to round differs: it answers, raises, raises something else, calls Python code
import sys

table = {i: i for i in range(0, 60, 3)}


class Default(dict):
    def __missing__(self, key):
        if key % 7 == 0:
            raise LookupError(key)
        return -key


def number(text):
    try:
        return int(text)
    except ValueError as error:
        return len(str(error))
    except TypeError:
        return -1


def lines_of(traceback):
    lines = []
    while traceback is not None:
        lines.append(traceback.tb_lineno - traceback.tb_frame.f_code.co_firstlineno)
        traceback = traceback.tb_next
    return lines


def pick(n):
    return table[n]


def count(n):
    default = Default(table)
    words = ["12", "x", "7", "abc", "", "99", None, "1_0"]
    found = missed = other = total = 0
    where = {}
    for i in range(n):
        try:
            found += pick(i % 100)
        except KeyError as error:
            missed += error.args[0]
            key = tuple(lines_of(error.__traceback__))
            where[key] = where.get(key, 0) + 1
            assert sys.exception() is error
        total += number(words[i % len(words)])
        try:
            other += default[i % 100]
        except LookupError as error:
            other += 1000 if type(error) is LookupError else 1
        assert sys.exception() is None
    return found, missed, other, total, where


print(count(900))  # expect: (5130, 39420, 79758, 28891, {(7, 1): 720})


# the frame of a function that has caught something ends as any other
def caught(x, keep):
    local = [x]
    try:
        return local[x]
    except IndexError as error:
        if x > 600:
            keep.append(error)
        return local[0]


def run(n):
    keep = []
    total = 0
    for i in range(n):
        total += caught(i % 5 and i, keep)
    return total, len(keep), keep[-1].__traceback__.tb_frame.f_locals["local"]


print(run(700))  # expect: (196000, 80, [699])


# an exception that leaves the loop's function at last
def deep(n, limit):
    if n == 0:
        if limit:
            raise OverflowError("bottom")
        return 1
    try:
        return deep(n - 1, limit) + 1
    finally:
        deep.calls += 1


deep.calls = 0


def outer(n):
    total = 0
    for i in range(n):
        try:
            total += deep(4, i % 3 == 0)
        except OverflowError as error:
            total += len(lines_of(error.__traceback__))
    return total, deep.calls


print(outer(300))  # expect: (1600, 1200)


def leaves():
    i = 0
    while True:
        i += 1
        if i % 10 == 0 and i > 150:
            raise StopIteration(i)
        try:
            table[i % 3 and 1000]
        except KeyError:
            continue


try:
    leaves()
except StopIteration as stop:
    print(stop.value, lines_of(stop.__traceback__))  # expect: 160 [122, 5]
