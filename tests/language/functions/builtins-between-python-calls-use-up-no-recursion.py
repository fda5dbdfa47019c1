# The recursion limit counts Python's functions, not the builtins between them.
import sys


def own_depth():
    frame, n = sys._getframe(), 0
    while frame:
        frame, n = frame.f_back, n + 1
    return n


deepest = 0


def seen(n):
    global deepest
    deepest = max(deepest, n)


def joins(n):
    seen(n)
    return "".join(joins(n + 1) for _ in range(1))


def maximum(n):
    seen(n)
    return max(maximum(n + 1) for _ in range(1))


def maps(n):
    seen(n)
    return list(map(maps, [n + 1]))


def sorts(n):
    seen(n)
    return sorted([n], key=lambda x: sorts(x + 1))


class Visitor:
    def visit(self, n):
        return "".join(self.visit(child) for child in [n + 1])


class Careful(Visitor):
    def visit(self, n):
        seen(n)
        return super().visit(n)


limit = sys.getrecursionlimit()
for function, frames in (joins, 2), (maximum, 2), (maps, 1), (sorts, 2), (Careful().visit, 3):
    deepest = 0
    sys.setrecursionlimit(own_depth() + 240)
    try:
        function(0)
    except RecursionError as error:
        print(function.__name__, abs(deepest - 240 // frames) < 8, str(error)[:32])
    finally:
        sys.setrecursionlimit(limit)
# expect: joins True maximum recursion depth exceeded
# expect: maximum True maximum recursion depth exceeded
# expect: maps True maximum recursion depth exceeded
# expect: sorts True maximum recursion depth exceeded
# expect: visit True maximum recursion depth exceeded
