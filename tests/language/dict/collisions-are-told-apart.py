# collisions are told apart
class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 42

    def __eq__(self, other):
        return self.n == other.n


d = {Same(i): i for i in range(50)}
print(len(d), d[Same(33)], Same(50) in d)  # expect: 50 33 False
for i in range(0, 50, 2):
    del d[Same(i)]
print(len(d), sorted(d.values())[:5], Same(2) in d, d[Same(3)])  # expect: 25 [1, 3, 5, 7, 9] False 3
