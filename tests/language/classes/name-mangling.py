# name mangling
class A:
    def __init__(self):
        self.__secret = 1
        self.__dunder__ = 2
        self._single = 3

    def __hidden(self):
        return "A hidden"

    def call(self):
        return self.__hidden(), self.__secret


class B(A):
    def __hidden(self):
        return "B hidden"

    def both(self):
        return self.__hidden(), self._A__hidden()


b = B()
print(b.call(), b.both(), sorted(b.__dict__), hasattr(b, "__secret"))
# expect: ('A hidden', 1) ('B hidden', 'A hidden') ['_A__secret', '__dunder__', '_single'] False


class _Under:
    __x = 1

    def f(self, __arg=5):
        __local = 2
        return sorted(k for k in locals()), self.__x


print(_Under().f(), _Under._Under__x)  # expect: (['_Under__arg', '_Under__local', 'self'], 1) 1
