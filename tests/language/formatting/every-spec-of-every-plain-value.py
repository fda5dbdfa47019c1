# format(), str.format(), f-strings and % of ints, floats, strs, bools and instances of their subclasses: every combination, and the errors' texts.
import enum
import hashlib


class I(int):
    pass


class F(float):
    pass


class S(str):
    def __str__(self):
        return "its own"


class IE(enum.IntEnum):
    A = 1


class SE(enum.StrEnum):
    A = "ä"


class P:
    def __init__(self):
        self.x = [1, {"k": "v"}]
        self.own = 5

    own = 6
    shared = "of the class"

    @property
    def asked(self):
        return "p"

    def __format__(self, spec):
        return f"<{spec}>"


values = [0, 1, -1, 255, -12345, 2**31, 2**47, -(2**47), 2**48, 2**63, -(2**64), 10**30, -(10**100), True, False, I(7), I(2**70), IE.A, 0.0, -0.0, 1.5, -2.5, 1e16, 1e22, 123456.789, 1e-5, 5e-324,
          1.7976931348623157e308, float("inf"), float("-inf"), float("nan"), F(2.25), 100.0, 999999.5, 0.0001, 0.00012345, 9.5, 99999.5, "", "a", "äöü", "\u20ac\U0001f600x", S("text"), SE.A, None]  # fmt: skip
specs = ["", "d", "x", "X", "b", "o", "c", "e", "E", "f", "F", "g", "G", "%", "s", "n", "q"]
fronts = ["", "5", "012", "<8", ">8", "^9", "=9", "*^20", "+", "-", " ", "#", "#012", "+#x>12", ",", "_", "12,", "012_", ".0", ".1", ".3", ".16", ".17", ".18", "+.2", "#.3", "#.0", "20,.2", "-5", "<05", "ä>6", "10.3"]
lines = []
for v in values:
    for front in fronts:
        for kind in specs:
            spec = front + kind
            if kind == "c" and isinstance(v, int) and not -1 <= v < 2**31 - 1:  # (texts of errors are the platform's)
                continue
            try:
                made = format(v, spec)
                assert type(made) in (str, type(v))
                assert made == f"{v:{spec}}" == ("{:" + spec + "}").format(v) == "{:{}}".format(v, spec) == "{v:{s}}".format_map({"v": v, "s": spec})
            except (ValueError, TypeError, OverflowError) as e:
                made = f"{type(e).__name__}: {e}"
            lines.append(f"{v!r:.40} {spec!r} {made} {type(made).__name__}")
print(len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest())
# expect: 24160 3a75fce0cfdedc798b87fc0409c64b01b9e495ea6da10546d24409f09ab8f55d
for line in lines[::577]:
    print(ascii(line))
# expect: "0 '' 0 str"
# expect: "1 '5q' ValueError: Unknown format code 'q' for object of type 'int' str"
# expect: "-1 '<8n' -1       str"
# expect: "255 '^9s' ValueError: Unknown format code 's' for object of type 'int' str"
# expect: "-12345 '+b' -11000000111001 str"
# expect: "2147483648 '#012o' 0o20000000000 str"
# expect: "140737488355328 '12,e' 1.407375e+14 str"
# expect: "-140737488355328 '.3E' -1.407E+14 str"
# expect: "281474976710656 '+.2f' +281474976710656.00 str"
# expect: "9223372036854775808 '-5F' 9223372036854775808.000000 str"
# expect: "1000000000000000000000000000000 'g' 1e+30 str"
# expect: "-100000000000000000000000000000000000000 '>8G'  -1E+100 str"
# expect: "True '+b' +1 str"
# expect: "False ' X'  0 str"
# expect: "7 '#012x' 0x0000000007 str"
# expect: "1180591620717411303424 ',q' ValueError: Cannot specify ',' with 'q'. str"
# expect: "<IE.A: 1> '012_n' ValueError: Cannot specify '_' with 'n'. str"
# expect: "0.0 '.1s' ValueError: Unknown format code 's' for object of type 'float' str"
# expect: "-0.0 '.16%' -0.0000000000000000% str"
# expect: "1.5 '.18G' 1.5 str"
# expect: "-2.5 '#.3g' -2.50 str"
# expect: "1e+16 '20,.2F' 10,000,000,000,000,000.00 str"
# expect: "1e+22 '<05f' 10000000000000000000000.000000 str"
# expect: "123456.789 '10.3E'  1.235E+05 str"
# expect: "5e-324 '5e' 4.940656e-324 str"
# expect: "1.7976931348623157e+308 '<8c' ValueError: Unknown format code 'c' for object of type 'float' str"
# expect: "inf '^9o' ValueError: Unknown format code 'o' for object of type 'float' str"
# expect: "-inf '*^20b' ValueError: Unknown format code 'b' for object of type 'float' str"
# expect: "nan '-X' ValueError: Unknown format code 'X' for object of type 'float' str"
# expect: "2.25 '#x' ValueError: Unknown format code 'x' for object of type 'F' str"
# expect: "100.0 '+#x>12d' ValueError: Invalid format specifier '+#x>12d' for object of type 'float' str"
# expect: "999999.5 '_' 999_999.5 str"
# expect: "0.0001 '12,q' ValueError: Cannot specify ',' with 'q'. str"
# expect: "0.00012345 '.0n' 0.0001 str"
# expect: "9.5 '.3s' ValueError: Unknown format code 's' for object of type 'float' str"
# expect: "99999.5 '.17%' 9999950.00000000000000000% str"
# expect: "'' '+.2G' ValueError: Unknown format code 'G' for object of type 'str' str"
# expect: "'a' '#.0g' ValueError: Unknown format code 'g' for object of type 'str' str"
# expect: "'\xe4\xf6\xfc' '-5F' ValueError: Unknown format code 'F' for object of type 'str' str"
# expect: "'\u20ac\U0001f600x' '\xe4>6f' ValueError: Unknown format code 'f' for object of type 'str' str"
# expect: "<SE.A: '\xe4'> 'E' ValueError: Unknown format code 'E' for object of type 'SE' str"
# expect: "None '012e' TypeError: unsupported format string passed to NoneType.__format__ str"

