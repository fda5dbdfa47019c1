# arguments put together around calls: the list may not turn into something else on the way
class Link:
    def __new__(cls, source):
        self = object.__new__(cls)
        self.source = source
        return self

def links(source, n):
    first = Link(source)
    return (first, *[Link(first) for _ in range(n - 1)])

def count(*args):
    return len(args)

def others():
    return [3, 4]

class Lazy:
    def __iter__(self):
        return iter((5, 6))

def mixed(i):
    return count(i, *others(), *Lazy(), *[j for j in range(i & 1)], *(Link(i).source, 7))

total = 0
for i in range(3000):
    a, b = links([i], 2)
    assert b.source is a and a.source == [i]
    total += mixed(i)
print(total)  # expect: 22500

import itertools
values = list(range(50))
print(sum(len([a + b for a, b in zip(*itertools.tee(values))]) for _ in range(400)))  # expect: 20000
