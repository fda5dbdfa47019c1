# sort uses only less than
class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"I{self.n}"


items = [Item(n) for n in (3, 1, 2)]
items.sort()
print(items, min(items), max(items), sorted(items, reverse=True))  # expect: [I1, I2, I3] I1 I3 [I3, I2, I1]