lines = []
for v in values:
    for flags in ["", "-", "+", " ", "0", "#", "#0", "-0", "+#"]:
        for measure in ["", "1", "9", ".0", ".2", "9.3", "12.9", ".17", ".18"]:
            for kind in "diuoxXeEfFgGcrsa%q":
                form = "%" + flags + measure + kind
                try:
                    made = "[" + form + "]"
                    made = made % ((v,) if kind != "%" else ())
                    assert type(made) in (str, type(v))
                    star = ("%" + flags + "*" + kind) % (7, v) if kind != "%" else ""
                except (ValueError, TypeError, OverflowError) as e:
                    made, star = f"{type(e).__name__}: {e}", ""
                lines.append(f"{v!r:.40} {form!r} {made} {star}")
                if type(v) is not str and kind not in "sa%r":
                    try:
                        made = (b"[" + form.encode() + b"]") % v
                    except (ValueError, TypeError, OverflowError) as e:
                        made = f"{type(e).__name__}: {e}"
                    lines.append(f"{made}")
print(len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest())
# expect: 112104 3ffb93a20cfb663c766c886adb30f1675de70fcabcdeda57e2035b79aff0ba52
for line in lines[::1577]:
    print(ascii(line))
# expect: "0 '%d' [0]       0"
# expect: "b'[0x00]'"
# expect: "1 '%-.18F' [1.000000000000000000] 1.000000"
# expect: "1 '%-0.0s' [] 1      "
# expect: "-1 '% .18u' [-000000000000000001]      -1"
# expect: "b'[3e+02]'"
# expect: "255 '%#.17G' [255.00000000000000] 255.000"
# expect: "ValueError: unsupported format character 'q' (0x71) at index 4"
# expect: "-12345 '%-0.17x' [-00000000000003039] -3039  "
# expect: "b'[2147483648.000000]'"
# expect: "140737488355328 '%12.9r' [   140737488] 140737488355328"
# expect: "b'[140737488355328]'"
# expect: "-140737488355328 '%+12.9e' [-1.407374884e+14] -1.407375e+14"
# expect: "b'[-1.40737e+14]'"
# expect: "281474976710656 '%09.3q' ValueError: unsupported format character 'q' (0x71) at index 6 "
# expect: "b'[1000000000000000000000]'"
# expect: "9223372036854775808 '%#09.3f' [9223372036854775808.000] 9223372036854775808.000000"
# expect: 'OverflowError: %c arg not in range(256)'
# expect: "-18446744073709551616 '%+#9.3i' [-18446744073709551616] -18446744073709551616"
# expect: "b'[0XC9F2C9CD04674EDEA40000000]'"
# expect: "-100000000000000000000000000000000000000 '%-.2g' [-1e+100] -1e+100"
# expect: "-100000000000000000000000000000000000000 '%#0.18%' TypeError: not enough arguments for format string "
# expect: "True '% .2o' [ 01]       1"
# expect: "b'[+1.000000000000000000E+00]'"
# expect: "False '%#.0c' [\x00]       \x00"
# expect: "b'[000000000000000007]'"
# expect: "7 '%-0.0X' [7] 7      "
# expect: "b'[ 1180591620717411303424.00000000000000000]'"
# expect: "<IE.A: 1> '%9a' [<IE.A: 1>] <IE.A: 1>"
# expect: "b'[00000000000000001]'"
# expect: "0.0 '%+9E' [+0.000000E+00] +0.000000E+00"
# expect: "b'[0           ]'"
# expect: "-0.0 '%09d' [000000000] 0000000"
# expect: 'TypeError: %x format: an integer is required, not float'
# expect: "1.5 '%#01F' [1.500000] 1.500000"
# expect: "-2.5 '%+9.3s' [      -2.]    -2.5"
# expect: "-2.5 '%+#1u' [-2]      -2"
# expect: "b'[1.000e+16]'"
# expect: "1e+22 '%-G' [1E+22] 1E+22  "
# expect: "ValueError: unsupported format character 'q' (0x71) at index 6"
# expect: "123456.789 '% x' TypeError: %x format: an integer is required, not float "
# expect: "b'[+123456.79]'"
# expect: "1e-05 '%0.18r' [1e-05]   1e-05"
# expect: "b'[00]'"
# expect: "5e-324 '%#0.18e' [4.940656458412465442e-324] 4.940656e-324"
# expect: "b'[ 2e+308]'"
# expect: "1.7976931348623157e+308 '%+#.17q' ValueError: unsupported format character 'q' (0x71) at index 7 "
# expect: 'TypeError: %o format: an integer is required, not float'
# expect: "-inf '%-.17f' [-inf] -inf   "
# expect: 'TypeError: %c requires an integer in range(256) or a single byte, not float'
# expect: "nan '% .17i' ValueError: cannot convert float NaN to integer "
# expect: 'TypeError: %X format: an integer is required, not F'
# expect: "2.25 '%#12.9g' [  2.25000000] 2.25000"
# expect: "100.0 '%+1%' TypeError: not enough arguments for format string "
# expect: "100.0 '%-012.9o' TypeError: %o format: an integer is required, not float "
# expect: "b'[9.999995E+05]'"
# expect: "0.0001 '%9.3c' TypeError: %c requires an int or a unicode character, not float "
# expect: "b'[0]'"
# expect: "0.00012345 '%+9.3X' TypeError: %X format: an integer is required, not float "
# expect: "b'[+0.000123]'"
# expect: "9.5 '%0.2a' [9.]     9.5"
# expect: "b'[99999]'"
# expect: "99999.5 '%#0.2E' [1.00E+05] 9.999950E+04"
# expect: "'' '%#9F' TypeError: must be real number, not str "
# expect: "'a' '%#0u' TypeError: %u format: a real number is required, not str "
# expect: "'\xe4\xf6\xfc' '%#012.9r' [       '\xe4\xf6\xfc']   '\xe4\xf6\xfc'"
# expect: "'\u20ac\U0001f600x' '%-0.2e' TypeError: must be real number, not str "
# expect: 'TypeError: float argument required, not S'
# expect: "<SE.A: '\xe4'> '%-a' [<SE.A: '\\xe4'>] <SE.A: '\\xe4'>"
# expect: 'TypeError: %u format: a real number is required, not SE'
# expect: "None '% E' TypeError: must be real number, not NoneType "
# expect: 'TypeError: float argument required, not NoneType'

