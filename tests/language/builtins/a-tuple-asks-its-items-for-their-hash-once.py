# a tuple asks its items for their hash once
class Item:
    def __init__(self, value):
        self.value = value
        self.asked = 0

    def __hash__(self):
        self.asked += 1
        return self.value

    def __eq__(self, other):
        return isinstance(other, Item) and self.value == other.value


item = Item(5)
pair = (item, 1)
table = {pair: "x"}
print(table[pair], pair in table, hash(pair) == hash((Item(5), 1)), item.asked)  # expect: x True True 1
item.value = 6
print(table[pair], item.asked, hash(pair) == hash((Item(5), 1)))  # expect: x 1 True
print(hash((pair, pair)) == hash((pair, pair)), item.asked)  # expect: True 1


class Sub(tuple):
    pass


sub = Sub((item, 1))
print(hash(sub) == hash((item, 1)), hash(sub) == hash(pair))  # expect: True False
sub.name = "kept"
print(hash(sub) == hash(sub), sub.name)  # expect: True kept

# the tuples that iteration hands out again are different each time
seen = set()
for p in enumerate("ab"):
    seen.add(hash(p))
for p in zip([1, 2], [3, 4]):
    seen.add(hash(p))
for p in {1: 2, 3: 4}.items():
    seen.add(hash(p))
print(len(seen), hash((1, 3)) in seen, hash((3, 4)) in seen)  # expect: 6 True True
counts = {}
for p in zip([1, 2, 1], [3, 4, 3]):
    counts[hash(p)] = counts.get(hash(p), 0) + 1
print(sorted(counts.values()))  # expect: [1, 2]
try:
    hash(([],))
except TypeError as e:
    print(e)  # expect: unhashable type: 'list'
print(hash((1, (2, (3, -1)))) == hash((1, (2, (3, -1)))))  # expect: True
