# abc registration and hooks
from abc import ABC, ABCMeta, abstractmethod


class Sized2(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        return any("size" in B.__dict__ for B in C.__mro__) or NotImplemented


class A:
    size = 1


class B: pass


@Sized2.register
class C: pass


print(issubclass(A, Sized2), issubclass(B, Sized2), isinstance(C(), Sized2), issubclass(int, Sized2))
# expect: True False True False


class Base(ABC):
    @classmethod
    @abstractmethod
    def make(cls): ...

    @staticmethod
    @abstractmethod
    def tool(): ...


try:
    Base()
except TypeError as e:
    print(e)
# expect: Can't instantiate abstract class Base without an implementation for abstract methods 'make', 'tool'
