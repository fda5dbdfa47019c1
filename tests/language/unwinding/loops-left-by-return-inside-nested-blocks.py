# loops left by return inside nested blocks
class CM:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        return self

    def __exit__(self, *a):
        print("exit", self.n, a[0])


def f():
    for i in range(3):
        with CM("outer"):
            while True:
                try:
                    with CM("inner"):
                        for j in [1, 2, 3]:
                            if j == 2:
                                return i, j
                finally:
                    print("finally")


print(f())
# expect: exit inner None
# expect: finally
# expect: exit outer None
# expect: (0, 2)
