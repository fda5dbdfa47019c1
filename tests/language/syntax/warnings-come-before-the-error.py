# the parser warns as it reads: also of a text that turns out to be no program
import warnings

for source in ("pass 5in x", "print(0x1for x in y", "b'\\d' x", "'\\d' = = 1", "try 5in(300)", "1if 0else", "x = 1\n'\\q'\ny = = 2"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<source>", "exec")
        except SyntaxError as error:
            print(error)
    for warning in caught:
        print(" ", warning.category.__name__, warning.message, warning.lineno)
# expect: invalid syntax (<source>, line 1)
# expect-json: "  SyntaxWarning invalid decimal literal 1"
# expect: '(' was never closed (<source>, line 1)
# expect-json: "  SyntaxWarning invalid hexadecimal literal 1"
# expect: invalid syntax (<source>, line 1)
# expect-json: "  SyntaxWarning \"\\d\" is an invalid escape sequence. Such sequences will not work in the future. Did you mean \"\\\\d\"? A raw string is also an option. 1"
# expect: cannot assign to literal (<source>, line 1)
# expect-json: "  SyntaxWarning \"\\d\" is an invalid escape sequence. Such sequences will not work in the future. Did you mean \"\\\\d\"? A raw string is also an option. 1"
# expect: expected ':' (<source>, line 1)
# expect-json: "  SyntaxWarning invalid decimal literal 1"
# expect: expected expression after 'else', but statement is given (<source>, line 1)
# expect-json: "  SyntaxWarning invalid decimal literal 1"
# expect-json: "  SyntaxWarning invalid decimal literal 1"
# expect: invalid syntax (<source>, line 3)
# expect-json: "  SyntaxWarning \"\\q\" is an invalid escape sequence. Such sequences will not work in the future. Did you mean \"\\\\q\"? A raw string is also an option. 2"
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        compile("pass 5in x", "<source>", "exec")
    except SyntaxError as error:
        print(error)  # expect: invalid decimal literal (<source>, line 1)
