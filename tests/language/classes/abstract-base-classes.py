# abstract base classes
from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} {self.area()}"


class Square(Shape):
    name = "square"

    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s**2


print(Square(3).describe(), sorted(Shape.__abstractmethods__))  # expect: square 9 ['area', 'name']
for k in (Shape, type("Half", (Shape,), {"area": lambda s: 1})):
    try:
        k()
    except TypeError as e:
        print(e)
# expect: Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
# expect: Can't instantiate abstract class Half without an implementation for abstract method 'name'
Shape.register(int)
print(isinstance(5, Shape), issubclass(int, Shape))  # expect: True True
