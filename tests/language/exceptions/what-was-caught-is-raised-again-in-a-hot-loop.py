# bare raise, finally and nested handlers in hot loops, with tracebacks that are looked at only sometimes
def bare(n):
    s = 0
    for i in range(n):
        try:
            try:
                raise ValueError(i)
            except ValueError:
                s += 1
                raise
        except ValueError as e:
            if i % 100 == 99:
                tb = e.__traceback__
                s += e.args[0] + tb.tb_lineno - bare.__code__.co_firstlineno
                s += 1000 if tb.tb_next is None else 0
    return s


def cleaned(n):
    done = caught = 0
    for i in range(n):
        try:
            try:
                if i % 3:
                    raise KeyError(i)
            finally:
                done += 1
        except KeyError:
            caught += 1
    return done, caught


def unmatched(n):
    log = []
    for i in range(n):
        try:
            try:
                [][i]
            except (KeyError, TypeError):
                log.append("never")
        except IndexError as e:
            if i % 90 == 80:
                log.append((str(e), e.__traceback__.tb_lineno - unmatched.__code__.co_firstlineno, e.__context__))
    return log


def over_items(n):
    s = 0
    for i in range(n):
        try:
            for x in [1, 2, i]:
                try:
                    if x == i:
                        raise LookupError(x)
                except LookupError:
                    s += x
                    raise
        except LookupError:
            s += 1
    return s


def before_it_is_raised(n):
    log = []
    for i in range(n):
        try:
            e = ValueError(i)
            if i % 100 == 90:
                log.append(e.__traceback__ is None)
            raise e
        except ValueError:
            pass
    return log, e.__traceback__ is not None


def out_of_the_function(i):
    try:
        if i & 1:
            raise ValueError(i)
        return i
    except ValueError:
        if i & 2:
            raise
        return -i


def caller(n):
    s = 0
    for i in range(n):
        try:
            s += out_of_the_function(i)
        except ValueError as e:
            s += 7
            depth, tb = 0, e.__traceback__
            while tb:
                depth, tb = depth + 1, tb.tb_next
            s += depth
    return s


class Noisy:
    log = []

    def __init__(self, n):
        self.n = n

    def __del__(self):
        Noisy.log.append(self.n)


def temporaries_die(n):
    seen = []
    for i in range(n):
        try:
            try:
                [Noisy(i), [].pop()]
            finally:
                seen.append(len(Noisy.log))
        except IndexError:
            seen.append(len(Noisy.log))
    return seen[-4:]


import sys


def handled(n):
    kinds = set()
    for i in range(n):
        try:
            try:
                raise KeyError
            except KeyError:
                if i % 64 == 63:
                    kinds.add(repr(sys.exception()))
                raise
        except KeyError:
            if i % 64 == 62:
                kinds.add(repr(sys.exception()))
        if i % 64 == 61:
            kinds.add(repr(sys.exception()))
    return sorted(kinds)


print(bare(400))  # expect: 5416
print(cleaned(400))  # expect: (400, 266)
print(unmatched(300))
# expect: [('list index out of range', 5, None), ('list index out of range', 5, None), ('list index out of range', 5, None)]
print(over_items(300))  # expect: 45150
print(before_it_is_raised(400))  # expect: ([True, True, True, True], True)
print(caller(400))  # expect: 20800
print(temporaries_die(200), Noisy.log[-3:])  # expect: [199, 199, 200, 200] [197, 198, 199]
print(handled(300))  # expect: ['KeyError()', 'None']
