# deep delegation
def count(n):
    if n > 0:
        yield n
        yield from count(n - 1)


print(list(count(50)) == list(range(50, 0, -1)), sum(count(100)))  # expect: True 5050


def tree(t):
    if isinstance(t, list):
        for x in t:
            yield from tree(x)
    else:
        yield t


print(list(tree([1, [2, [3, [4, [5]]]], [[[6]]]])))  # expect: [1, 2, 3, 4, 5, 6]
