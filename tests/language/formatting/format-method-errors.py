# format method errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt("{}".format)  # expect: IndexError: Replacement index 0 out of range for positional args tuple
attempt("{1}".format, 0)  # expect: IndexError: Replacement index 1 out of range for positional args tuple
attempt("{x}".format)  # expect: KeyError: 'x'
attempt("{".format)  # expect: ValueError: Single '{' encountered in format string
attempt("}".format)  # expect: ValueError: Single '}' encountered in format string
attempt("{0!x}".format, 1)  # expect: ValueError: Unknown conversion specifier x
attempt("{} {0}".format, 1)
# expect: ValueError: cannot switch from automatic field numbering to manual field specification
attempt("{0} {}".format, 1)
# expect: ValueError: cannot switch from manual field specification to automatic field numbering
attempt("{0[a}".format, {})  # expect: ValueError: expected '}' before end of string
attempt("{0.x}".format, 1)  # expect: AttributeError: 'int' object has no attribute 'x'
attempt("{0[x]}".format, [1])  # expect: TypeError: list indices must be integers or slices, not str
attempt("{!}".format, 1)  # expect: ValueError: unmatched '{' in format spec
attempt("{0!r:{1:{2}}}".format, 1, 2, 3)  # expect: ValueError: Max string recursion exceeded
