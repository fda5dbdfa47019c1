# enum with custom values and init
from enum import Enum


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def density(self):
        return round(self.mass / self.radius**3, 4)

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)

    @classmethod
    def _missing_(cls, value):
        return cls.MARS


print(Planet.EARTH.density, Planet.heaviest(), Planet("anything"), Planet.EARTH.value)
# expect: 0.0231 Planet.EARTH Planet.MARS (5.97, 6.37)
E = Enum("E", "A B C")
print(list(E), E.B.value)  # expect: [<E.A: 1>, <E.B: 2>, <E.C: 3>] 2
