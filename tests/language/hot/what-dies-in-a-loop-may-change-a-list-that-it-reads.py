# what is known of a list outlives what a variable held before the loop, but not an object that dies in a round and changes the list
class Grower:
    def __init__(self, xs):
        self.xs = xs

    def __del__(self):
        self.xs.append(len(self.xs))


def total_of(xs, n, every):
    last = Grower(xs)
    total = 0
    for i in range(n):
        last = i
        total += xs[i % 4] + len(xs) + xs[-1]
        if i % every == every - 1:
            last = Grower(xs)
    return total


print(total_of([1, 2, 3, 4], 3000, 7))  # expect: 1317216
print(total_of([1, 2, 3, 4], 3000, 1))  # expect: 9031500
print(total_of([1, 2, 3, 4], 3000, 5000))  # expect: 34500


class Swapper:
    def __init__(self, xs):
        self.xs = xs

    def __del__(self):
        self.xs[:] = self.xs[::-1]
        if len(self.xs) > 5:
            self.xs.pop()


def first_and_last(xs, n):
    held = Swapper(xs)
    out = 0
    for i in range(n):
        held = Swapper(xs) if i > n // 2 and i % 3 == 0 else None
        out = (out * 3 + xs[0] - xs[len(xs) - 1]) % 1000003
    return out, xs


print(first_and_last(list(range(20)), 2000))  # expect: (426372, [8, 9, 10, 11, 12])


def quotients(xs, ys):
    out = []
    for x, y in zip(xs, ys):
        try:
            out.append(x / y)
        except ZeroDivisionError as e:
            out.append(str(e))
    return out


xs = [1, 2.5, 3, 4.5] * 60
ys = [2, 4, 8, 16] * 60
ys[200:208] = [0, 0, 0, 0, 0.0, 0.0, -0.0, 0.0]
print(quotients(xs, ys)[198:210])
# expect: [0.375, 0.28125, 'division by zero', 'division by zero', 'division by zero', 'division by zero', 'division by zero', 'division by zero', 'division by zero', 'division by zero', 0.5, 0.625]


def halves(xs):
    t = 0.0
    for x in xs:
        t += x / 2 + x / 4.0 - x / 3
    return t


print(halves([1, 2, 3] * 400), halves([1.5, 2.0] * 400))  # expect: 1000.0 583.3333333333325


def floats(n):
    out = 0
    for i in range(n, -n, -1):
        try:
            out += 1.0 / (i * (i + 1) // 2)
        except ZeroDivisionError:
            out += 1000
    return round(out, 6)


print(floats(1000))  # expect: 2003.996
