# del runs when a generator dies
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def g():
    d = D("local")
    yield 1
    yield 2


it = g()
next(it)
print("suspended")  # expect: suspended
it.close()  # expect: del local
print("closed")  # expect: closed
it = g()
next(it)
del it  # expect: del local
print("dropped")  # expect: dropped
for x in g():
    pass
# expect: del local
print("exhausted")  # expect: exhausted
