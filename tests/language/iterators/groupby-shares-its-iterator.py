# groupby shares its iterator
from itertools import groupby

g = groupby([1, 1, 2, 2, 3])
k1, first = next(g)
k2, second = next(g)
print(k1, list(first), k2, list(second))  # expect: 1 [] 2 [2, 2]
words = sorted(["apple", "bob", "cat", "alice", "bill"], key=lambda w: w[0])
print({k: [*v] for k, v in groupby(words, key=lambda w: w[0])}, [(k, len(list(v))) for k, v in groupby([], None)])
# expect: {'a': ['apple', 'alice'], 'b': ['bob', 'bill'], 'c': ['cat']} []
