# recursion limit is settable and recovers
# oracle: native
import sys
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


old = sys.getrecursionlimit()
sys.setrecursionlimit(200)
a = depth(0)
sys.setrecursionlimit(400)
b = depth(0)
sys.setrecursionlimit(old)
print(100 < a < 200, 300 < b < 400, depth(0) > b, old)  # expect: True True True 1000
for bad in (0, -1, 2**40):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
# expect: ValueError recursion limit must be greater or equal than 1
# expect: ValueError recursion limit must be greater or equal than 1
# expect: OverflowError Python int too large to convert to C int
def fact(n):
    return 1 if n == 0 else n * fact(n - 1)
print(fact(300) % 1000007, len(str(fact(500))))  # expect: 340779 1135
