# unraisable errors in del do not stop the program
import sys

seen = []
sys.unraisablehook = lambda u: seen.append((type(u.exc_value).__name__, str(u.exc_value)))


class Bad:
    def __del__(self):
        raise ValueError("in del")


b = Bad()
del b
print(seen)  # expect: [('ValueError', 'in del')]
sys.unraisablehook = sys.__unraisablehook__
