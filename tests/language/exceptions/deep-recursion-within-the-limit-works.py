# deep recursion within the limit works
import sys


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


print(count(500))  # expect: 500
sys.setrecursionlimit(5000)
print(sys.getrecursionlimit(), count(900))  # expect: 5000 900
try:
    sys.setrecursionlimit(-1)
except ValueError as e:
    print(e)  # expect: recursion limit must be greater or equal than 1
