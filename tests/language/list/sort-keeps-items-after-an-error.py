# sort keeps items after an error
class Fussy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 2 or other.n == 2:
            raise RuntimeError("no twos")
        return self.n < other.n


a = [Fussy(n) for n in (5, 4, 3, 2, 1)]
try:
    a.sort()
except RuntimeError as e:
    print(e)  # expect: no twos
print(sorted(x.n for x in a))  # expect: [1, 2, 3, 4, 5]
