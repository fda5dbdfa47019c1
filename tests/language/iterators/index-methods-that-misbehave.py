# __index__ must give an int: another thing is an error, a subclass a warning, and `sequence.__mul__` asks for it too
import operator
import warnings


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def show(function, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(repr(function(*args)))
        except Exception as e:
            print(type(e).__name__, e)
    for warning in caught:
        print(warning.category.__name__)


show(operator.index, Index("d"))  # expect: TypeError __index__ returned non-int (type str)
show(operator.index, Index(True))
# expect: 1
# expect: DeprecationWarning
show(operator.index, True)  # expect: 1
show(operator.index, 3.5)  # expect: TypeError 'float' object cannot be interpreted as an integer
show([1, 2].__getitem__, Index(True))
# expect: 2
# expect: DeprecationWarning
for sequence in ("ab", b"ab", bytearray(b"ab"), [1], (1,)):
    show(sequence.__mul__, Index(2))
    show(sequence.__rmul__, Index(2))
    show(sequence.__mul__, Index("x"))
    show(sequence.__mul__, "x")
    show(sequence.__mul__, 2**70)
# expect: 'abab'
# expect: 'abab'
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: b'abab'
# expect: b'abab'
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: bytearray(b'abab')
# expect: bytearray(b'abab')
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: [1, 1]
# expect: [1, 1]
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: (1, 1)
# expect: (1, 1)
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
show(bytearray(b"x").__imul__, Index(2))  # expect: bytearray(b'xx')
show(bytearray(b"x").__imul__, "")  # expect: TypeError 'str' object cannot be interpreted as an integer


class Factor:
    def __rmul__(self, other):
        return "mine", other

    def __index__(self):
        return 2


for sequence in ("ab", b"ab", [1], (1,)):
    print(sequence * Factor())
# expect: ('mine', 'ab')
# expect: ('mine', b'ab')
# expect: ('mine', [1])
# expect: ('mine', (1,))


class Emptying:
    def __index__(self):
        items.clear()
        return 42


items = [Emptying(), Emptying()]
print(bytes(items))  # expect: b'*'
