# the variable of a loop over a range is unbound until the first number has come, also where traces go on in the loop
import sys


def total(xs, k):
    t = 0
    for i in range(len(xs)):
        if xs[i] > k:
            t += i
        else:
            t -= 1
    return t


def last(n):
    for i in range(n):
        pass
    return i


def names(start, stop, step):
    for i in range(start, stop, step):
        if i == 7:
            break
    return sorted(sys._getframe().f_locals)


class Item:
    def __init__(self, log):
        self.log = log

    def __del__(self):
        self.log.append(sorted(sys._getframe(1).f_locals))


def dropping(n, log):
    item = Item(log)
    del item
    for i in range(n):
        item = i
    return len(log)


def nested(n, m):
    found = []
    for a in range(n):
        for b in range(a % m):
            for c in range(b, 3):
                if (a + b + c) % 5 == 0:
                    found.append((a, b, c))
        try:
            found.append((b, c))
            del b, c
        except UnboundLocalError as error:
            found.append(str(error)[:60])
    return found


def deleted(n):
    s = 0
    for i in range(n):
        s += i
        del i
    try:
        return s, i
    except UnboundLocalError as error:
        return s, type(error).__name__


def rounds(n):
    xs = [j * 7 % 31 for j in range(12)]
    s = 0
    errors = 0
    seen = set()
    log = []
    for j in range(n):
        s += total(xs[: j % 5], j & 15)
        try:
            s += last(j % 4)
        except UnboundLocalError:
            errors += 1
        seen.add(tuple(names(j % 3, 5 + j % 9, 1 + j % 2)))
        seen.add(tuple(names(j % 3, 0, 1)))
        dropping(j % 3, log)
    return s, errors, sorted(seen), sorted(set(map(tuple, log))), len(log)


print(rounds(120))
# expect: (141, 30, [('i', 'start', 'step', 'stop'), ('start', 'step', 'stop')], [('log', 'n')], 120)
print(nested(14, 4))
# expect: ["cannot access local variable 'b' where it is not associated ", (0, 2), (2, 1, 2), (1, 2), (3, 0, 2), (3, 1, 1), (2, 2), "cannot access local variable 'b' where it is not associated ", (5, 0, 0), (0, 2), (1, 2), (7, 1, 2), (2, 2), "cannot access local variable 'b' where it is not associated ", (9, 0, 1), (0, 2), (10, 0, 0), (1, 2), (11, 2, 2), (2, 2), "cannot access local variable 'b' where it is not associated ", (13, 0, 2), (0, 2)]
print([deleted(n % 4) for n in range(30)][-4:])
# expect: [(1, 'UnboundLocalError'), (3, 'UnboundLocalError'), (0, 'UnboundLocalError'), (0, 'UnboundLocalError')]
big = 2**47 - 3
print(sum(last_of for last_of in [max([last(3)] + [i for i in range(big, big + k)]) for k in range(9)]))
# expect: 1125899906842630
