# finalizers in cycles run once and may resurrect
import gc

gc.disable()
saved = []


class R:
    def __init__(self, n):
        self.n = n
        self.me = self

    def __del__(self):
        print("del", self.n)
        if self.n == 1:
            saved.append(self)


R(1)
R(2)
gc.collect()
# expect: del 1
# expect: del 2
print(len(saved), saved[0].me is saved[0])  # expect: 1 True
saved.clear()
gc.collect()
print("end")  # expect: end
