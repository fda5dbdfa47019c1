# classmethod and staticmethod objects answer for the annotations of what they wrap
import functools


def plain(a: int) -> str: ...


for wrapped in classmethod(plain), staticmethod(plain):
    print(wrapped.__annotations__)
    print(wrapped.__annotate__ is plain.__annotate__)
    wrapped.__annotations__ = {"b": 1}
    print(wrapped.__annotations__, plain.__annotations__)
    del wrapped.__annotations__
    print(wrapped.__annotations__)
# expect: {'a': <class 'int'>, 'return': <class 'str'>}
# expect: True
# expect: {'b': 1} {'a': <class 'int'>, 'return': <class 'str'>}
# expect: {'a': <class 'int'>, 'return': <class 'str'>}
# expect: {'a': <class 'int'>, 'return': <class 'str'>}
# expect: True
# expect: {'b': 1} {'a': <class 'int'>, 'return': <class 'str'>}
# expect: {'a': <class 'int'>, 'return': <class 'str'>}


class Shower:
    @functools.singledispatchmethod
    @classmethod
    def show(cls, value):
        return "something"

    @show.register
    @classmethod
    def _(cls, value: int):
        return "a number"

    @show.register
    @staticmethod
    def _(value: str):
        return "text"


print(Shower.show(1), Shower.show("a"), Shower().show(None))  # expect: a number text something
