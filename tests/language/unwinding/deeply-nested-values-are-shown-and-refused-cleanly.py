# deeply nested values are shown, and refused cleanly where they are too deep
# oracle: native
import collections
import json


def nest(wrap, core, levels):
    for _ in range(levels):
        core = wrap(core)
    return core


def attempt(name, function):
    try:
        function()
    except (RecursionError, ValueError) as error:
        print(name, type(error).__name__)
    else:
        print(name, "done")


print(len(repr(nest(lambda x: [x], [], 5000))))  # expect: 10002
print(len(str(nest(lambda x: (x,), (), 5000))))  # expect: 15002
print(len(f"{nest(lambda x: {1: x}, {}, 3000)}"))  # expect: 15002
deep = nest(lambda x: (x,), int, 100_000)
attempt("isinstance", lambda: isinstance("", deep))  # expect: isinstance RecursionError
attempt("loads", lambda: json.loads("[" * 100_000 + "]" * 100_000))  # expect: loads RecursionError
attempt("dumps", lambda: json.dumps(nest(lambda x: [x], [], 100_000)))  # expect: dumps RecursionError
attempt("repr", lambda: repr(nest(lambda x: {1: x}, {}, 100_000)))  # expect: repr RecursionError
attempt("format", lambda: "%s" % nest(lambda x: [x], [], 100_000))  # expect: format RecursionError
sets = [nest(lambda x: frozenset([x]), frozenset(), 100_000) for _ in range(2)]
attempt("frozenset ==", lambda: sets[0] == sets[1])  # expect: frozenset == RecursionError
attempt("frozenset <", lambda: sets[0] < frozenset([*sets[1], 1]))  # expect: frozenset < RecursionError
deques = [nest(lambda x: collections.deque([x]), 1, 100_000) for _ in range(2)]
attempt("deque ==", lambda: deques[0] == deques[1])  # expect: deque == RecursionError
