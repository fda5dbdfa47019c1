# subclasses of iterators, descriptors and aliases have attributes and slots, also in a hot loop and in a cycle
import gc
import itertools
import types
import weakref

KINDS = [
    (filter, (None, [1, 2])), (map, (abs, [1, -2])), (zip, ([1, 2],)), (enumerate, ([1, 2],)), (itertools.chain, ([1], [2])), (itertools.count, ()),
    (itertools.cycle, ([1],)), (itertools.repeat, (1,)), (itertools.islice, ([1], 1)), (itertools.groupby, ([1],)), (itertools.accumulate, ([1],)),
    (itertools.product, ([1],)), (itertools.pairwise, ([1, 2],)), (itertools.batched, ([1, 2], 2)), (reversed, ((1, 2),)), (staticmethod, (abs,)), (classmethod, (abs,)),
    (super, (int, 3)), (types.GenericAlias, (list, int)), (property, (abs,)),
]
for kind, arguments in KINDS:
    class Free(kind):
        def __init__(self, *args):
            self.owned = len(args)

    class Slotted(kind):
        __slots__ = ("owned", "other")

    made = [Free(*arguments) for _ in range(20)]
    for i, one in enumerate(made):
        one.number = i
        one.__dict__["by_dict"] = -i
    one.itself = one
    slotted = Slotted(*arguments)
    slotted.owned = [slotted]
    try:
        slotted.number = 1
        refused = False
    except AttributeError:
        refused = kind not in (staticmethod, classmethod)
    dies = weakref.ref(one)
    plain = kind is not types.GenericAlias
    total = sum(one.__dict__["number"] for one in made), (one.owned, one.number, one.by_dict) if plain else 0
    print(kind.__name__, total, slotted.__class__.__name__, refused, sorted(vars(one)) if plain else "")
    del one, made, slotted
    gc.collect()
    if dies() is not None:
        print("still alive")
# expect: filter (190, (2, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: map (190, (2, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: zip (190, (1, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: enumerate (190, (1, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: chain (190, (2, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: count (190, (0, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: cycle (190, (1, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: repeat (190, (1, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: islice (190, (2, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: groupby (190, (1, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: accumulate (190, (1, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: product (190, (1, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: pairwise (190, (1, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: batched (190, (2, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: reversed (190, (1, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# expect: staticmethod (190, (1, 19, -19)) Slotted False ['by_dict', 'itself', 'number', 'owned']
# expect: classmethod (190, (1, 19, -19)) Slotted False ['by_dict', 'itself', 'number', 'owned']
# expect: super (190, (2, 19, -19)) Slotted True ['by_dict', 'itself', 'number', 'owned']
# raises: TypeError: 'mappingproxy' object does not support item assignment
pairs = itertools.starmap(pow, [(2, 3)])


class Counting(map):
    def __next__(self):
        self.calls = getattr(self, "calls", 0) + 1
        return super().__next__()


total = 0
for _ in range(50):
    counting = Counting(int, "12345")
    for digit in counting:
        total += digit
    total += counting.calls
print(total)

try:
    class Meta(type):
        __slots__ = ("owned",)
except TypeError as e:
    print(e)
