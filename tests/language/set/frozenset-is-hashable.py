# frozenset is hashable
f = frozenset([1, 2])
print({f: "x"}[frozenset([2, 1])], hash(f) == hash(frozenset([2, 1])), {f, frozenset([1, 2])} == {f}, f | {3} == {1, 2, 3}, type(f | {3}).__name__, type({3} | f).__name__, {1, 2} in {f})
# expect: x True True True frozenset set True
try:
    f.add(1)
except AttributeError as e:
    print(e)  # expect: 'frozenset' object has no attribute 'add'
