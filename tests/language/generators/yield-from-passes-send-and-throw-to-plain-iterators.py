# yield from passes send and throw to plain iterators
class It:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def send(self, x):
        return ("send", x)

    def throw(self, e):
        return ("throw", type(e).__name__)

    def close(self):
        print("close called")


def g():
    yield from It()


it = g()
print(next(it), it.send(5), it.throw(ValueError()))  # expect: next ('send', 5) ('throw', 'ValueError')
it.close()  # expect: close called


def h():
    yield from [1, 2]


it = h()
next(it)
try:
    it.send("x")
except AttributeError as e:
    print(e)  # expect: 'list_iterator' object has no attribute 'send'
