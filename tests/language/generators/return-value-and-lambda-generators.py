# return value and lambda generators
def g():
    return 5
    yield


it = g()
try:
    next(it)
except StopIteration as e:
    print(e.value, e.args)  # expect: 5 (5,)
f = lambda: (yield from "xy")
print(list(f()), list((lambda n: (yield n))(3)))  # expect: ['x', 'y'] [3]


def empty():
    return
    yield


print(list(empty()), [*empty()], dict(empty()), "".join(empty()))  # expect-json: "[] [] {} "