# fields with lookups
p = P()
for text in ["{0.x[0]}", "{0.x[1][k]!r}", "{0.own}", "{0.shared}", "{0.asked}", "{0:>{1}}", "{0!s:.3}", "{0}", "{0:abc} {1:>{1}}", "{a}", "{a.x[1]}", "{0.nothing}", "{0.x[5]}", "{0.x[1][z]}", "{0.x[-1]}", "{0.x[}",
             "{0", "{0.x[0]!z}", "{} {0}", "{} {}", "{} {} {}", "{1:{1}}", "{1:*^{1}d}", "{1!r:>{1}}", "{1:{1}{1}}", "{1:{1:{1}}}", "}", "{{}}", "{1:}", "{1!s}", "{a.own:04d}|{b[k]}|{b[2]}", "{b[é]}", "{é}"]:  # fmt: skip
    try:
        print(ascii(text.format(p, 8, a=p, b={"k": 1, 2: "two", "é": 3}, é=4)))
    except Exception as e:
        print(text, type(e).__name__, ascii(str(e)))
    try:
        print(ascii(text.format_map({"a": p, "b": {"k": 1, 2: "two", "é": 3}, "é": 4})))
    except Exception as e:
        print(text, type(e).__name__, ascii(str(e)))
# expect: '1'
# expect: {0.x[0]} ValueError 'Format string contains positional fields'
# expect: "'v'"
# expect: {0.x[1][k]!r} ValueError 'Format string contains positional fields'
# expect: '5'
# expect: {0.own} ValueError 'Format string contains positional fields'
# expect: 'of the class'
# expect: {0.shared} ValueError 'Format string contains positional fields'
# expect: 'p'
# expect: {0.asked} ValueError 'Format string contains positional fields'
# expect: '<>8>'
# expect: {0:>{1}} ValueError 'Format string contains positional fields'
# expect: '<__'
# expect: {0!s:.3} ValueError 'Format string contains positional fields'
# expect: '<>'
# expect: {0} ValueError 'Format string contains positional fields'
# expect: '<abc>        8'
# expect: {0:abc} {1:>{1}} ValueError 'Format string contains positional fields'
# expect: '<>'
# expect: '<>'
# expect: "{'k': 'v'}"
# expect: "{'k': 'v'}"
# expect: {0.nothing} AttributeError "'P' object has no attribute 'nothing'"
# expect: {0.nothing} ValueError 'Format string contains positional fields'
# expect: {0.x[5]} IndexError 'list index out of range'
# expect: {0.x[5]} ValueError 'Format string contains positional fields'
# expect: {0.x[1][z]} KeyError "'z'"
# expect: {0.x[1][z]} ValueError 'Format string contains positional fields'
# expect: {0.x[-1]} TypeError 'list indices must be integers or slices, not str'
# expect: {0.x[-1]} ValueError 'Format string contains positional fields'
# expect: {0.x[} ValueError "expected '}' before end of string"
# expect: {0.x[} ValueError "expected '}' before end of string"
# expect: {0 ValueError "expected '}' before end of string"
# expect: {0 ValueError "expected '}' before end of string"
# expect: {0.x[0]!z} ValueError 'Unknown conversion specifier z'
# expect: {0.x[0]!z} ValueError 'Format string contains positional fields'
# expect: {} {0} ValueError 'cannot switch from automatic field numbering to manual field specification'
# expect: {} {0} ValueError 'Format string contains positional fields'
# expect: '<> 8'
# expect: {} {} ValueError 'Format string contains positional fields'
# expect: {} {} {} IndexError 'Replacement index 2 out of range for positional args tuple'
# expect: {} {} {} ValueError 'Format string contains positional fields'
# expect: '       8'
# expect: {1:{1}} ValueError 'Format string contains positional fields'
# expect: '***8****'
# expect: {1:*^{1}d} ValueError 'Format string contains positional fields'
# expect: '       8'
# expect: {1!r:>{1}} ValueError 'Format string contains positional fields'
# expect: '                                                                                       8'
# expect: {1:{1}{1}} ValueError 'Format string contains positional fields'
# expect: {1:{1:{1}}} ValueError 'Max string recursion exceeded'
# expect: {1:{1:{1}}} ValueError 'Format string contains positional fields'
# expect: } ValueError "Single '}' encountered in format string"
# expect: } ValueError "Single '}' encountered in format string"
# expect: '{}'
# expect: '{}'
# expect: '8'
# expect: {1:} ValueError 'Format string contains positional fields'
# expect: '8'
# expect: {1!s} ValueError 'Format string contains positional fields'
# expect: '0005|1|two'
# expect: '0005|1|two'
# expect: '3'
# expect: '3'
# expect: '4'
# expect: '4'


