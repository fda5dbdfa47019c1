# An abstract class and those derived of it.
from abc import ABC, abstractmethod
import math
class Shape(ABC):
    count = 0
    def __init__(self): Shape.count += 1
    @abstractmethod
    def area(self): ...
    @property
    def name(self): return type(self).__name__
    def __lt__(self, o): return self.area() < o.area()
class Circle(Shape):
    def __init__(self, r): super().__init__(); self.r = r
    def area(self): return math.pi * self.r ** 2
class Rect(Shape):
    def __init__(self, w, h): super().__init__(); self.w, self.h = w, h
    def area(self): return self.w * self.h
class Square(Rect):
    def __init__(self, s): super().__init__(s, s)
class Vec:
    __slots__ = ("x", "y", "z")
    def __init__(self, x, y, z): self.x, self.y, self.z = x, y, z
    def __add__(self, o): return Vec(self.x+o.x, self.y+o.y, self.z+o.z)
    def __mul__(self, k): return Vec(self.x*k, self.y*k, self.z*k)
    def dot(self, o): return self.x*o.x + self.y*o.y + self.z*o.z
    def __eq__(self, o): return isinstance(o, Vec) and (self.x, self.y, self.z) == (o.x, o.y, o.z)
    def __hash__(self): return hash((self.x, self.y, self.z))
shapes = []
for i in range(60000):
    k = i % 3
    shapes.append(Circle(i % 17) if k == 0 else Rect(i % 13, i % 7) if k == 1 else Square(i % 11))
print(Shape.count, round(sum(s.area() for s in shapes), 3))
by = {}
for s in shapes: by[s.name] = by.get(s.name, 0) + s.area()
print({k: round(v, 2) for k, v in by.items()})
print(round(sorted(shapes[:5000])[2500].area(), 4))
v = Vec(0, 0, 0)
for i in range(200000): v = v + Vec(i, i % 7, 1) * 0.5
print(v.dot(Vec(1, 1, 1)))
print(len({Vec(i % 100, i % 10, 0) for i in range(50000)}))
