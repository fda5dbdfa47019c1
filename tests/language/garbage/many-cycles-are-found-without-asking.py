# many cycles are found without asking
class N:
    live = 0

    def __init__(self):
        N.live += 1
        self.me = self

    def __del__(self):
        N.live -= 1


for i in range(20000):
    N()
import gc

gc.collect()
print(N.live)  # expect: 0
