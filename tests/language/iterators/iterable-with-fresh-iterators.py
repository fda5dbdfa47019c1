# iterable with fresh iterators
class Deck:
    def __init__(self):
        self.cards = list("KQJ")

    def __iter__(self):
        return iter(self.cards)


d = Deck()
print([a + b for a in d for b in d], list(d), sorted(d), "K" in d)
# expect: ['KK', 'KQ', 'KJ', 'QK', 'QQ', 'QJ', 'JK', 'JQ', 'JJ'] ['K', 'Q', 'J'] ['J', 'K', 'Q'] True
a, b, c = d
print(a, b, c)  # expect: K Q J
