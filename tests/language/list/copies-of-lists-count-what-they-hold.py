# slices, sums, copies and repeats of lists and tuples with numbers and objects in every place of four
class Thing:
    alive = 0

    def __init__(self):
        Thing.alive += 1

    def __del__(self):
        Thing.alive -= 1


for size in range(10):
    for at in range(size + 1):
        items = list(range(size))
        items.insert(at, Thing())
        copies = [items[:], items + items, items.copy(), items * 3, list(items), tuple(items), [*items], tuple(items) + (1, 2.5)]
        longer = [0.5]
        longer.extend(items)
        longer += tuple(items)
        del items
        assert Thing.alive == 1 and sum(isinstance(x, Thing) for c in copies for x in c) == 11
        copies.clear()
        assert Thing.alive == 1 and len(longer) == 2 * size + 3
        del longer[: size + 2]
        assert Thing.alive == 1
        longer.clear()
        assert Thing.alive == 0
print(Thing.alive)  # expect: 0
order = []


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        order.append(self.name)


items = [Named(1), 2, 3.5, Named(4), 5, 6, 7, 8, Named(9), 10, 11, 12, 13, 14]
del items
print(order)  # expect: [9, 4, 1]
print(list("h\xe9llo"), list("h\u20ac"), [1] + list(""), [0, *"ab"])
# expect: ['h', 'é', 'l', 'l', 'o'] ['h', '€'] [1] [0, 'a', 'b']
