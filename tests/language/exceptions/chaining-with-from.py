# chaining with from
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError("wrapped") from e
except RuntimeError as e:
    print(repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
# expect: ZeroDivisionError('division by zero') True True
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("quiet") from None
except RuntimeError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
# expect: None ZeroDivisionError('division by zero') True
try:
    raise RuntimeError("x") from ValueError
except RuntimeError as e:
    print(repr(e.__cause__))  # expect: ValueError()
try:
    raise RuntimeError("x") from 5
except TypeError as e:
    print(e)  # expect: exception causes must derive from BaseException
