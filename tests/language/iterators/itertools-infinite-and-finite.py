# itertools infinite and finite
from itertools import accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest

print(list(islice(count(5, 2), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 2)), list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max, initial=0)), list(batched("abcde", 2)))
# expect: [5, 7, 9] ['a', 'b', 'a', 'b', 'a'] ['x', 'x'] [1, 3, 6] [0, 3, 3, 3] [('a', 'b'), ('c', 'd'), ('e',)]
print(list(chain("ab", [1])), list(chain.from_iterable(["ab", "c"])), list(compress("abc", [1, 0, 1])), list(dropwhile(lambda x: x < 2, [1, 2, 1])), list(takewhile(lambda x: x < 2, [1, 2, 1])), list(filterfalse(None, [0, 1])))
# expect: ['a', 'b', 1] ['a', 'b', 'c'] ['a', 'c'] [2, 1] [1] [0]
print([(k, list(g)) for k, g in groupby("aabbca")], list(pairwise("abc")), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", "c", fillvalue="-")))
# expect: [('a', ['a', 'a']), ('b', ['b', 'b']), ('c', ['c']), ('a', ['a'])] [('a', 'b'), ('b', 'c')] [8, 9] [('a', 'c'), ('b', '-')]
print(list(combinations("abc", 2)), list(permutations("abc", 2)), list(product("ab", [1, 2])), list(product("a", repeat=3)), list(combinations_with_replacement("ab", 2)))
# expect: [('a', 'b'), ('a', 'c'), ('b', 'c')] [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [('a', 'a', 'a')] [('a', 'a'), ('a', 'b'), ('b', 'b')]
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))  # expect: 1 [1, 2, 3] [2, 3]
