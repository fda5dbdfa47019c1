# yield inside with and finally
class CM:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        print("enter", self.n)
        return self.n

    def __exit__(self, *exc):
        print("exit", self.n, exc[0] and exc[0].__name__)


def g():
    with CM(1) as a, CM(2) as b:
        yield a
        yield b
    try:
        yield "t"
    finally:
        yield "f"


print(list(g()))
# expect: enter 1
# expect: enter 2
# expect: exit 2 None
# expect: exit 1 None
# expect: [1, 2, 't', 'f']
it = g()
next(it)
# expect: enter 1
# expect: enter 2
it.close()
# expect: exit 2 GeneratorExit
# expect: exit 1 GeneratorExit
