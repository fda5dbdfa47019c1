# In one comprehension x is its own variable; in the next one of the same function it is the global.
x = 3


def one_after_the_other():
    first = [x for x in [1]]
    return first, [x for _ in "a"]


def nested():
    first = {x for x in [1]}
    return first, [[x + y for _ in "a"] for y in [10]]


def captured():
    first = [lambda: x for x in [1]]
    return first[0](), [x for _ in "a"], {x: x for _ in "a"}


def conditions():
    first = {x: 0 for x in [1]}
    return first, [y for y in range(5) if y == x]


def before():
    return [x for _ in "a"], [x for x in [1]], [x for _ in "a"]


def functions():
    names = [len for len in ["a", "b"]]
    return names, [len(name) for name in names]


for f in one_after_the_other, nested, captured, conditions, before, functions:
    print(f())
# expect: ([1], [3])
# expect: ({1}, [[13]])
# expect: (1, [3], {3: 3})
# expect: ({1: 0}, [3])
# expect: ([3], [1], [3])
# expect: (['a', 'b'], [1, 1])


def hot(n):
    total = 0
    for i in range(n):
        total += sum([x for x in (i, 1)]) + sum([x for _ in (1, 2)])
    return total


print(hot(300))  # expect: 46950
