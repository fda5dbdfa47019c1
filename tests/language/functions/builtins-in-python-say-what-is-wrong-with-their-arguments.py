# messages about the arguments of what CPython has in C and Krait in Python
import array
import binascii
import contextvars
import functools
import hashlib
import operator
import struct
import weakref


def show(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except TypeError as e:
        print(e)


many = (1, 2, 3, 4, 5, 6, 7, 8, 9)
for function in (
    hashlib.md5, hashlib.sha256, struct.Struct, struct.calcsize, struct.unpack, struct.Struct("b").unpack, struct.Struct("b").unpack_from,
    functools.cmp_to_key, operator.index, operator.setitem, operator.length_hint, operator.countOf, array.array("b").append,
    array.array("b").insert, array.array("b").tolist, contextvars.copy_context, binascii.b2a_base64,
):
    show(function)
    show(function, *many)
    show(function, zz=1)
    show(function, b"", zz=1)
# expect: md5() takes at most 3 arguments (9 given)
# expect: md5() got an unexpected keyword argument 'zz'
# expect: md5() got an unexpected keyword argument 'zz'
# expect: sha256() takes at most 3 arguments (9 given)
# expect: sha256() got an unexpected keyword argument 'zz'
# expect: sha256() got an unexpected keyword argument 'zz'
# expect: Struct() missing required argument 'format' (pos 1)
# expect: Struct() takes at most 1 argument (9 given)
# expect: Struct() missing required argument 'format' (pos 1)
# expect: Struct() takes at most 1 argument (2 given)
# expect: _struct.calcsize() takes exactly one argument (0 given)
# expect: _struct.calcsize() takes exactly one argument (9 given)
# expect: _struct.calcsize() takes no keyword arguments
# expect: _struct.calcsize() takes no keyword arguments
# expect: unpack expected 2 arguments, got 0
# expect: unpack expected 2 arguments, got 9
# expect: _struct.unpack() takes no keyword arguments
# expect: _struct.unpack() takes no keyword arguments
# expect: Struct.unpack() takes exactly one argument (0 given)
# expect: Struct.unpack() takes exactly one argument (9 given)
# expect: Struct.unpack() takes no keyword arguments
# expect: Struct.unpack() takes no keyword arguments
# expect: unpack_from() missing required argument 'buffer' (pos 1)
# expect: unpack_from() takes at most 2 arguments (9 given)
# expect: unpack_from() missing required argument 'buffer' (pos 1)
# expect: unpack_from() got an unexpected keyword argument 'zz'
# expect: cmp_to_key() missing required argument 'mycmp' (pos 1)
# expect: cmp_to_key() takes at most 1 argument (9 given)
# expect: cmp_to_key() missing required argument 'mycmp' (pos 1)
# expect: cmp_to_key() takes at most 1 argument (2 given)
# expect: _operator.index() takes exactly one argument (0 given)
# expect: _operator.index() takes exactly one argument (9 given)
# expect: _operator.index() takes no keyword arguments
# expect: _operator.index() takes no keyword arguments
# expect: setitem expected 3 arguments, got 0
# expect: setitem expected 3 arguments, got 9
# expect: _operator.setitem() takes no keyword arguments
# expect: _operator.setitem() takes no keyword arguments
# expect: length_hint expected at least 1 argument, got 0
# expect: length_hint expected at most 2 arguments, got 9
# expect: _operator.length_hint() takes no keyword arguments
# expect: _operator.length_hint() takes no keyword arguments
# expect: countOf expected 2 arguments, got 0
# expect: countOf expected 2 arguments, got 9
# expect: _operator.countOf() takes no keyword arguments
# expect: _operator.countOf() takes no keyword arguments
# expect: array.append() takes exactly one argument (0 given)
# expect: array.append() takes exactly one argument (9 given)
# expect: array.append() takes no keyword arguments
# expect: array.append() takes no keyword arguments
# expect: insert expected 2 arguments, got 0
# expect: insert expected 2 arguments, got 9
# expect: array.insert() takes no keyword arguments
# expect: array.insert() takes no keyword arguments
# expect: array.tolist() takes no arguments (9 given)
# expect: array.tolist() takes no keyword arguments
# expect: array.tolist() takes no keyword arguments
# expect: _contextvars.copy_context() takes no arguments (9 given)
# expect: _contextvars.copy_context() takes no keyword arguments
# expect: _contextvars.copy_context() takes no keyword arguments
# expect: b2a_base64() takes exactly 1 positional argument (0 given)
# expect: b2a_base64() takes at most 2 arguments (9 given)
# expect: b2a_base64() takes exactly 1 positional argument (0 given)
# expect: b2a_base64() got an unexpected keyword argument 'zz'
for name in ("md5", "sha3_224"):
    function = getattr(hashlib, name)
    show(function, b"", data=b"")
    show(function, b"", string=b"")
    show(function, b"", data=b"", _=1)
    show(function, data=b"", string=b"")
    show(hashlib.new, name, b"", string=b"")
# expect: argument for md5() given by name ('data') and position (1)
# expect: 'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.
# expect: argument for md5() given by name ('data') and position (1)
# expect: 'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.
# expect: 'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.
# expect: argument for sha3_224() given by name ('data') and position (1)
# expect: 'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.
# expect: argument for sha3_224() given by name ('data') and position (1)
# expect: 'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.
# expect: 'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.
for value in ([], 1.5, operator.itemgetter(1)):
    show(lambda: "%c" % (value,))
    show(lambda: b"%c" % (value,))
# expect: %c requires an int or a unicode character, not list
# expect: %c requires an integer in range(256) or a single byte, not list
# expect: %c requires an int or a unicode character, not float
# expect: %c requires an integer in range(256) or a single byte, not float
# expect: %c requires an int or a unicode character, not operator.itemgetter
# expect: %c requires an integer in range(256) or a single byte, not operator.itemgetter
show(eval)  # expect: eval() takes at least 1 positional argument (0 given)
