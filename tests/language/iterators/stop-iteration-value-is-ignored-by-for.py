# stop iteration value is ignored by for
class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("value")
        return self.n


for x in It():
    print(x)
# expect: 1
# expect: 2
print(list(It()))  # expect: [1, 2]
it = It()
try:
    while True:
        next(it)
except StopIteration as e:
    print(e.value)  # expect: value
