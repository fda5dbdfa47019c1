# __exit__ written in Python gets type, value and traceback in a hot loop
import sys
import traceback


class Failed(Exception):
    def __init__(self, count):
        super().__init__(count)
        self.count = count


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log[0] += 1
        return self

    def __exit__(self, kind, value, trace):
        self.log[1] += 1
        if kind is Failed:
            self.log[2] += value.count
        return kind is Failed


def swallowed(n):
    log = [0, 0, 0]
    for i in range(n):
        with Guard(log) as guard:
            if i % 2:
                raise Failed(i)
            guard.log[0] += 1
    return log


print(swallowed(300))  # expect: [450, 300, 22500]


def passed_on(n):
    log = [0, 0, 0]
    caught = 0
    for i in range(n):
        try:
            with Guard(log):
                if i % 3 == 0:
                    raise KeyError(i)
                if i % 3 == 1:
                    raise Failed(i)
        except KeyError as error:
            caught += error.args[0]
    return log, caught


print(passed_on(300))  # expect: ([300, 300, 14950], 14850)


class Looking:
    kept = []

    def __init__(self, when):
        self.when = when

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if value is not None and value.args[0] == self.when:
            self.kept.append((kind, value, trace))
            self.kept.append(trace.tb_lineno - looked.__code__.co_firstlineno)
            self.kept.append("".join(traceback.format_tb(trace)).count("line"))
            self.kept.append(sys.exception() is value)
        return True


def looked(n):
    for i in range(n):
        with Looking(170):
            raise Failed(i)
    return i


print(looked(200), Looking.kept[1:], Looking.kept[0][2] is Looking.kept[0][1].__traceback__)
# expect: 199 [3, 1, True] True


class Keeping:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.trace = trace
        self.pair = (kind, trace)
        return True


def kept(n):
    lines = set()
    for i in range(n):
        with Keeping() as keeping:
            raise ValueError(i)
        lines.add(keeping.trace.tb_lineno - kept.__code__.co_firstlineno)
        lines.add(keeping.pair[1] is keeping.trace)
    return lines


print(kept(200))  # expect: {True, 4}


class Truth:
    def __init__(self, answer):
        self.answer = answer

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return self.answer


def truths(n):
    counts = [0, 0]
    answers = [0, 1, None, "yes", [], 2.5]
    for i in range(n):
        try:
            with Truth(answers[i % 6]):
                raise LookupError(i)
            counts[0] += 1
        except LookupError:
            counts[1] += 1
    return counts


print(truths(300))  # expect: [150, 150]


class Raising:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if value.args[0] > 180:
            raise RuntimeError(value.args[0]) from value
        return True


def raising(n):
    causes = 0
    for i in range(n):
        try:
            with Raising():
                raise LookupError(i)
        except RuntimeError as error:
            causes += error.__cause__.args[0] + (error.__context__ is error.__cause__)
    return causes


print(raising(200))  # expect: 3629
log = []


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


class Plain:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        log.append("exit")
        return True


def dying(n):
    for i in range(n):
        with Plain():
            raise ValueError(Loud("held"))
        log.append("behind")


dying(120)
print(log[:3], len(log), log[:3] * 120 == log)  # expect: ['exit', 'held', 'behind'] 360 True
