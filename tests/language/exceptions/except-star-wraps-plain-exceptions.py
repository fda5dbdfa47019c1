# except star wraps plain exceptions
try:
    raise ValueError("bare")
except* ValueError as e:
    print(repr(e))  # expect: ExceptionGroup('', (ValueError('bare'),))
try:
    try:
        raise ValueError("pass through")
    except* TypeError:
        print("no")
except ValueError as e:
    print(repr(e))  # expect: ValueError('pass through')
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except BaseExceptionGroup as e:
    print(repr(e))  # expect: ExceptionGroup('', [KeyError('new'), ExceptionGroup('g', [TypeError(2)])])
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as e:
        raise
except ExceptionGroup as e:
    print(repr(e))  # expect: ExceptionGroup('g', [ValueError(1)])
