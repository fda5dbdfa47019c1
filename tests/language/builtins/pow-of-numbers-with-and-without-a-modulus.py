# pow() by position, by name and with what it can't do
print(pow(2, 10), pow(2, -1), pow(2.5, 2), pow(7, 200) % 1000, pow(True, 3), pow(2, 3.0))
# expect: 1024 0.5 6.25 1 1 8.0
print(pow(3, 4, 5), pow(3, -1, 7), pow(-3, 5, 7), pow(2**70, 3, 10**9), pow(5, 0, 1), pow(2, 5, -7), pow(3, 2, None), pow(base=2, exp=5, mod=7))
# expect: 1 5 2 348609024 0 -3 9 4
print(pow(-8, 1 / 3))  # expect: (1.0000000000000002+1.7320508075688772j)
for arguments in ((0, -1), (2, -1, 4), (3, 2, 0), (2.0, 3, 4), (2, 3, 4.0), ("a", 2), (0.0, -1.5)):
    try:
        print(pow(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
# expect: ZeroDivisionError zero to a negative power
# expect: ValueError base is not invertible for the given modulus
# expect: ValueError pow() 3rd argument cannot be 0
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: ZeroDivisionError zero to a negative power
class Base:
    def __pow__(self, other, modulus=None):
        return "pow", other, modulus
    def __rpow__(self, other, modulus=None):
        return "rpow", other, modulus
print(pow(Base(), 2), pow(2, Base()), pow(Base(), 2, 3))
# expect: ('pow', 2, None) ('rpow', 2, None) ('pow', 2, 3)
from itertools import starmap
print(list(starmap(pow, [(2, 3), (3, 2), (10, 20)])))  # expect: [8, 9, 100000000000000000000]
