# main module properties
import sys

print(__name__, sys.modules["__main__"].__dict__ is globals(), __spec__ if "__spec__" in globals() and False else None)
# expect: __main__ True None
this = sys.modules[__name__]
this.injected = 5
print(injected)  # expect: 5
if __name__ == "__main__":
    print("as a program")  # expect: as a program
