# issubclass with an abstract class asks __subclasses__, which must return a list
from abc import ABCMeta


class Other:
    pass


for answer in None, 42, [42], [Other]:

    class Base(metaclass=ABCMeta):
        __subclasses__ = classmethod(lambda cls, answer=answer: answer)

    try:
        print(issubclass(int, Base), issubclass(Other, Base))
    except TypeError as e:
        print(e)
# expect: __subclasses__() must return a list
# expect: __subclasses__() must return a list
# expect: issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: False True
