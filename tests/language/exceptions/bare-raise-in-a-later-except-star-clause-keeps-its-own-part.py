# bare raise in a later except star clause keeps its own part
import sys


class Odd(Exception):
    pass


def show(group, second, first):
    try:
        try:
            raise group
        except* first:
            print("first", repr(sys.exception()))
        except* second:
            print("second", repr(sys.exception()))
            raise
    except BaseException as error:
        print("left", repr(error), repr(error.__context__))


show(ExceptionGroup("many", [TypeError(1), ValueError(1)]), TypeError, ValueError)
# expect: first ExceptionGroup('many', [ValueError(1)])
# expect: second ExceptionGroup('many', [TypeError(1)])
# expect: left ExceptionGroup('many', [TypeError(1)]) None
show(ExceptionGroup("many", [Odd(), KeyError(2), ValueError(3)]), (TypeError, Odd), ValueError)
# expect: first ExceptionGroup('many', [ValueError(3)])
# expect: second ExceptionGroup('many', [Odd()])
# expect: left ExceptionGroup('many', [Odd(), KeyError(2)]) None
show(ExceptionGroup("many", [Odd(), KeyError(2), ExceptionGroup("in", [ValueError(3), Odd(1)])]), (TypeError, Odd), ValueError)
# expect: first ExceptionGroup('many', [ExceptionGroup('in', [ValueError(3)])])
# expect: second ExceptionGroup('many', [Odd(), ExceptionGroup('in', [Odd(1)])])
# expect: left ExceptionGroup('many', [Odd(), KeyError(2), ExceptionGroup('in', [Odd(1)])]) None
show(ValueError("plain"), TypeError, ValueError)  # expect: first ExceptionGroup('', (ValueError('plain'),))
show(TypeError("plain"), TypeError, ValueError)
# expect: second ExceptionGroup('', (TypeError('plain'),))
# expect: left ExceptionGroup('', (TypeError('plain'),)) None
