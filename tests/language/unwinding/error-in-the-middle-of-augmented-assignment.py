# error in the middle of augmented assignment
a = [1, 2, 3]
try:
    a[1] += "x"
except TypeError as e:
    print(e, a)  # expect: unsupported operand type(s) for +=: 'int' and 'str' [1, 2, 3]
try:
    a[10] += 1
except IndexError as e:
    print(e)  # expect: list index out of range
d = {}
try:
    d["k"] += 1
except KeyError as e:
    print("KeyError", e)  # expect: KeyError 'k'


class P:
    @property
    def x(self):
        return 1


p = P()
try:
    p.x += 1
except AttributeError as e:
    print(e)  # expect: property 'x' of 'P' object has no setter
try:
    p.y += 1
except AttributeError as e:
    print(e)  # expect: 'P' object has no attribute 'y'
try:
    undefined += 1
except NameError as e:
    print(e)  # expect: name 'undefined' is not defined
