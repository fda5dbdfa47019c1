# sort stopped by an error keeps a partial order
class Bomb:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        global left
        left -= 1
        if left == 0:
            raise ValueError("boom")
        return self.value < other.value


for n, fuse in ((6, 4), (40, 90), (200, 700), (200, 1100), (300, 1700)):
    for reverse in (False, True):
        left = fuse
        items = [Bomb(i * 7919 % 211) for i in range(n)]
        try:
            items.sort(reverse=reverse)
        except ValueError as error:
            print(n, fuse, reverse, error, end=" ")
        print(len({id(x) for x in items}), sum(i * x.value for i, x in enumerate(items)), [x.value for x in items[:12]])
# expect: 6 4 False boom 6 1307 [0, 112, 13, 125, 26, 138]
# expect: 6 4 True boom 6 1195 [0, 112, 13, 125, 138, 26]
# expect: 40 90 False boom 40 92550 [0, 5, 13, 18, 26, 31, 39, 44, 52, 57, 65, 78]
# expect: 40 90 True boom 40 70586 [0, 112, 13, 125, 26, 138, 39, 151, 52, 164, 65, 177]
# expect: 200 700 False boom 200 2295461 [0, 2, 4, 5, 7, 10, 12, 13, 15, 18, 20, 23]
# expect: 200 700 True boom 200 1893801 [0, 112, 13, 125, 26, 138, 39, 151, 52, 164, 65, 177]
# expect: 200 1100 False boom 200 2623894 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
# expect: 200 1100 True boom 200 1657776 [210, 209, 208, 207, 206, 205, 204, 203, 202, 201, 200, 199]
# expect: 300 1700 False boom 300 5478896 [0, 1, 2, 4, 5, 6, 7, 9, 10, 12, 13, 14]
# expect: 300 1700 True boom 300 3996823 [210, 208, 207, 205, 204, 203, 202, 200, 199, 197, 195, 194]
