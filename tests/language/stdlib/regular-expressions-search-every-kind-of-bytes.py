# patterns search subclasses of str and whatever has a buffer; what they return is str or bytes
import array
import re


class Text(str):
    def __getitem__(self, key):
        return Text(super().__getitem__(key))


print([type(x).__name__ for x in re.findall(":+", Text("a:b::c")) + re.split(":", Text("a:b"))])
# expect: ['str', 'str', 'str', 'str']
print(type(re.sub("a", "b", Text("aa"))).__name__, type(re.match("a", Text("aa")).group()).__name__)
# expect: str str
data = bytearray(b"one two")
print(re.sub(rb"o", b"0", data), re.findall(rb"\w+", data), re.split(rb" ", data))
# expect: b'0ne tw0' [b'one', b'two'] [b'one', b'two']
print(re.match(rb"\w+", data), re.match(rb"\w+", data).string is data)
# expect: <re.Match object; span=(0, 3), match=b'one'> True
print(re.findall(b"b", array.array("b", b"abba")), re.search(b"bb", memoryview(b"abba")).span())
# expect: [b'b', b'b'] (1, 3)
print([m.group() for m in re.finditer(b"t", memoryview(b"tt"))])  # expect: [b't', b't']
for subject in 5, None, ["a"]:
    try:
        re.search("a", subject)
    except TypeError as e:
        print(e)
# expect: expected string or bytes-like object, got 'int'
# expect: expected string or bytes-like object, got 'NoneType'
# expect: expected string or bytes-like object, got 'list'
for pattern, subject in (("a", b"a"), (b"a", "a"), ("a", data)):
    try:
        re.search(pattern, subject)
    except TypeError as e:
        print(e)
# expect: cannot use a string pattern on a bytes-like object
# expect: cannot use a bytes pattern on a string-like object
# expect: cannot use a string pattern on a bytes-like object
