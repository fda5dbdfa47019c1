# bools are ints with their own text
print(True, False, repr(True), str(False), f"{True} {False:5} {True:d}")
# expect: True False True False True     0 1
print(True + True, True * 10, -True, ~5, True / 2, 3 - False)  # expect: 2 10 -1 -6 0.5 3
print(isinstance(True, int), type(True), bool.__mro__)
# expect: True <class 'bool'> (<class 'bool'>, <class 'int'>, <class 'object'>)
print(True == 1, True is (1 == 1), 1 is not True)  # expect: True True True
