# custom iterator class
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(3)), sum(Countdown(5)), [*Countdown(2)], 2 in Countdown(4), tuple(zip(Countdown(2), "ab")), max(Countdown(9)), dict(enumerate(Countdown(2))))
# expect: [2, 1, 0] 10 [1, 0] True ((1, 'a'), (0, 'b')) 8 {0: 1, 1: 0}
for x in Countdown(2):
    for y in Countdown(2):
        print(x, y)
# expect: 1 1
# expect: 1 0
# expect: 0 1
# expect: 0 0
