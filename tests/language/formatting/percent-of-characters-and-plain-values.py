# %c, and %s and %r of values that are no texts and no small ints
print("%c%c|%5c|%-3c|%05c|" % (65, "b", "c", 0x1F600, 66))  # expect: Ab|    c|😀  |    B|
print("%r %s" % ("a'b", [1, None]), "%s" % None, "%5s|%-7r|" % (True, (1,)))
# expect: "a'b" [1, None] None  True|(1,)   |
print("%s" % {1: 2}, "%(a)s %(b)r" % {"a": [1], "b": None}, "%s %d" % (2**70, -(2**65)))
# expect: {1: 2} [1] None 1180591620717411303424 -36893488147419103232
print("%10s|%-10r|" % ([1], {2}))  # expect-json: "       [1]|{2}       |"
class Odd:
    def __repr__(self):
        return "odd"
print("%s %r %s" % (Odd(), [Odd()], (Odd(),)))  # expect: odd [odd] (odd,)
for template, values in (
    ("%c", "ab"), ("%c", -1), ("%c", 0x110000), ("%d", "x"), ("%s", ()), ("%c", 1.5), ("x", None), ("x", []), ("x", 5), ("%s %s", [1, 2]), ("%.2c", "a"),
):
    try:
        print(template % values)
    except Exception as error:
        print(type(error).__name__, error)
# expect: TypeError %c requires an int or a unicode character, not a string of length 2
# expect: OverflowError %c arg not in range(0x110000)
# expect: OverflowError %c arg not in range(0x110000)
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError not enough arguments for format string
# expect: TypeError %c requires an int or a unicode character, not float
# expect: TypeError not all arguments converted during string formatting
# expect: x
# expect: TypeError not all arguments converted during string formatting
# expect: TypeError not enough arguments for format string
# expect: a
