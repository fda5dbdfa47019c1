# function gets new types after warming up
def add(a, b):
    return a + b


for i in range(500):
    r = add(i, i)
print(r, add(1.5, 2), add("a", "b"), add([1], [2]), add((), (1,)), add(2**47, 2**47))
# expect: 998 3.5 ab [1, 2] (1,) 281474976710656
try:
    add(1, "x")
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +: 'int' and 'str'


class V:
    def __add__(self, o):
        return "V.add"


print(add(V(), 1), add(3, 4))  # expect: V.add 7
