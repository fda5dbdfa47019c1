# bool and none specs
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(f"{True} {True:d} {False:5} {True:>6} {True:b} {None} {True!s:>6} {None!s:<6}|")
# expect: True 1     0      1 1 None   True None  |
attempt(format, None, ">5")  # expect: TypeError: unsupported format string passed to NoneType.__format__
attempt(format, [1], ">5")  # expect: TypeError: unsupported format string passed to list.__format__
attempt(format, {}, "d")  # expect: TypeError: unsupported format string passed to dict.__format__
attempt(format, object, "x")  # expect: TypeError: unsupported format string passed to type.__format__
attempt(format, True, "s")  # expect: ValueError: Unknown format code 's' for object of type 'bool'
attempt(format, (1,), "5")  # expect: TypeError: unsupported format string passed to tuple.__format__
