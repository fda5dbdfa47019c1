# for loop over many kinds of iterables
def collect(it):
    out = []
    for x in it:
        out.append(x)
    return out


class It:
    def __init__(self):
        self.n = 3

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


def gen():
    yield "g"


for _ in range(5):
    out = [collect(x) for x in ([1], (2,), "st", range(2), {3: 4}, {5}, gen(), It(), iter([6]), b"a", zip("a", "b"), {1: 2}.items(), enumerate("e"), map(str, [7]), reversed([8, 9]))]
print(out)
# expect: [[1], [2], ['s', 't'], [0, 1], [3], [5], ['g'], [2, 1, 0], [6], [97], [('a', 'b')], [(1, 2)], [(0, 'e')], ['7'], [9, 8]]
