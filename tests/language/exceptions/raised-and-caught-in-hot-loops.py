# raised and caught in hot loops: handlers, contexts, tracebacks, with blocks
import sys


class Odd(Exception):
    pass


class VeryOdd(Odd):
    def __init__(self, n):
        super().__init__(n)
        self.n = n


def check(n):
    if n % 5 == 0:
        raise VeryOdd(n)
    if n % 3 == 0:
        raise Odd
    return n


log = []


def run(n):
    total = 0
    lines = set()
    for i in range(n):
        try:
            total += check(i)
        except VeryOdd as error:
            total -= error.n
            tb = error.__traceback__
            lines.add((tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_frame.f_code.co_name))
        except Odd:
            total += 1
            lines.add(repr(sys.exception()))
        else:
            total += 2
        finally:
            total += 3
    return total, sorted(map(str, lines)), sys.exception()


print(run(300))  # expect: (16450, ["(31, 17, 'check')", 'Odd()'], None)


def nested(n):
    contexts = set()
    for i in range(n):
        try:
            try:
                raise KeyError(i % 2)
            except KeyError:
                raise ValueError(i % 2)
        except ValueError as error:
            contexts.add((repr(error), repr(error.__context__), error.__cause__))
    return sorted(contexts)


print(nested(200))  # expect: [('ValueError(0)', 'KeyError(0)', None), ('ValueError(1)', 'KeyError(1)', None)]


class Guard:
    def __init__(self):
        self.entered = self.left = self.seen = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, kind, value, traceback):
        self.left += 1
        if kind is KeyError:
            self.seen += value.args[0]
            return True


def guarded(n):
    guard = Guard()
    out = 0
    for i in range(n):
        with guard as g:
            out += g.entered
            if i % 7 == 3:
                raise KeyError(i)
            out += 1
    try:
        for i in range(n):
            with guard:
                if i == n - 2:
                    raise IndexError(i)
    except IndexError as error:
        out += error.args[0]
    return out, guard.entered, guard.left, guard.seen


print(guarded(250))  # expect: (31837, 499, 499, 4518)


def lookups(n):
    table = {i: i for i in range(0, 50, 3)}
    items = [1, 2, 3]
    missed = 0
    for i in range(n):
        try:
            missed += table[i % 50]
        except KeyError as error:
            missed -= error.args[0]
        try:
            missed += items[i % 5]
        except IndexError:
            missed += 100
        try:
            missed += int("x1"[i % 2])
        except ValueError as error:
            missed += len(str(error))
    return missed


print(lookups(400))  # expect: 22008


class Dies:
    def __del__(self):
        log.append("dies")


def order(n):
    log.clear()
    for i in range(n):
        try:
            held = Dies()
            raise Odd(held)
        except Odd as error:
            del held
            log.append("handled")
        log.append("after")
    return log[:6], len(log)


print(order(120))  # expect: (['handled', 'dies', 'after', 'handled', 'dies', 'after'], 360)


def loop_in_handler(n):
    seen = 0
    try:
        raise Odd("outer")
    except Odd:
        for i in range(n):
            try:
                raise VeryOdd(i)
            except Odd as error:
                seen += error.__context__.args == ("outer",)
        current = repr(sys.exception())
    return seen, current, sys.exception()


print(loop_in_handler(150))  # expect: (150, "Odd('outer')", None)


def patterns(n):
    counts = [0, 0, 0]
    kinds = [KeyError, IndexError, OSError, ValueError]
    for i in range(n):
        try:
            raise kinds[i % 4](i)
        except LookupError:
            counts[0] += 1
        except (OSError, TypeError):
            counts[1] += 1
        except Exception:
            counts[2] += 1
    return counts


print(patterns(300))  # expect: [150, 75, 75]


def from_below(n):
    def deep(k):
        if k == 0:
            raise Odd("bottom")
        try:
            return deep(k - 1)
        finally:
            depth[0] += 1

    depth = [0]
    caught = 0
    for i in range(n):
        try:
            deep(i % 4)
        except Odd:
            caught += 1
    return caught, depth


print(from_below(150))  # expect: (150, [223])
