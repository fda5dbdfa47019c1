# lists, tuples and texts that are too short, and lists with nothing to pop, asked in hot loops: caught, looked at, left to callers
def sums(seq, n):
    s = 0
    for i in range(n):
        try:
            s += seq[i & 7]
        except IndexError:
            s += 100
    return s


def letters(text, n):
    out = []
    for i in range(n):
        try:
            out.append(text[i % 5])
        except IndexError:
            out.append("?")
    return "".join(out)


def said(seq, n):
    texts = set()
    for i in range(n):
        try:
            seq[i & 3]
        except IndexError as e:
            texts.add(str(e))
            texts.add(e.args)
            if i == n - 1:
                tb = e.__traceback__
                texts.add(tb.tb_lineno - sums.__code__.co_firstlineno)
                texts.add(tb.tb_next)
    return sorted(texts, key=repr)


def drain(n):
    stack = []
    popped = missed = 0
    for i in range(n):
        if i % 3 == 0:
            stack.append(i)
        try:
            popped += stack.pop()
        except IndexError:
            missed += 1
    return popped, missed


def drained(n):
    stack = [1, 2]
    errors = []
    for i in range(n):
        try:
            stack.pop()
        except IndexError as e:
            if i % 50 == 0:
                errors.append(e)
    return len(errors), str(errors[0]), errors[-1].args, errors[0] is errors[1]


def outer(seq, n):
    caught = 0
    for i in range(n):
        try:
            s = inner(seq, i % 6)
        except IndexError as e:
            caught += len(e.args[0])
    return caught


def inner(seq, i):
    try:
        return seq[i]
    except KeyError:
        return None


def context(n):
    seen = set()
    for i in range(n):
        try:
            try:
                [1, 2][i & 3]
            except IndexError:
                raise ValueError(i & 3)
        except ValueError as e:
            seen.add((str(e), repr(e.__context__)))
    return sorted(seen)


class Short(list):
    def __getitem__(self, i):
        if i > 2:
            raise IndexError("short", i)
        return i


print(sums([1, 2, 3], 400), sums((1, 2, 3, 4), 400), sums(list(range(8)), 400), sums([], 300))
# expect: 25300 20500 1400 30000
print(sums(Short(), 400), sums({0: 1, 1: 2, 2: 3, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7}, 400))  # expect: 25150 1550
print(letters("abc", 300) == "abc??" * 60, letters("äbć", 300) == "äbć??" * 60, letters("", 40))
# expect: True True ????????????????????????????????????????
print(said([1, 2], 302), said((1,), 303), said("xy", 302))
# expect: ['list index out of range', ('list index out of range',)] ['tuple index out of range', ('tuple index out of range',), 24, None] ['string index out of range', ('string index out of range',)]
print(drain(400), drained(400))
# expect: (26733, 266) (7, 'pop from empty list', ('pop from empty list',), False)
print(outer([1, 2, 3], 300), outer((1, 2), 300), outer("abcd", 300))  # expect: 3450 4800 2500
print(context(300))
# expect: [('2', "IndexError('list index out of range')"), ('3', "IndexError('list index out of range')")]
# keeps the object that an index was taken of no longer than ever
dropped = []


class Noisy:
    def __del__(self):
        dropped.append(1)


def temporaries(n):
    counts = []
    for i in range(n):
        try:
            [Noisy(), 1][i & 3]
        except IndexError:
            counts.append(len(dropped))
    return counts[-3:]


print(temporaries(200), len(dropped))  # expect: [196, 199, 200] 200
