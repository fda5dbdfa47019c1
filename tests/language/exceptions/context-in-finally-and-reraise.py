# context in finally and reraise
try:
    try:
        raise ValueError("a")
    finally:
        raise KeyError("b")
except KeyError as e:
    print(repr(e.__context__))  # expect: ValueError('a')
try:
    try:
        raise ValueError("a")
    except ValueError as e:
        first = e
        raise
except ValueError as e:
    print(e is first, e.__context__)  # expect: True None
e1 = None
try:
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise KeyError(2)
        except KeyError:
            raise TypeError(3)
except TypeError as e:
    chain = []
    while e:
        chain.append(repr(e))
        e = e.__context__
    print(chain)  # expect: ['TypeError(3)', 'KeyError(2)', 'ValueError(1)']
