import warnings

warnings.simplefilter("error")
for source in ("9and x", "a = 0xfor x", "1jor x", "\n\nif 1:\n    é = 1_000if x else y", "[9for x in ()]"):
    try:
        compile(source, "<t>", "exec")
    except SyntaxError as e:
        print(e.msg, e.filename, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
# expect: invalid decimal literal <t> 1 1 1 1 '9and x'
# expect: invalid hexadecimal literal <t> 1 7 1 7 'a = 0xfor x'
# expect: invalid imaginary literal <t> 1 2 1 2 '1jor x'
# expect: invalid decimal literal <t> 4 13 4 13 '    é = 1_000if x else y'
# expect: invalid decimal literal <t> 1 2 1 2 '[9for x in ()]'
try:
    ~True
except DeprecationWarning as e:
    print(e)
# expect: Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.
