# a slice of a bytearray can be set from iterators, ranges, sets and whatever else bytearray() takes, but not from numbers and strings
from array import array
from collections import deque
from itertools import repeat


class Iterable:
    def __iter__(self):
        return iter([7, 8])


class Sequence:
    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return 5


class ToBytes:
    def __bytes__(self):
        return b"zz"


class Fails:
    def __iter__(self):
        yield 1
        yield 1 // 0


class Grows:
    def __iter__(self):
        b.append(9)
        return iter([1, 2])


class Index:
    def __index__(self):
        return 3


class Number:
    def __float__(self):
        return 3.0

    def __iter__(self):
        return iter([1, 2])


def generator():
    yield 1
    yield 2


sources = [
    lambda: iter([1, 2]), lambda: repeat(0, 2), generator, lambda: range(2), lambda: map(int, "12"), lambda: {1, 2}, lambda: {1: 0, 2: 0}, Iterable, Sequence,
    ToBytes, Fails, Grows, Index, Number, lambda: 2, lambda: True, lambda: 1.5, lambda: "ab", lambda: None, object, lambda: [Index(), 1], lambda: [256, 1],
    lambda: ["a", "b"], lambda: [2**70], lambda: iter([-1]), lambda: deque([1, 2]), lambda: memoryview(b"abcd")[::2], lambda: array("h", [1]), lambda: iter([]),
    lambda: b[::-1], lambda: b, lambda: iter(b),
]
for source in sources:
    for key in [slice(1, 2), slice(None), slice(0, 4, 2), slice(3, None, -2), slice(5, 2), slice(None, None, 3)]:
        b = bytearray(b"abcd")
        try:
            b[key] = source()
            print(bytes(b))
        except Exception as e:
            print(type(e).__name__, e)
# expect: b'a\x01\x02cd'
# expect: b'\x01\x02'
# expect: b'\x01b\x02d'
# expect: b'a\x02c\x01'
# expect: b'abcd\x01\x02'
# expect: b'\x01bc\x02'
# expect: b'a\x00\x00cd'
# expect: b'\x00\x00'
# expect: b'\x00b\x00d'
# expect: b'a\x00c\x00'
# expect: b'abcd\x00\x00'
# expect: b'\x00bc\x00'
# expect: b'a\x01\x02cd'
# expect: b'\x01\x02'
# expect: b'\x01b\x02d'
# expect: b'a\x02c\x01'
# expect: b'abcd\x01\x02'
# expect: b'\x01bc\x02'
# expect: b'a\x00\x01cd'
# expect: b'\x00\x01'
# expect: b'\x00b\x01d'
# expect: b'a\x01c\x00'
# expect: b'abcd\x00\x01'
# expect: b'\x00bc\x01'
# expect: b'a\x01\x02cd'
# expect: b'\x01\x02'
# expect: b'\x01b\x02d'
# expect: b'a\x02c\x01'
# expect: b'abcd\x01\x02'
# expect: b'\x01bc\x02'
# expect: b'a\x01\x02cd'
# expect: b'\x01\x02'
# expect: b'\x01b\x02d'
# expect: b'a\x02c\x01'
# expect: b'abcd\x01\x02'
# expect: b'\x01bc\x02'
# expect: b'a\x01\x02cd'
# expect: b'\x01\x02'
# expect: b'\x01b\x02d'
# expect: b'a\x02c\x01'
# expect: b'abcd\x01\x02'
# expect: b'\x01bc\x02'
# expect: b'a\x07\x08cd'
# expect: b'\x07\x08'
# expect: b'\x07b\x08d'
# expect: b'a\x08c\x07'
# expect: b'abcd\x07\x08'
# expect: b'\x07bc\x08'
# expect: b'a\x05\x05cd'
# expect: b'\x05\x05'
# expect: b'\x05b\x05d'
# expect: b'a\x05c\x05'
# expect: b'abcd\x05\x05'
# expect: b'\x05bc\x05'
# expect: TypeError cannot convert 'ToBytes' object to bytearray
# expect: TypeError cannot convert 'ToBytes' object to bytearray
# expect: TypeError cannot convert 'ToBytes' object to bytearray
# expect: TypeError cannot convert 'ToBytes' object to bytearray
# expect: TypeError cannot convert 'ToBytes' object to bytearray
# expect: TypeError cannot convert 'ToBytes' object to bytearray
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: b'a\x01\x02cd\t'
# expect: b'\x01\x02'
# expect: b'\x01b\x02d\t'
# expect: b'a\x02c\x01\t'
# expect: b'abcd\t\x01\x02'
# expect: b'\x01bc\x02\t'
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError cannot convert 'NoneType' object to bytearray
# expect: TypeError cannot convert 'NoneType' object to bytearray
# expect: TypeError cannot convert 'NoneType' object to bytearray
# expect: TypeError cannot convert 'NoneType' object to bytearray
# expect: TypeError cannot convert 'NoneType' object to bytearray
# expect: TypeError cannot convert 'NoneType' object to bytearray
# expect: TypeError cannot convert 'object' object to bytearray
# expect: TypeError cannot convert 'object' object to bytearray
# expect: TypeError cannot convert 'object' object to bytearray
# expect: TypeError cannot convert 'object' object to bytearray
# expect: TypeError cannot convert 'object' object to bytearray
# expect: TypeError cannot convert 'object' object to bytearray
# expect: b'a\x03\x01cd'
# expect: b'\x03\x01'
# expect: b'\x03b\x01d'
# expect: b'a\x01c\x03'
# expect: b'abcd\x03\x01'
# expect: b'\x03bc\x01'
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: b'a\x01\x02cd'
# expect: b'\x01\x02'
# expect: b'\x01b\x02d'
# expect: b'a\x02c\x01'
# expect: b'abcd\x01\x02'
# expect: b'\x01bc\x02'
# expect: b'aaccd'
# expect: b'ac'
# expect: b'abcd'
# expect: b'acca'
# expect: b'abcdac'
# expect: b'abcc'
# expect: b'a\x01\x00cd'
# expect: b'\x01\x00'
# expect: b'\x01b\x00d'
# expect: b'a\x00c\x01'
# expect: b'abcd\x01\x00'
# expect: b'\x01bc\x00'
# expect: b'acd'
# expect: b''
# expect: b'bd'
# expect: b'ac'
# expect: b'abcd'
# expect: b'bc'
# expect: b'adcbacd'
# expect: b'dcba'
# expect: ValueError attempt to assign bytes of size 4 to extended slice of size 2
# expect: ValueError attempt to assign bytes of size 4 to extended slice of size 2
# expect: b'abcddcba'
# expect: ValueError attempt to assign bytes of size 4 to extended slice of size 2
# expect: b'aabcdcd'
# expect: b'abcd'
# expect: ValueError attempt to assign bytes of size 4 to extended slice of size 2
# expect: ValueError attempt to assign bytes of size 4 to extended slice of size 2
# expect: b'abcdabcd'
# expect: ValueError attempt to assign bytes of size 4 to extended slice of size 2
# expect: b'aabcdcd'
# expect: b'abcd'
# expect: ValueError attempt to assign bytes of size 4 to extended slice of size 2
# expect: ValueError attempt to assign bytes of size 4 to extended slice of size 2
# expect: b'abcdabcd'
# expect: ValueError attempt to assign bytes of size 4 to extended slice of size 2
sieve = bytearray(b"\x01" * 50)
for i in range(2, 8):
    sieve[i * i::i] = repeat(0, len(range(i * i, 50, i)))
print([i for i in range(2, 50) if sieve[i]])
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
