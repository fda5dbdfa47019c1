# cycles wait for the collector
import gc

gc.disable()


class N:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a, b = N("a"), N("b")
a.other, b.other = b, a
del a, b
print("unreachable")  # expect: unreachable
print(gc.collect() > 0)
# expect: del a
# expect: del b
# expect: True
s = N("self")
s.me = s
s.items = [s]
del s
print("before")  # expect: before
gc.collect()  # expect: del self
print("after", gc.garbage)  # expect: after []
