# types.SimpleNamespace, struct.Struct, structseqs and functools.partial look at what they are given as CPython's do
import copy
import functools
import os
import struct
import time
import types


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


Namespace = types.SimpleNamespace
show(Namespace, [], [])  # expect: TypeError SimpleNamespace expected at most 1 argument, got 2
show(Namespace, 1)  # expect: TypeError 'int' object is not iterable
show(Namespace, [["x"]])
# expect: ValueError dictionary update sequence element #0 has length 1; 2 is required
show(Namespace, {1: 2})  # expect: TypeError keywords must be strings
show(Namespace, {"a": 1}, b=2)  # expect: namespace(a=1, b=2)
show(lambda: Namespace() < 1)
# expect: TypeError '<' not supported between instances of 'types.SimpleNamespace' and 'int'
show(lambda: Namespace(a=1) != Namespace(a=2))  # expect: True
show(hash, Namespace())  # expect: TypeError unhashable type: 'types.SimpleNamespace'


class Loud(Namespace):
    def __init__(self, *args, **kwargs):
        print("init", args, kwargs)
        super().__init__(**kwargs)


show(lambda: copy.replace(Loud(a=1, b=2), b=3))
# expect: init () {'a': 1, 'b': 2}
# expect: init () {}
# expect: Loud(a=1, b=3)


class Pretender:
    __class__ = Namespace


print(Namespace() == Pretender())  # expect: False

s = struct.Struct(">h")
show(s.__init__, "$")  # expect: error bad char in struct format
show(struct.pack_into, "2s", bytearray(4), 2**1000, b"a")
# expect: IndexError cannot fit 'int' into an index-sized integer
show(struct.unpack_from, "2s", bytearray(4), 2**1000)
# expect: OverflowError Python int too large to convert to C ssize_t

T = time.struct_time
show(T, "123456789", dict=None)  # expect: TypeError time.struct_time() takes a dict as second arg, if any
show(T, "123456789", {"tm_year": 0})
# expect: TypeError time.struct_time() got duplicate or unexpected field name(s)
show(T, "123456789", {"tm_zone": "q", "tm_gmtoff": 3})
# expect: time.struct_time(tm_year='1', tm_mon='2', tm_mday='3', tm_hour='4', tm_min='5', tm_sec='6', tm_wday='7', tm_yday='8', tm_isdst='9')
show(T, "1234567890", {"tm_zone": "q"})
# expect: TypeError time.struct_time() got duplicate or unexpected field name(s)
show(lambda: copy.replace(T("123456789"), tm_zone="a").tm_zone)  # expect: a
show(T("12345678901").__reduce__)
# expect: (<class 'time.struct_time'>, (('1', '2', '3', '4', '5', '6', '7', '8', '9'), {'tm_zone': '0', 'tm_gmtoff': '1'}))
show(setattr, T("123456789"), "tm_zone", 1)  # expect: AttributeError readonly attribute
show(T, 1)  # expect: TypeError constructor requires a sequence
show(lambda: copy.replace(os.stat_result(range(10)), st_mode=1))
# expect: TypeError __replace__() is not supported for os.stat_result because it has unnamed field(s)
show(os.stat_result, range(11), {"st_atime": 3})
# expect: TypeError os.stat_result() got duplicate or unexpected field name(s)

p = functools.partial(print, 1, end="")
for name in ("func", "args", "keywords"):
    show(setattr, p, name, 1)
    show(delattr, p, name)
# expect: AttributeError readonly attribute
# expect: AttributeError readonly attribute
# expect: AttributeError readonly attribute
# expect: AttributeError readonly attribute
# expect: AttributeError readonly attribute
# expect: AttributeError readonly attribute
print(type(functools.partial.func).__name__, p.args, p.keywords)  # expect: member_descriptor (1,) {'end': ''}
p.__setstate__((p, (), {}, {}))
print(p)  # expect: functools.partial(...)
p.__setstate__((print, (p,), {}, {}))
print(p)  # expect: functools.partial(<built-in function print>, ...)
p.__setstate__((print, (), {}, {}))
