# what a loop's head gets boxed is worked out before the loop, so a trace that comes to the head from an outer loop brings it along
class Thing:
    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return f"Thing({self.v!r})"


def remainder(n, x):
    left = n
    product = 0.0
    things = []
    for outer in range(40):
        for _, factor in enumerate([0.5, -0.0, 1e3, 2.5] * 18):
            if type(factor) is int:
                n = left + 1
            if factor is not None:
                product = min(5, x) * x
                if abs(product) > 1e30:
                    product = 1
            left = n * 31 % 97
        things.append(Thing(n))
        things.append(Thing(outer))
        things.append(outer)
    return n, left, x, product, things[-3:]


print(remainder(1, 0.5))  # expect: (1, 31, 0.5, 0.25, [Thing(1), Thing(39), 39])
print(remainder(5, 1.5))  # expect: (5, 58, 1.5, 2.25, [Thing(5), Thing(39), 39])
