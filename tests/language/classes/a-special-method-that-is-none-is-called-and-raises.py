# a special method that is none is called and raises
class E:
    __eq__ = None
    __lt__ = None
for text in ('E() == E()', 'E() != E()', 'E() == 1', '1 == E()', 'E() < 1', 'E() > E()', '[E()] == [E()]', 'E() in [E()]', '[1].index(E())', '{1: 1} == {1: E()}'):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, e)
# expect: E() == E() 'NoneType' object is not callable
# expect: E() != E() 'NoneType' object is not callable
# expect: E() == 1 'NoneType' object is not callable
# expect: 1 == E() 'NoneType' object is not callable
# expect: E() < 1 'NoneType' object is not callable
# expect: E() > E() 'NoneType' object is not callable
# expect: [E()] == [E()] 'NoneType' object is not callable
# expect: E() in [E()] 'NoneType' object is not callable
# expect: [1].index(E()) 'NoneType' object is not callable
# expect: {1: 1} == {1: E()} 'NoneType' object is not callable


class I(int):
    __add__ = None
    __eq__ = None
    __hash__ = int.__hash__
    __lt__ = None
    __radd__ = None
for text in ('I() + 1', '1 + I()', 'I() == 1', '1 == I()', 'I() < 1', '1 < I()', '1 > I()', 'I(1) != 1', 'sum([I(1)])', 'sorted([I(1), I(2)])', 'max(I(1), I(2))', 'I(1) in {1: 2}'):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, e)
# expect: I() + 1 'NoneType' object is not callable
# expect: 1 + I() 'NoneType' object is not callable
# expect: I() == 1 'NoneType' object is not callable
# expect: 1 == I() 'NoneType' object is not callable
# expect: I() < 1 'NoneType' object is not callable
# expect: 1 < I() False
# expect: 1 > I() 'NoneType' object is not callable
# expect: I(1) != 1 False
# expect: sum([I(1)]) 'NoneType' object is not callable
# expect: sorted([I(1), I(2)]) 'NoneType' object is not callable
# expect: max(I(1), I(2)) 2
# expect: I(1) in {1: 2} 'NoneType' object is not callable


def less(a, b):
    return a < b
for i in range(50):
    less(i, 50)
try:
    less(E(), 1)
except TypeError as e:
    print(e)  # expect: 'NoneType' object is not callable
