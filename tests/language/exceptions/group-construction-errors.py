# group construction errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(ExceptionGroup, "m", [])
# expect: ValueError: second argument (exceptions) must be a non-empty sequence
attempt(ExceptionGroup, "m", [1])
# expect: ValueError: Item 0 of second argument (exceptions) is not an exception
attempt(ExceptionGroup, 5, [ValueError()])
# expect: TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
attempt(ExceptionGroup, "m", 5)  # expect: TypeError: second argument (exceptions) must be a sequence
attempt(ExceptionGroup, "m", [KeyboardInterrupt()])
# expect: TypeError: Cannot nest BaseExceptions in an ExceptionGroup
attempt(ExceptionGroup)  # expect: TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)
print(type(BaseExceptionGroup("m", [ValueError()])).__name__, type(BaseExceptionGroup("m", [KeyboardInterrupt()])).__name__)
# expect: ExceptionGroup BaseExceptionGroup
def bad():
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
attempt(bad)  # expect: TypeError: catching ExceptionGroup with except* is not allowed. Use except instead.
