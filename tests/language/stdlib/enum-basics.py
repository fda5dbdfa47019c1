# enum basics
from enum import Enum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def describe(self):
        return f"{self.name}={self.value}"


print(Color.RED, repr(Color.RED), Color(2), Color["RED"], Color.CRIMSON is Color.RED, list(Color), Color.GREEN.describe(), Color.RED in Color, len(Color), isinstance(Color.RED, Color), Color.__members__.keys())
# expect: Color.RED <Color.RED: 1> Color.GREEN Color.RED True [<Color.RED: 1>, <Color.GREEN: 2>] GREEN=2 True 2 True dict_keys(['RED', 'GREEN', 'CRIMSON'])
try:
    Color(9)
except ValueError as e:
    print(e)  # expect: 9 is not a valid Color
try:
    Color.RED = 5
except AttributeError as e:
    print(e)  # expect: cannot reassign member 'RED'
try:
    Color["X"]
except KeyError as e:
    print(e)  # expect: 'X'


class A(Enum):
    X = auto()
    Y = auto()


print([a.value for a in A], {A.X: 1}[A.X], A.X == 1, A.X != A.Y)  # expect: [1, 2] 1 False True
try:
    class Sub(A): pass
except TypeError as e:
    print(e)  # expect: <enum 'Sub'> cannot extend <enum 'A'>
