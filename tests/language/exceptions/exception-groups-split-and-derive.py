# exception groups split and derive
eg = ExceptionGroup("top", [ValueError(1), ExceptionGroup("in", [TypeError(2), ValueError(3)]), OSError(4)])
print(eg.subgroup(ValueError), eg.subgroup(KeyError), eg.split(TypeError))
# expect: top (2 sub-exceptions) None (ExceptionGroup('top', [ExceptionGroup('in', [TypeError(2)])]), ExceptionGroup('top', [ValueError(1), ExceptionGroup('in', [ValueError(3)]), OSError(4)]))
print(eg.subgroup(lambda e: isinstance(e, OSError)), eg.message, len(eg.exceptions), eg.derive([KeyError(1)]))
# expect: top (1 sub-exception) top 3 top (1 sub-exception)
match, rest = eg.split((TypeError, OSError))
print(match, rest, match.exceptions[0].__class__.__name__)
# expect: top (2 sub-exceptions) top (2 sub-exceptions) ExceptionGroup
for args in (("m", []), ("m", [5]), (5, [ValueError()]), ("m",), ("m", ValueError()), ("m", [KeyboardInterrupt()])):
    try:
        print(repr(ExceptionGroup(*args)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: ValueError second argument (exceptions) must be a non-empty sequence
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
# expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# expect: TypeError second argument (exceptions) must be a sequence
# expect: TypeError Cannot nest BaseExceptions in an ExceptionGroup
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
# expect: ExceptionGroup BaseExceptionGroup


class Mine(ExceptionGroup):
    def derive(self, excs):
        return Mine("derived", excs)


m = Mine("mine", [ValueError(1), TypeError(2)])
m.add_note("note")
print(repr(m.subgroup(ValueError)), m.subgroup(ValueError).__notes__)
# expect: Mine('derived', [ValueError(1)]) ['note']
def run(group):
    try:
        try:
            raise group
        except* ValueError as e:
            print("V", e.exceptions)
        except* (TypeError, OSError) as e:
            print("TO", e.exceptions)
            raise KeyError("new") from e
    except BaseException as e:
        print("out", repr(e))
run(eg)
# expect: V (ValueError(1), ExceptionGroup('in', [ValueError(3)]))
# expect: TO (ExceptionGroup('in', [TypeError(2)]), OSError(4))
# expect: out KeyError('new')
run(ExceptionGroup("x", [ValueError(1)]))  # expect: V (ValueError(1),)
run(ExceptionGroup("x", [IndexError(1)]))  # expect: out ExceptionGroup('x', [IndexError(1)])
run(ValueError("naked"))  # expect: V (ValueError('naked'),)
run(KeyboardInterrupt())  # expect: out KeyboardInterrupt()
