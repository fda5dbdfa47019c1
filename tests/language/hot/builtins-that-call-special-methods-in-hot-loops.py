# len(), str(), repr(), abs(), iter(), next() and f-strings of objects with special methods of their own, in loops that get hot
class Size:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


def total(sizes):
    result = 0
    for size in sizes:
        result += len(size)
    return result


print(total([Size(i % 5) for i in range(300)]))  # expect: 600
print(total([Size(True)] * 100), type(len(Size(True))))  # expect: 100 <class 'int'>
print(total([Size(Index(i % 3)) for i in range(200)]))  # expect: 199
for bad in (-1, Index(-2), 1.5, "x", None, 2**70, -(2**70), Index("a")):
    sizes = [Size(2)] * 120
    sizes[77] = Size(bad)
    for what in (total, lambda sizes: sum(1 for s in sizes if s), lambda sizes: [not s for s in sizes].count(True)):
        try:
            print(what(sizes))
        except (TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__, str(error).replace("__main__.", ""))
# expect: ValueError __len__() should return >= 0
# expect: ValueError __len__() should return >= 0
# expect: ValueError __len__() should return >= 0
# expect: ValueError __len__() should return >= 0
# expect: ValueError __len__() should return >= 0
# expect: ValueError __len__() should return >= 0
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: ValueError __len__() should return >= 0
# expect: ValueError __len__() should return >= 0
# expect: ValueError __len__() should return >= 0
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError __index__ returned non-int (type str)


class Text:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

    def __abs__(self):
        return self


class Shown:
    def __repr__(self):
        return "shown"


class Formatted(Shown):
    def __format__(self, spec):
        return f"<{spec}>"


class Longer(str):
    pass


def texts(things):
    parts = []
    for thing in things:
        parts.append(str(thing) + f"{thing}{thing!s}")
    return parts


print(set(texts([Text("a")] * 200)), set(texts([Shown()] * 200)), set(texts([Formatted()] * 200)))
# expect: {'aaa'} {'shownshownshown'} {'shown<>shown'}
mixed = [Text("a")] * 60 + [Shown()] * 60 + [Formatted(), 3, "s", Text(Longer("long"))] * 30
print(sorted(set(texts(mixed))))
# expect: ['333', 'aaa', 'longlonglong', 'shown<>shown', 'shownshownshown', 'sss']
print({type(str(thing)).__name__ for thing in [Text(Longer("x"))] * 100})  # expect: {'Longer'}
try:
    texts([Text("a")] * 90 + [Text(7)])
except TypeError as error:
    print(error)  # expect: __str__ returned non-string (type int)
print({f"{thing!r}" + repr(thing) for thing in [Shown()] * 100}, {f"{thing:>4}" for thing in [Formatted()] * 100})
# expect: {'shownshown'} {'<>4>'}
print(all(abs(thing) is thing for thing in [Text("a")] * 100))  # expect: True


class Counter:
    def __init__(self, stop):
        self.at, self.stop = 0, stop

    def __iter__(self):
        return self

    def __next__(self):
        if self.at == self.stop:
            raise StopIteration
        self.at += 1
        return self.at


def drain(counter):
    result = 0
    it = iter(counter)
    while True:
        try:
            result += next(it)
        except StopIteration:
            return result


print(drain(Counter(300)), drain(Counter(0)))  # expect: 45150 0


# The class changes while the loop runs, and what a method raises comes out of it.
def changing(n):
    class Thing:
        def __len__(self):
            return 1

        def __str__(self):
            return "one"

    thing = Thing()
    seen = []
    for i in range(n):
        if i == n // 3:
            Thing.__len__ = lambda self: 2
            Thing.__str__ = lambda self: "two"
        if i == n // 2:
            del Thing.__str__
            Thing.__repr__ = lambda self: "three"
        seen.append((len(thing), str(thing), f"{thing}"))
    return [(entry, seen.count(entry)) for entry in dict.fromkeys(seen)]


print(changing(300))
# expect: [((1, 'one', 'one'), 100), ((2, 'two', 'two'), 50), ((2, 'three', 'three'), 150)]


class Failing:
    def __init__(self):
        self.calls = 0

    def __len__(self):
        self.calls += 1
        if self.calls % 50 == 0:
            raise LookupError(self.calls)
        return 3


def caught(n):
    thing, result = Failing(), []
    for i in range(n):
        try:
            len(thing)
        except LookupError as error:
            result.append(error.args[0])
    return result


print(caught(260))  # expect: [50, 100, 150, 200, 250]


# A temporary dies when its length, or its text, is known.
class Dying:
    log = []

    def __len__(self):
        Dying.log.append("len")
        return 4

    def __str__(self):
        Dying.log.append("str")
        return "dying"

    def __del__(self):
        Dying.log.append("del")


def temporaries(n):
    for _ in range(n):
        len(Dying())
        Dying.log.append("then")
        f"{Dying()}"
        str(Dying())
    return Dying.log


log = temporaries(100)
print(len(log), log[:10] * 100 == log, log[:10])
# expect: 700 False ['len', 'del', 'then', 'str', 'del', 'str', 'del', 'len', 'del', 'then']
