# what a generator's registers held last is not its own once it has finished: collecting it drops nothing twice
import gc
import sys


def items(box):
    yield len(box)


def cycle(finish):
    box = [object()]
    source = items(box)
    next(source)
    if finish:
        for _ in source:
            pass
    box.append(sys._getframe())


def raising(box):
    try:
        yield
    except ValueError as error:
        box.append(error.__traceback__)


def thrown_into():
    box = [1]
    source = raising(box)
    next(source)
    try:
        raise ValueError
    except ValueError as error:
        try:
            source.throw(error)
        except StopIteration:
            pass


gc.collect()
for finish in (True, False):
    cycle(finish)
    print(gc.collect() > 2)
# expect: True
# expect: True
thrown_into()
print(gc.collect() > 2)  # expect: True
kept = [[i, str(i)] for i in range(1000)]
print(gc.collect(), sum(len(pair) for pair in kept))  # expect: 0 2000
