# The range of a UnicodeError may lie anywhere: its text says so and looks at the object only where there is one.
for start, end, length in [(0, 1, 0), (5, 6, 3), (-3, -2, 4), (1, 0, 4), (2, 3, 3), (0, 10, 3), (-1, 1, 2), (3, 4, 3), (0, 0, 0)]:
    text = "abcdef"[:length]
    print(UnicodeEncodeError("utf-8", text, start, end, "r"))
    print(UnicodeDecodeError("utf-8", text.encode(), start, end, "r"))
    print(UnicodeTranslateError(text, start, end, "r"))
# expect: 'utf-8' codec can't encode characters in position 0-0: r
# expect: 'utf-8' codec can't decode bytes in position 0-0: r
# expect: can't translate characters in position 0-0: r
# expect: 'utf-8' codec can't encode characters in position 5-5: r
# expect: 'utf-8' codec can't decode bytes in position 5-5: r
# expect: can't translate characters in position 5-5: r
# expect: 'utf-8' codec can't encode characters in position -3--3: r
# expect: 'utf-8' codec can't decode bytes in position -3--3: r
# expect: can't translate characters in position -3--3: r
# expect: 'utf-8' codec can't encode characters in position 1--1: r
# expect: 'utf-8' codec can't decode bytes in position 1--1: r
# expect: can't translate characters in position 1--1: r
# expect: 'utf-8' codec can't encode character '\x63' in position 2: r
# expect: 'utf-8' codec can't decode byte 0x63 in position 2: r
# expect: can't translate character '\x63' in position 2: r
# expect: 'utf-8' codec can't encode characters in position 0-9: r
# expect: 'utf-8' codec can't decode bytes in position 0-9: r
# expect: can't translate characters in position 0-9: r
# expect: 'utf-8' codec can't encode characters in position -1-0: r
# expect: 'utf-8' codec can't decode bytes in position -1-0: r
# expect: can't translate characters in position -1-0: r
# expect: 'utf-8' codec can't encode characters in position 3-3: r
# expect: 'utf-8' codec can't decode bytes in position 3-3: r
# expect: can't translate characters in position 3-3: r
# expect: 'utf-8' codec can't encode characters in position 0--1: r
# expect: 'utf-8' codec can't decode bytes in position 0--1: r
# expect: can't translate characters in position 0--1: r


class Odd(str):
    def __str__(self):
        error.object = None
        return self


for error in (UnicodeEncodeError(Odd("utf-8"), "x", 0, 1, "r"), UnicodeDecodeError("utf-8", b"x", 0, 1, Odd("r"))):
    try:
        print(str(error))
    except TypeError as e:
        print(e)
# expect: UnicodeError 'object' attribute must be a string
# expect: UnicodeError 'object' attribute must be a bytes
