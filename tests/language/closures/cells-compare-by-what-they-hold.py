# cells compare by what they hold
from types import CellType

one, two, empty = CellType(1), CellType(2), CellType()
print(one < two, one > two, one <= CellType(1), one >= two, one == CellType(1), one != two)
# expect: True False True False True True
print(empty < one, one < empty, empty == CellType(), empty != one, empty <= CellType())
# expect: True False True True True
print(one == 1, one.__lt__(1))  # expect: False NotImplemented


class Told:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print("eq", self.name, other.name)
        return False

    def __lt__(self, other):
        print("lt", self.name, other.name)
        return "yes"


print(CellType(Told("a")) == CellType(Told("b")))
# expect: eq a b
# expect: False
for compare in (lambda: CellType(1) < CellType("a"), lambda: one < 1, lambda: hash(one)):
    try:
        compare()
    except TypeError as error:
        print(error)
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'cell' and 'int'
# expect: unhashable type: 'cell'
