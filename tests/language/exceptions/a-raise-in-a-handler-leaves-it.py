# a raise in a handler leaves it
def f():
    try:
        raise ValueError("first")
    except ValueError:
        raise KeyError("second")
    except KeyError:
        print("never here")


try:
    f()
except KeyError as e:
    print(repr(e), repr(e.__context__), e.__cause__, e.__suppress_context__)
# expect: KeyError('second') ValueError('first') None False
