# sys getrefcount is consistent
import sys

a = []
base = sys.getrefcount(a)
b = a
c = [a, a]
print(sys.getrefcount(a) - base)  # expect: 3
del b
c.clear()
print(sys.getrefcount(a) - base)  # expect: 0
