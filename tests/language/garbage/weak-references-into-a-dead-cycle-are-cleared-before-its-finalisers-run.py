# A finaliser of a dead cycle finds the weak references to it cleared, and they stay so when it brings the object back
import gc
import weakref


class R:
    def __init__(self):
        self.me = self

    def __del__(self):
        global kept
        kept = self
        print("finaliser sees", wr())


r = R()
wr = weakref.ref(r)
del r
gc.collect()  # expect: finaliser sees None
print(wr(), kept.me is kept)  # expect: None True
del kept
gc.collect()
print(wr())  # expect: None
