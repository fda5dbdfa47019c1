# tuples whose items have __hash__ and __eq__ in Python are keys like any others, in loops too
from collections import namedtuple
from enum import Enum


class State(Enum):
    IDLE = 1
    RUN = 2
    DONE = 3


class Key:
    def __init__(self, n, log=None):
        self.n = n
        self.log = log

    def __hash__(self):
        if self.log is not None:
            self.log.append(self.n)
        if self.n < 0:
            raise ValueError("no hash of %d" % self.n)
        return hash(self.n) & 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


def machine(n):
    table = {(State.IDLE, "start"): State.RUN, (State.RUN, "stop"): State.DONE, (State.DONE, "reset"): State.IDLE}
    events = ["start", "none", "stop", "start", "reset"]
    state = State.IDLE
    seen = {}
    for i in range(n):
        event = events[i % 5]
        state = table.get((state, event), state)
        seen[state, event] = seen.get((state, event), 0) + 1
        if (state, event) in table:
            seen[(state, event, i % 2)] = i
    return sorted((s.name, *rest, v) for (s, *rest), v in seen.items())


for _ in range(3):
    print(machine(200))
# expect: [('DONE', 'start', 40), ('DONE', 'stop', 40), ('IDLE', 'reset', 40), ('RUN', 'none', 40), ('RUN', 'start', 40)]
# expect: [('DONE', 'start', 40), ('DONE', 'stop', 40), ('IDLE', 'reset', 40), ('RUN', 'none', 40), ('RUN', 'start', 40)]
# expect: [('DONE', 'start', 40), ('DONE', 'stop', 40), ('IDLE', 'reset', 40), ('RUN', 'none', 40), ('RUN', 'start', 40)]


def keyed(n):
    d = {}
    s = set()
    for i in range(n):
        k = (Key(i % 7), Key(i % 3))
        d[k] = d.get(k, 0) + i
        s.add((Key(i % 5),))
        s.add((i % 2, Key(i % 2), "x", 1.5))
        if (Key(i % 9), Key(0)) in d:
            d.setdefault((Key(i % 9), 1, None), []).append(i)
    return len(d), len(s), sum(v if type(v) is int else len(v) for v in d.values())


print([keyed(150) for _ in range(3)])  # expect: [(28, 7, 11287), (28, 7, 11287), (28, 7, 11287)]
log = []
d = {(Key(1, log), (Key(2, log), Key(3, log))): "nested"}
print(d[Key(1, log), (Key(2, log), Key(3, log))], log)  # expect: nested [1, 2, 3, 1, 2, 3]


def fails(n):
    out = []
    d = {}
    for i in range(n):
        try:
            d[i, Key(-1 if i % 40 == 39 else i % 4)] = i
        except ValueError as e:
            out.append(str(e))
        try:
            d[Key(1), [] if i % 50 == 49 else i]
        except TypeError as e:
            out.append(str(e))
        except KeyError as e:
            out.append(len(e.args)) if i == 3 else None
    return out, len(d)


print(fails(110))
# expect: ([1, 'no hash of -1', "cannot use 'tuple' as a dict key (unhashable type: 'list')", 'no hash of -1', "cannot use 'tuple' as a dict key (unhashable type: 'list')"], 108)
Pair = namedtuple("Pair", "a b")


def named(n):
    d = {}
    for i in range(n):
        d[Pair(Key(i % 3), State.RUN)] = i
    return sorted(d.values()), d[(Key(1), State.RUN)], hash(Pair(1, State.RUN)) == hash((1, State.RUN))


print(named(100))  # expect: ([97, 98, 99], 97, True)
print(hash((Key(2), 1)) == hash((2, 1)), hash(()) == hash(()), hash((Key(2),)) == hash((2,)), hash((Key(1), Key(2), Key(3))) == hash((1, 2, 3)), hash((1, 2, 3, Key(2))) == hash((1, 2, 3, 2)))
# expect: True True True True True
print(hash(slice(Key(1), 2, Key(3))) == hash(slice(1, 2, 3)))  # expect: True


class Odd(tuple):
    def __len__(self):
        return 7

    def __getitem__(self, i):
        return "wrong"


print(hash(Odd((Key(1), Key(2)))) == hash((1, 2)))  # expect: True


def same_hash(n):
    t = 0
    for i in range(n):
        t += hash((Key(i % 4), State.IDLE)) == hash((i % 4, State.IDLE))
    return t


print(same_hash(100))  # expect: 100
