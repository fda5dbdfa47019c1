# resurrection
kept = []


class R:
    def __init__(self):
        self.count = 0

    def __del__(self):
        self.count += 1
        print("del", self.count)
        kept.append(self)


r = R()
del r  # expect: del 1
print(len(kept), kept[0].count)  # expect: 1 1
kept.clear()
print(len(kept))  # expect: 0
