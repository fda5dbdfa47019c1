# Counts of re.sub and re.split of all kinds, templates that change.
import re
import warnings

warnings.simplefilter("ignore")


class Index:
    def __index__(self):
        return 2


class Int(int):
    def __index__(self):
        return 7


p = re.compile(r"(\d)(\w)?")
for count in (0, 1, True, Index(), Int(2), 2**70, -1, 1.5, "1", None):
    for f in (lambda: p.sub("x", "1a2b3c", count), lambda: p.split("1a2b3c", count), lambda: p.subn(r"<\1>", "1a2b3c", count),
              lambda: re.sub(r"\d", "x", "1a2b3c", count=count), lambda: p.sub(lambda m: m[0] * 2, "1a2b3c", count)):
        try:
            print(f(), end=" ")
        except (TypeError, OverflowError) as e:
            print(type(e).__name__, e, end=" ")
    print()
# expect-json: "xxx ['', '1', 'a', '', '2', 'b', '', '3', 'c', ''] ('<1><2><3>', 3) xaxbxc 1a1a2b2b3c3c "
# expect-json: "x2b3c ['', '1', 'a', '2b3c'] ('<1>2b3c', 1) xa2b3c 1a1a2b3c "
# expect-json: "x2b3c ['', '1', 'a', '2b3c'] ('<1>2b3c', 1) xa2b3c 1a1a2b3c "
# expect-json: "xx3c ['', '1', 'a', '', '2', 'b', '3c'] ('<1><2>3c', 2) xaxb3c 1a1a2b2b3c "
# expect-json: "xx3c ['', '1', 'a', '', '2', 'b', '3c'] ('<1><2>3c', 2) xaxb3c 1a1a2b2b3c "
# expect-json: "OverflowError Python int too large to convert to C ssize_t OverflowError Python int too large to convert to C ssize_t OverflowError Python int too large to convert to C ssize_t OverflowError Python int too large to convert to C ssize_t OverflowError Python int too large to convert to C ssize_t "
# expect-json: "1a2b3c ['1a2b3c'] ('1a2b3c', 0) 1a2b3c 1a2b3c "
# expect-json: "TypeError 'float' object cannot be interpreted as an integer TypeError 'float' object cannot be interpreted as an integer TypeError 'float' object cannot be interpreted as an integer TypeError 'float' object cannot be interpreted as an integer TypeError 'float' object cannot be interpreted as an integer "
# expect-json: "TypeError 'str' object cannot be interpreted as an integer TypeError 'str' object cannot be interpreted as an integer TypeError 'str' object cannot be interpreted as an integer TypeError 'str' object cannot be interpreted as an integer TypeError 'str' object cannot be interpreted as an integer "
# expect-json: "TypeError 'NoneType' object cannot be interpreted as an integer TypeError 'NoneType' object cannot be interpreted as an integer TypeError 'NoneType' object cannot be interpreted as an integer TypeError 'NoneType' object cannot be interpreted as an integer TypeError 'NoneType' object cannot be interpreted as an integer "
for template in (r"<\1>", r"<\2>", r"<\1>", r"\g<0>!", r"\\", "plain", r"<\1>", r"\9", r"<\2>", r"\n", r"<\2>"):
    try:
        print(repr(p.sub(template, "1a2b3")))
    except re.error as e:
        print(e)
# expect: '<1><2><3>'
# expect: '<a><b><>'
# expect: '<1><2><3>'
# expect: '1a!2b!3!'
# expect: '\\\\\\'
# expect: 'plainplainplain'
# expect: '<1><2><3>'
# expect: invalid group reference 9 at position 1
# expect: '<a><b><>'
# expect: '\n\n\n'
# expect: '<a><b><>'
b = re.compile(rb"(\d)")
print(b.sub(rb"<\1>", b"1a2"), b.sub(rb"[\1]", b"1a2"), b.sub(rb"[\1]", b"3"))
# expect: b'<1>a<2>' b'[1]a[2]' b'[3]'
for wrong in (lambda: b.sub("x", b"1"), lambda: p.sub(b"x", "1")):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
# expect: sequence item 0: expected a bytes-like object, str found
# expect: sequence item 0: expected str instance, bytes found
print(re.sub("a", "b", "aaa"), re.sub("a", "b", "aaa", count=2), re.split("a", "bab", maxsplit=1), re.subn("a", "b", "aaa"))
# expect: bbb bba ['b', 'b'] ('bbb', 3)
re.purge()
print(p.sub(r"<\1>", "1a"))  # expect: <1>
