# There are two bools: int.__new__ makes neither of them.
try:
    int.__new__(bool, 0)
except TypeError as e:
    print(e)  # expect: int.__new__(bool) is not safe, use bool.__new__()
print(bool.__new__(bool, 5), bool(0), int.__new__(int, True))  # expect: True False 1


class Number(int):
    pass


print(int.__new__(Number, 7), type(int.__new__(Number, 7)).__name__)  # expect: 7 Number
