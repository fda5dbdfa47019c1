# rebinding in a loop drops the old value
class D:
    live = 0

    def __init__(self):
        D.live += 1

    def __del__(self):
        D.live -= 1


peak = 0
for i in range(100):
    d = D()
    peak = max(peak, D.live)
print(peak, D.live)  # expect: 1 1
l = [D() for _ in range(10)]
print(D.live)  # expect: 11
l[3:7] = []
print(D.live)  # expect: 7
l = None
d = None
print(D.live)  # expect: 0