class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"


print("{a} {b}".format_map(Missing(a=1)))  # expect: 1 no b


# what an object is asked for its text may change what comes behind it
class Changes:
    def __init__(self, items):
        self.items = items

    def __format__(self, spec):
        self.items[0] += 1
        return "changes"

    __str__ = lambda self: format(self)


items = [0]
print("{0[0]} {1} {0[0]} {1:x} {0[0]}".format(items, Changes(items)))  # expect: 0 changes 1 changes 2
print("%s %d" % (Changes(items), items[0]), items)  # expect: changes 2 [3]


# tuples of subclasses are the arguments, mappings too
import collections

Point = collections.namedtuple("Point", "x y")
print("%d-%d" % Point(1, 2), repr(Point(1.5, "a")))  # expect: 1-2 Point(x=1.5, y='a')
try:
    print("%d" % Point(1, 2))
except TypeError as e:
    print(e)  # expect: not all arguments converted during string formatting
print("%d %s" % (IE.A, SE.A), "%d" % I(9), "%.1f" % F(1.25), "%x" % IE.A, "%5d|%-5d|" % (I(3), True))
# expect: 1 ä 9 1.2 1     3|1    |
print("%s" % {"a": 1}, "%(a)s" % {"a": 1}, "%(a)+5d|" % {"a": 3}, "%(a)*d" % {"a": 1} if False else "")
# expect-json: "{'a': 1} 1    +3| "

