# OrderedDict == OrderedDict compares the keys in order, and notices when these comparisons change one of them
from collections import OrderedDict


class Key:
    count = 0

    def __eq__(self, other):
        Key.count += 1
        if Key.count == 2:
            effect()
        return True

    def __hash__(self):
        return 7


def compare():
    Key.count = 0
    try:
        print(a == b, Key.count)
    except RuntimeError as e:
        print(e, Key.count, len(a), len(b))


def dicts():
    key = Key()
    return OrderedDict.fromkeys((0, key, 4.2)), OrderedDict.fromkeys((0, Key(), 4.2)), key


a, b, key = dicts()
effect = lambda: a.clear()
compare()  # expect: OrderedDict mutated during iteration 2 0 3
a, b, key = dicts()
effect = lambda: a.pop(0)
compare()  # expect: OrderedDict mutated during iteration 2 2 3
a, b, key = dicts()
effect = lambda: (a.pop(0), a.update(x=1))
compare()  # expect: OrderedDict mutated during iteration 2 3 3
a, b, key = dicts()
effect = lambda: a.update({0: 1})
compare()  # expect: True 2
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
# expect: False True
