# recursion error through hooks
import sys

sys.setrecursionlimit(200)


class A:
    def __repr__(self):
        return repr(self)

    def __getattr__(self, n):
        return getattr(self, n + "x")

    def __add__(self, o):
        return self + o

    def __eq__(self, o):
        return self == o

    def __call__(self):
        return self()


for f in (lambda: repr(A()), lambda: A() + 1, lambda: A() == 1, lambda: A()()):
    try:
        f()
    except RecursionError as e:
        print(type(e).__name__)
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