# bytes
print(b"%d %s %x %5.1f %c%c %%" % (5, b"\xff", 255, 2.5, 65, 200), b"%b" % b"abc", b"%-6s|" % b"ab", b"%.1s" % b"xyz", b"%s" % bytearray(b"q"))
# expect: b'5 \xff ff   2.5 A\xc8 %' b'abc' b'ab    |' b'x' b'q'
print(b"%(a)s" % {b"a": b"v"}, bytearray(b"%d") % 3, b"%a %r" % ("é", "é"))
# expect: b'v' bytearray(b'3') b"'\\xe9' '\\xe9'"
for bad in [(b"%s", "text"), (b"%d", "x"), (b"%c", 256), (b"%d %d", (1,)), (b"%d", (1, 2))]:
    try:
        print(bad[0] % bad[1])
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: TypeError %d format: a real number is required, not str
# expect: OverflowError %c arg not in range(256)
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during bytes formatting

# encoding with losses
for text in ["", "abc", "aé€😀z", "\udc80é"]:
    for encoding in ["ascii", "latin-1", "US-ASCII", "iso-8859-1"]:
        for errors in ["ignore", "replace", "strict"]:
            try:
                print(text.encode(encoding, errors), end=" ")
            except UnicodeEncodeError as e:
                print(ascii(e), end=" ")
    print()
# expect-json: "b'' b'' b'' b'' b'' b'' b'' b'' b'' b'' b'' b'' "
# expect-json: "b'abc' b'abc' b'abc' b'abc' b'abc' b'abc' b'abc' b'abc' b'abc' b'abc' b'abc' b'abc' "
# expect-json: "b'az' b'a???z' UnicodeEncodeError('ascii', 'a\\xe9\\u20ac\\U0001f600z', 1, 4, 'ordinal not in range(128)') b'a\\xe9z' b'a\\xe9??z' UnicodeEncodeError('latin-1', 'a\\xe9\\u20ac\\U0001f600z', 2, 4, 'ordinal not in range(256)') b'az' b'a???z' UnicodeEncodeError('ascii', 'a\\xe9\\u20ac\\U0001f600z', 1, 4, 'ordinal not in range(128)') b'a\\xe9z' b'a\\xe9??z' UnicodeEncodeError('latin-1', 'a\\xe9\\u20ac\\U0001f600z', 2, 4, 'ordinal not in range(256)') "
# expect-json: "b'' b'??' UnicodeEncodeError('ascii', '\\udc80\\xe9', 0, 2, 'ordinal not in range(128)') b'\\xe9' b'?\\xe9' UnicodeEncodeError('latin-1', '\\udc80\\xe9', 0, 1, 'ordinal not in range(256)') b'' b'??' UnicodeEncodeError('ascii', '\\udc80\\xe9', 0, 2, 'ordinal not in range(128)') b'\\xe9' b'?\\xe9' UnicodeEncodeError('latin-1', '\\udc80\\xe9', 0, 1, 'ordinal not in range(256)') "


# imports in functions find what is there
def imports():
    import math
    import sys
    from math import pi
    import os.path
    return math is sys.modules["math"], __import__("math") is math, pi > 3, __import__("os.path") is os, os.path.sep


print(imports())  # expect: (True, True, True, True, '/')
print(str.__format__(S("abc"), ">5"), str.__str__(S("abc")), type(str.__str__(S("abc"))), int.__format__(True, "d"), int.__format__(I(3), ""), str.__format__("a", ""))
# expect-json: "  abc abc <class 'str'> 1 3 a"
