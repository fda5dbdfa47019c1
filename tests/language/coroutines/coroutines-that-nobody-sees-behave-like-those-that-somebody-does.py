# a coroutine that is made, run and dropped in a hot loop shows itself wherever somebody looks: names, state, tracebacks, lifetimes
import sys

log = []


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def square(x):
    return x * x


async def loud(i, wait):
    held = Loud(i)
    if wait:
        await Pause(i)
    return held.name


async def failing(i):
    if i % 50 == 49:
        raise ValueError(i)
    return await square(i)


async def main(n):
    total = 0
    for i in range(n):
        total += await square(i)
        total += await loud(i, i % 40 == 39)
        try:
            total += await failing(i)
        except ValueError as error:
            names, lines, tb = [], [], error.__traceback__
            while tb:
                names.append(tb.tb_frame.f_code.co_name)
                lines.append(tb.tb_lineno - main.__code__.co_firstlineno)
                tb = tb.tb_next
            log.append((error.args[0], names, lines[0]))
    return total


def drive(coroutine):
    seen = []
    value = None
    try:
        while True:
            value = coroutine.send(value)
            seen.append((value, coroutine.cr_await.__class__.__name__, coroutine.cr_frame.f_lineno - main.__code__.co_firstlineno))
            value = 1
    except StopIteration as stop:
        return stop.value, seen


total, seen = drive(main(120))
print(total)  # expect: 1132578
print(seen)  # expect: [(39, 'coroutine', 4), (79, 'coroutine', 4), (119, 'coroutine', 4)]
print([entry for entry in log if isinstance(entry, tuple)])
# expect: [(49, ['main', 'failing'], 6), (99, ['main', 'failing'], 6)]
deaths = [entry for entry in log if not isinstance(entry, tuple)]
print(deaths == list(range(120)))  # expect: True


# the innermost one is looked at while it runs
async def looks(i):
    frame = sys._getframe()
    return frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno


async def outer(n):
    last = None
    for i in range(n):
        last = await looks(i)
    return last


print(drive(outer(90))[0])  # expect: ('looks', 'outer', 2)
