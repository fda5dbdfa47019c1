# a function's locals are dropped last to first when it returns, in hot loops too
import weakref


class Noisy:
    def __init__(self, name, log):
        self.name = name
        self.log = log

    def __del__(self):
        self.log.append(self.name)


def three(log):
    first = Noisy("first", log)
    second = Noisy("second", log)
    third = Noisy("third", log)
    return len(log)


def arguments(first, second, log):
    third = Noisy("third", log)
    first = Noisy("first", log)
    return second


def rebound(log):
    first = Noisy("first", log)
    second = first
    third = Noisy("third", log)
    first = Noisy("new first", log)


def called(log):
    target = Noisy("target", log)
    watch = weakref.ref(target, lambda r: log.append("callback"))
    return 1


def called_the_other_way(log):
    watch = None
    target = Noisy("target", log)
    watch = weakref.ref(target, lambda r: log.append("callback"))
    return 1


def called_before(log):
    keep = watch = None
    target = Noisy("target", log)
    keep = [weakref.ref(target, lambda r: log.append("callback"))]
    return 1


def deeper(n, log):
    mine = Noisy(n, log)
    other = Noisy(-n, log)
    if n:
        deeper(n - 1, log)
    return n


def items(log):
    first = Noisy("first", log)
    second = Noisy("second", log)
    yield 1
    yield 2


def closure(log):
    first = Noisy("first", log)
    second = Noisy("second", log)
    third = Noisy("third", log)

    def inner():
        return second

    return inner() is second


class Box:
    def method(self, log):
        a = Noisy("a", log)
        b = Noisy("b", log)
        return self


def raises(log):
    a = Noisy("a", log)
    b = Noisy("b", log)
    raise ValueError


def hot(function, *args):
    seen = []
    for _ in range(120):
        log = []
        function(*args, log)
        line = " ".join(str(x) for x in log)
        if not seen or seen[-1] != line:
            seen.append(line)
    print(function.__name__, seen)


hot(three)  # expect: three ['third second first']
hot(arguments, 1, 2)  # expect: arguments ['third first']
hot(rebound)  # expect: rebound ['third first new first']
hot(called)  # expect: called ['target']
hot(called_the_other_way)  # expect: called_the_other_way ['target callback']
hot(called_before)  # expect: called_before ['target callback']
hot(deeper, 3)  # expect: deeper ['0 0 -1 1 -2 2 -3 3']
hot(closure)  # expect: closure ['second third first']
hot(Box().method)  # expect: method ['b a']


def direct():
    seen = set()
    for _ in range(120):
        log = []
        three(log)
        called(log)
        called_the_other_way(log)
        called_before(log)
        closure(log)
        seen.add(" ".join(log))
    print(seen)


def generators():
    seen = set()
    for _ in range(120):
        log = []
        for x in items(log):
            pass
        log.append("closed:")
        for x in items(log):
            break
        del x
        seen.add(" ".join(log))
    print(seen)


def caught():
    seen = set()
    for _ in range(120):
        log = []
        try:
            raises(log)
        except ValueError:
            log.append("caught")
        seen.add(" ".join(log))
    print(seen)


direct()  # expect: {'third second first target target callback target callback second third first'}
generators()  # expect: {'second first closed: second first'}
caught()  # expect: {'caught b a'}
