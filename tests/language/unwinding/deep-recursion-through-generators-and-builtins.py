# deep recursion through generators and builtins
# oracle: native
def attempt(function):
    try:
        function()
    except RecursionError as error:
        print("RecursionError", str(error)[:32])
    else:
        print("no error")


import functools
def down(n):
    yield from down(n + 1)


def by_map(n):
    return list(map(by_map, [n + 1]))


def by_sort(n):
    return sorted([1, 2], key=by_sort)


def by_sum(n):
    return sum(by_sum(n) for _ in range(1))


def by_exec():
    exec("by_exec()", globals())


def by_finally():
    try:
        by_finally()
    finally:
        by_finally_done[0] += 1


def by_with():
    with Manager():
        by_with()


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


@functools.lru_cache(None)
def by_cache(n):
    return by_cache(n + 1)


by_finally_done = [0]
attempt(lambda: list(down(0)))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: by_map(0))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: by_sort(0))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: by_sum(0))  # expect: RecursionError maximum recursion depth exceeded
attempt(by_exec)  # expect: RecursionError maximum recursion depth exceeded
attempt(by_finally)  # expect: RecursionError maximum recursion depth exceeded
attempt(by_with)  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: by_cache(0))  # expect: RecursionError maximum recursion depth exceeded
attempt(lambda: functools.reduce(lambda a, b: by_map(b), [1, 2]))
# expect: RecursionError maximum recursion depth exceeded
print(by_finally_done[0] > 100)  # expect: True
