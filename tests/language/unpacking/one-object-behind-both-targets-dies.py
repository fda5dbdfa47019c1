# both variables hold the same object, and nobody else does: the unpacking ends its life
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def pair(i):
    return Noisy(("first", i)), Noisy(("second", i))


def run(n):
    for i in range(n):
        a, b = pair(i)
        a = b
    print("end")


run(3)
# expect: del ('first', 0)
# expect: del ('second', 0)
# expect: del ('first', 1)
# expect: del ('second', 1)
# expect: del ('first', 2)
# expect: end
# expect: del ('second', 2)


def elsewhere():
    a = b = kept = Noisy("kept")
    a, b = 1, 2
    print("alive", kept.name)
    kept = None
    a = b = Noisy("both")
    (a, b), c = (a, b), 3
    print("still", a.name)
    a, b = b, 5
    print("one", a.name)
    a, b = (6, 7)
    print("gone")


for _ in range(3):
    elsewhere()
# expect: alive kept
# expect: del kept
# expect: still both
# expect: one both
# expect: del both
# expect: gone
# expect: alive kept
# expect: del kept
# expect: still both
# expect: one both
# expect: del both
# expect: gone
# expect: alive kept
# expect: del kept
# expect: still both
# expect: one both
# expect: del both
# expect: gone
