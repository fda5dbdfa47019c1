# abstract and generic classes refuse properly
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


import abc


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...


class Half(Shape):
    def area(self):
        return 1


class Full(Half):
    name = "full"


attempt(Shape)
# expect: TypeError: Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
attempt(Half)
# expect: TypeError: Can't instantiate abstract class Half without an implementation for abstract method 'name'
attempt(lambda: Full().name)  # expect: 'full'
print(sorted(Shape.__abstractmethods__), Full.__abstractmethods__)  # expect: ['area', 'name'] frozenset()
@Shape.register
class Virtual:
    pass
print(issubclass(Virtual, Shape), isinstance(Virtual(), Shape), isinstance(5, Shape))
# expect: True True False
class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return True if hasattr(other, "quack") else NotImplemented
class Duck:
    quack = 1
print(isinstance(Duck(), Hook), isinstance(3, Hook))  # expect: True False
attempt(lambda: object.__new__(Shape))
# expect: TypeError: Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
Shape.__abstractmethods__ = frozenset()
attempt(lambda: type(Shape()).__name__)  # expect: 'Shape'
