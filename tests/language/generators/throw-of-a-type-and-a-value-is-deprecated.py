import warnings


def numbers():
    while True:
        try:
            yield 1
        except ValueError as error:
            print("got", repr(error), error.__traceback__ is not None)


def attempt(*args):
    generator = numbers()
    next(generator)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(generator.throw(*args))
        except BaseException as error:
            print(type(error).__name__, error)
    for warning in caught:
        print(warning.category.__name__, warning.message, warning.lineno)


attempt(ValueError)
# expect: got ValueError() True
# expect: 1
attempt(ValueError("one"))
# expect: got ValueError('one') True
# expect: 1
attempt(ValueError, "x")
# expect: got ValueError('x') True
# expect: 1
# expect: DeprecationWarning the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead. 18
attempt(ValueError, ("x", "y"))
# expect: got ValueError('x', 'y') True
# expect: 1
# expect: DeprecationWarning the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead. 18
attempt(ValueError, ValueError(3), None)
# expect: got ValueError(3) True
# expect: 1
# expect: DeprecationWarning the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead. 18
attempt(ValueError, None, None)
# expect: got ValueError() True
# expect: 1
# expect: DeprecationWarning the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead. 18
attempt(ValueError("x"), "y")
# expect: TypeError instance exception may not have a separate value
# expect: DeprecationWarning the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead. 18
attempt(ValueError, "x", 5)
# expect: TypeError throw() third argument must be a traceback object
# expect: DeprecationWarning the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead. 18
attempt(int, 1)
# expect: TypeError exceptions must be classes or instances deriving from BaseException, not type
# expect: DeprecationWarning the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead. 18
attempt(5)  # expect: TypeError exceptions must be classes or instances deriving from BaseException, not int


async def agen():
    try:
        yield 1
    except ValueError:
        yield 2


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    a = agen()
    try:
        a.asend(None).send(None)
    except StopIteration as stop:
        print(stop.value)  # expect: 1
    try:
        a.athrow(ValueError, "x", None).send(None)
    except StopIteration as stop:
        print(stop.value)  # expect: 2
print([str(w.message) for w in caught])
# expect: ['the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.']
