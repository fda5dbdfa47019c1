# itertools recipes
from collections import deque
from itertools import chain, combinations, count, cycle, groupby, islice, repeat, starmap, tee, zip_longest
import operator


def take(n, it): return list(islice(it, n))
def tail(n, it): return list(deque(it, maxlen=n))
def flatten(l): return list(chain.from_iterable(l))
def grouper(it, n, fill=None): return list(zip_longest(*[iter(it)] * n, fillvalue=fill))
def powerset(s): return list(chain.from_iterable(combinations(s, r) for r in range(len(s) + 1)))
def dot(a, b): return sum(map(operator.mul, a, b))


def roundrobin(*its):
    pending = deque(iter(i) for i in its)
    while pending:
        try:
            while True:
                yield next(pending[0])
                pending.rotate(-1)
        except StopIteration:
            pending.popleft()


def unique(it):
    seen = set()
    return [x for x in it if not (x in seen or seen.add(x))]


print(take(3, count(5)), tail(2, "abcd"), flatten([[1], [2, 3]]), grouper("abcde", 2, "-"), powerset("abc"), dot([1, 2], [3, 4]), list(roundrobin("ABC", "D", "EF")), unique("abracadabra"), take(4, cycle([1, 2])), list(starmap(pow, zip([2, 3], repeat(2)))), [(k, len(list(g))) for k, g in groupby("aaabb")])
# expect: [5, 6, 7] ['c', 'd'] [1, 2, 3] [('a', 'b'), ('c', 'd'), ('e', '-')] [(), ('a',), ('b',), ('c',), ('a', 'b'), ('a', 'c'), ('b', 'c'), ('a', 'b', 'c')] 11 ['A', 'D', 'E', 'B', 'F', 'C'] ['a', 'b', 'r', 'c', 'd'] [1, 2, 1, 2] [4, 9] [('a', 3), ('b', 2)]
