# class based decorator with state
class CountCalls:
    def __init__(self, f):
        self.f = f
        self.count = 0

    def __call__(self, *a):
        self.count += 1
        return self.f(*a)

    def __get__(self, obj, owner=None):
        return self if obj is None else self.__class__(lambda *a: self.f(obj, *a))


@CountCalls
def add(a, b):
    return a + b


class M:
    @CountCalls
    def m(self, x):
        return x * 2


print(add(1, 2), add(3, 4), add.count, M().m(5))  # expect: 3 7 2 10
