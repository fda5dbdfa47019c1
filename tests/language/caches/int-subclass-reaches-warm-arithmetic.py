# int subclass reaches warm arithmetic
class Loud(int):
    def __add__(self, o):
        return ("loud", int(self), o)

    def __lt__(self, o):
        return "lt"

    def __index__(self):
        return 99


def add(a, b):
    return a + b


def less(a, b):
    return a < b


for i in range(50):
    add(i, 1)
    less(i, 1)
print(add(Loud(1), 2), add(2, Loud(1)), less(Loud(1), 2), less(2, Loud(1)), add(True, True))
# expect: ('loud', 1, 2) 3 lt False 2


class R(int):
    def __radd__(self, o):
        return "radd of subclass"


print(add(5, R(1)), add(R(1), 5))  # expect: radd of subclass 6
