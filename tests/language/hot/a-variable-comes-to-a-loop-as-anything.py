# variables that a loop writes before it reads them: unbound in the first round, of another class or kind in the next, dropped when they are replaced
class Left:
    def __init__(self, n):
        self.n = n

    def value(self):
        return self.n


class Right(Left):
    def value(self):
        return -self.n


class Noisy(Left):
    dropped = 0

    def __del__(self):
        Noisy.dropped += 1


def pick(things, limit):
    best, which = 1e30, None
    for thing in things:
        v = thing.value() if thing.n % 3 else None
        if v is not None and v < best:
            best, which = v, thing
            w = v * 2
    return best, which.n if which else None


def inner(rows):
    total = 0
    for row in rows:
        for x in row:
            if x > 2:
                last = x
                text = str(x)
                if x > 4:
                    big = x * 0.5
                    kind = Left if x & 1 else Right
            total += x
        if len(row) > 5:
            total += last + len(text) + int(big) + kind(1).value()
    return total


print(inner([[1, 2, 3, 4, 5, 6, 7]] * 300 + [[0] * 4, [9] * 3] * 200))  # expect: 17400
for n in range(120):
    result = pick([Left(n), Right(n + 1), Left(7), Right(n % 7)], n)
print(result)  # expect: (7, 7)


def names(words):
    out = []
    for word in words:
        for ch in word:
            if ch == "-":
                mark = True
                continue
            code = ord(ch)
            piece = ch + ch
        out.append(sorted(k for k in locals() if k not in ("words", "out")))
        try:
            out.append(piece)
            del piece
        except UnboundLocalError as e:
            out.append(str(e))
    return out


seen = names(["--", "a", "ab-", ""] * 150)
for k in range(4):
    print(seen[2 * k], seen[2 * k + 1])
# expect: ['ch', 'mark', 'word'] cannot access local variable 'piece' where it is not associated with a value
# expect: ['ch', 'code', 'mark', 'piece', 'word'] aa
# expect: ['ch', 'code', 'mark', 'piece', 'word'] bb
# expect: ['ch', 'code', 'mark', 'word'] cannot access local variable 'piece' where it is not associated with a value
print([seen[2 * k] == seen[2 * k + 8] for k in range(4, 8)], seen[-4:])
# expect: [True, True, True, True] [['ch', 'code', 'mark', 'piece', 'word'], 'bb', ['ch', 'code', 'mark', 'word'], "cannot access local variable 'piece' where it is not associated with a value"]


def unbound(counts):
    caught = 0
    for n in counts:
        for i in range(n):
            pass
        try:
            caught += i
            del i
        except UnboundLocalError:
            caught -= 1
    return caught


print(unbound([3, 0, 1, 0, 0, 9] * 120))  # expect: 840


def dying(n):
    log = []
    for k in range(n):
        for j in range(3):
            if (k + j) % 4 == 0:
                thing = None
            elif (k + j) % 4 == 1:
                thing = Noisy(j)
            elif (k + j) % 4 == 2:
                thing = [Noisy(j), j]
            else:
                thing = 0.5
            log.append(Noisy.dropped)
    return sum(log), log[-6:]


print(dying(200), Noisy.dropped)  # expect: (90150, [298, 299, 299, 299, 299, 299]) 300


def kinds(things):
    flag = other = None
    count = 0
    for t in things:
        if t is None:
            flag = True
        elif isinstance(t, int):
            other = t
            flag = False
        else:
            other = t[0]
            flag = t
        count += 1
    return count, flag, other


print(kinds([None, 1, "ab", 3, None, (4, 5)] * 100))  # expect: (600, (4, 5), 4)
print(kinds([(4, 5), None] * 100 + [7]))  # expect: (201, False, 7)
