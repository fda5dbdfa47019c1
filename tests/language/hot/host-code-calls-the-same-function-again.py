# print() calls __str__ once for each of its arguments: each call has a frame of its own, though all lie at the same place
class Number:
    def __init__(self, value):
        self.value = value

    def __str__(self):
        text = sign_of(self) + digits(self, self.value)
        return text


def sign_of(number):
    if number.value < 0:
        return "minus "
    return ""


def digits(number, value):
    if value < 0:
        value = -value
    if value > 100:
        return "many"
    if value == 7:
        return "seven"
    return str(value)


numbers = [Number(n) for n in (1, -1, 2, -2, 300, -300, 7, -7, 5, -6)]
for _ in range(6):
    print(*numbers, sep="|")
# expect: 1|minus 1|2|minus 2|many|minus many|seven|minus seven|5|minus 6
# expect: 1|minus 1|2|minus 2|many|minus many|seven|minus seven|5|minus 6
# expect: 1|minus 1|2|minus 2|many|minus many|seven|minus seven|5|minus 6
# expect: 1|minus 1|2|minus 2|many|minus many|seven|minus seven|5|minus 6
# expect: 1|minus 1|2|minus 2|many|minus many|seven|minus seven|5|minus 6
# expect: 1|minus 1|2|minus 2|many|minus many|seven|minus seven|5|minus 6
print(sorted(numbers, key=str)[0])  # expect: 1
print(max(numbers, key=lambda number: digits(number, number.value)))  # expect: seven


class Odd:
    def __init__(self, n):
        self.n = n

    def __getattr__(self, name):
        if self.n % 2:
            raise AttributeError(name)
        return (self.n, name)


odds = [Odd(n) for n in range(6)]
for _ in range(6):
    print([getattr(odd, "missing", "none") for odd in odds], [hasattr(odd, "x") for odd in odds])
# expect: [(0, 'missing'), 'none', (2, 'missing'), 'none', (4, 'missing'), 'none'] [True, False, True, False, True, False]
# expect: [(0, 'missing'), 'none', (2, 'missing'), 'none', (4, 'missing'), 'none'] [True, False, True, False, True, False]
# expect: [(0, 'missing'), 'none', (2, 'missing'), 'none', (4, 'missing'), 'none'] [True, False, True, False, True, False]
# expect: [(0, 'missing'), 'none', (2, 'missing'), 'none', (4, 'missing'), 'none'] [True, False, True, False, True, False]
# expect: [(0, 'missing'), 'none', (2, 'missing'), 'none', (4, 'missing'), 'none'] [True, False, True, False, True, False]
# expect: [(0, 'missing'), 'none', (2, 'missing'), 'none', (4, 'missing'), 'none'] [True, False, True, False, True, False]
