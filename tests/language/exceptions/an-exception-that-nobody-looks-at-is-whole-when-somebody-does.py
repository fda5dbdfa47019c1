# exceptions raised and caught in a hot loop have their arguments, traceback, context and lifetime whenever somebody looks
import sys

log = []


class Loud:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return self.name

    def __eq__(self, other):
        return self is other

    def __del__(self):
        log.append(self.name)


class Plain(Exception):
    pass


def where(error):
    frames = []
    tb = error.__traceback__
    while tb is not None:
        frames.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        tb = tb.tb_next
    return frames


def missing(n, odd):
    table = {1: 2}
    total = 0
    for i in range(n):
        try:
            total += table[i + 5]
        except KeyError as error:
            total += error.args[0]
            if i % odd == odd - 1:
                log.append((repr(error), where(error), error.__context__, error.__cause__, error is sys.exception()))
        total += 1
    return total


print(missing(200, 60))  # expect: 21100
print(log)
# expect: [('KeyError(64)', [('missing', 5)], None, None, True), ('KeyError(124)', [('missing', 5)], None, None, True), ('KeyError(184)', [('missing', 5)], None, None, True)]
log.clear()


def parse(words, n):
    bad = total = 0
    for i in range(n):
        try:
            total += int(words[i % len(words)])
        except ValueError:
            bad += 1
            if i % 70 == 66:
                log.append((str(sys.exc_info()[1]), where(sys.exc_info()[1])))
    return total, bad


print(parse(["1", "x", "-22", "", "7 ", "+", "1_000"], 240))  # expect: (33525, 103)
print(log)
# expect: [("invalid literal for int() with base 10: ''", [('parse', 4)]), ("invalid literal for int() with base 10: ''", [('parse', 4)]), ("invalid literal for int() with base 10: ''", [('parse', 4)])]
log.clear()


def raising(n, kinds):
    seen = [0, 0, 0]
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError(i, "odd")
            elif i % 3 == 1:
                raise Plain(i)
            raise KeyError
        except (ValueError, KeyError) as error:
            seen[0] += len(error.args)
            kept = error
        except Plain as error:
            seen[1] += error.args[0]
            if i % 30 == 28:
                try:
                    raise LookupError(i)
                except LookupError as inner:
                    log.append((inner.args, inner.__context__.args, where(inner), where(inner.__context__)))
        finally:
            seen[2] += 1
    return seen, kept


seen, kept = raising(150, 3)
print(seen, type(kept).__name__, where(kept))  # expect: [100, 3725, 150] KeyError [('raising', 8)]
print(log)
# expect: [((28,), (28,), [('raising', 16)], [('raising', 7)]), ((58,), (58,), [('raising', 16)], [('raising', 7)]), ((88,), (88,), [('raising', 16)], [('raising', 7)]), ((118,), (118,), [('raising', 16)], [('raising', 7)]), ((148,), (148,), [('raising', 16)], [('raising', 7)])]
log.clear()


# what an exception holds dies with it, at the end of its handler
def holding(n):
    table = {}
    for i in range(n):
        try:
            table[Loud(i)]
        except KeyError:
            log.append(("handled", i))
        log.append(("after", i))


holding(90)
print(log[:6])  # expect: [('handled', 0), 0, ('after', 0), ('handled', 1), 1, ('after', 1)]
print(all(log[3 * i : 3 * i + 3] == log[:3] or log[3 * i] == ("handled", i) for i in range(90)), len(log))
# expect: True 270
log.clear()


# a handler that goes on, returns or breaks
def leaves(n, how):
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError as error:
            if i < 80:
                continue
            if how == "break":
                break
            if how == "return":
                return error
            if how == "raise":
                raise
            if how == "other":
                raise TypeError("other") from error
    return "left"


print(leaves(100, "break"))  # expect: left
error = leaves(100, "return")
print(error.args, where(error))  # expect: (80,) [('leaves', 3)]
for how in ("raise", "other"):
    try:
        leaves(100, how)
    except Exception as error:
        print(type(error).__name__, error.args, where(error), error.__cause__ and (error.__cause__.args, where(error.__cause__)))
# expect: ValueError (80,) [('<module>', 144), ('leaves', 3)] None
# expect: TypeError ('other',) [('<module>', 144), ('leaves', 14)] ((80,), [('leaves', 3)])


# try around the loop: its iterator is dropped
class Items:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        return self.n

    def __del__(self):
        log.append("dropped")


def around(n):
    total = 0
    for i in range(n):
        try:
            for x in Items(4):
                if x == 1:
                    raise Plain
                total += x
        except Plain:
            total += len(log)
            log.clear()
    return total


print(around(120))  # expect: 720


# classes that come to do something of their own
class Grows(Exception):
    pass


def grows(n):
    out = []
    for i in range(n):
        try:
            raise Grows(i)
        except Grows as error:
            out.append(error.args)
        if i == 80:
            Grows.__init__ = lambda self, x: log.append(("init", x))
        if i == 100:
            Grows.args = "own"
    return out


print(grows(120)[78:83], len(log), log[:2])
# expect: [(78,), (79,), (80,), (81,), (82,)] 39 [('init', 81), ('init', 82)]
log.clear()


# the frame's variables are seen through the traceback, and in handlers of generators
def numbers(n):
    for i in range(n):
        try:
            raise Plain(i)
        except Plain as error:
            if i % 40 == 39:
                yield error.__traceback__.tb_frame.f_locals["i"], where(error)
            else:
                yield i
            if i % 41 == 40:
                log.append(sys.exception() is error)
        log.append(sys.exception())


out = list(numbers(90))
print(out[38:41], out[79], len(log), [x for x in log if x is not None])
# expect: [38, (39, [('numbers', 3)]), 40] (79, [('numbers', 3)]) 92 [True, True]
