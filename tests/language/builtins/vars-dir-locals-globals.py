# vars dir locals globals
class A:
    c = 1

    def __init__(self):
        self.i = 2


print(vars(A())["i"], vars() is globals(), "A" in dir(), "append" in dir([]), sorted(k for k in vars(A) if k[0] != "_"))
# expect: 2 True True True ['c']


def f(a, b=2):
    c = 3
    return sorted(vars()), sorted(dir())


print(f(1))  # expect: (['a', 'b', 'c'], ['a', 'b', 'c'])
