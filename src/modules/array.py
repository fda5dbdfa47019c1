# The module array. Items lie in a list, ready to be used; only while somebody looks at the array's memory (the buffer protocol) they lie in a bytearray
# (_data), and when the last view goes they move back into the same list.
import _struct
from _krait import seal_types as _seal_types, to_index as _index

typecodes = "bBuwhHiIlLqQfd"
_BAD_CODE = "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)"
_SIZES = {"b": 1, "B": 1, "u": 4, "w": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
# Lowest and highest int of the integer codes
_RANGES = {code: (0, (1 << 8 * _SIZES[code]) - 1) if code.isupper() else (-1 << 8 * _SIZES[code] - 1, (1 << 8 * _SIZES[code] - 1) - 1)
           for code in "bBhHiIlLqQ"}
_RANGE_NAMES = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short", "i": "signed integer",
                "I": "unsigned int"}
_list = list


def _range_error(code, value):
    # CPython's C types first: the words differ from type to type.
    if code in "qQ":
        return "can't convert negative int to unsigned" if code == "Q" and value < 0 else "int too big to convert"
    if code in "IL":
        if value < 0:
            return "can't convert negative value to unsigned int"
        return "unsigned int is greater than maximum" if value < 1 << 64 else "Python int too large to convert to C unsigned long"
    if not -1 << 63 <= value < 1 << 63:
        return "Python int too large to convert to C long"
    if code == "b" and not -1 << 15 <= value < 1 << 15:
        name = "signed short integer"
    elif code == "H" and not -1 << 31 <= value < 1 << 31:
        name = "signed integer"
    else:
        name = _RANGE_NAMES[code]
    return f"{name} is {'greater than maximum' if value > 0 else 'less than minimum'}"


def _item_of(code, value):
    # The value as an array of this code holds it
    if code == "d" or code == "f":
        if type(value) is not float:
            if isinstance(value, str) or not (hasattr(type(value), "__float__") or hasattr(type(value), "__index__")):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            value = float(value)
        return value if code == "d" else _struct._unpack("f", _packed_float(value), 0)[0]
    if code == "w" or code == "u":
        if not isinstance(value, str):
            raise TypeError(f"array item must be a unicode character, not {type(value).__name__}")
        if len(value) != 1:
            raise TypeError(f"array item must be a unicode character, not a string of length {len(value)}")
        return str(value)
    if type(value) is not int:
        index = getattr(type(value), "__index__", None)
        if index is None:
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        value = int(index(value))
    low, high = _RANGES[code]
    if low <= value <= high:
        return value
    raise OverflowError(_range_error(code, value))


def _packed_float(value):
    try:
        return _struct._pack("f", (value,))
    except OverflowError:
        # As a cast in C: infinity
        return b"\0\0\x80\x7f" if value > 0 else b"\0\0\x80\xff"


def _pack_items(code, items):
    if code == "w" or code == "u":
        return "".join(items).encode("utf-32-le", "surrogatepass")
    if code == "B":
        return bytes(items)
    return _struct._pack(f"{len(items)}{code}", tuple(items))


def _unpack_items(code, data):
    if code == "w" or code == "u":
        return [*bytes(data).decode("utf-32-le", "surrogatepass")]
    if code == "B":
        return [*data]
    return [*_struct._unpack(f"{len(data) // _SIZES[code]}{code}", data, 0)]


def _needs_index(key):
    if not hasattr(type(key), "__index__"):
        raise TypeError("array indices must be integers")
    return key.__index__()


class array:
    """array(typecode [, initializer]) -> array

Return a new array whose items are restricted by typecode, and
initialized from the optional initializer value, which must be a list,
string or iterable over elements of the appropriate type.
"""
    __slots__ = ("_code", "_items", "_data", "_views", "__weakref__")
    __hash__ = None

    def __new__(cls, typecode, initializer=(), /, **kwargs):
        if kwargs and cls is array:
            raise TypeError("array.array() takes no keyword arguments")
        if not isinstance(typecode, str):
            raise TypeError(f"array() argument 1 must be a unicode character, not {type(typecode).__name__}")
        if len(typecode) != 1:
            raise TypeError(f"array() argument 1 must be a unicode character, not a string of length {len(typecode)}")
        if typecode == "u":
            import warnings
            warnings.warn("The 'u' type code is deprecated and will be removed in Python 3.16", DeprecationWarning)
        is_text = typecode in "uw"
        if not is_text:
            if isinstance(initializer, str):
                raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
            if isinstance(initializer, array) and initializer._code in "uw":
                raise TypeError(f"cannot use a unicode array to initialize an array with typecode '{typecode}'")
        if typecode not in _SIZES:
            raise ValueError(_BAD_CODE)
        self = object.__new__(cls)
        self._code = typecode
        self._items = []
        self._data = None
        self._views = 0
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str):
            self.fromunicode(initializer)
        elif isinstance(initializer, array) and initializer._code == typecode:
            self._items += initializer._current()
        else:
            self._items += [_item_of(typecode, item) for item in initializer]
        return self

    def __init__(self, *args, **kwargs):
        pass

    @property
    def typecode(self):
        """the typecode character used to create the array"""
        return self._code

    @property
    def itemsize(self):
        """the size, in bytes, of one array item"""
        return _SIZES[self._code]

    def _current(self):
        # The items to be read
        if self._data is not None:
            self._items[:] = _unpack_items(self._code, self._data)
        return self._items

    def _resizable(self):
        # The items, to be made more or fewer
        if self._data is not None:
            raise BufferError("cannot resize an array that is exporting buffers")
        return self._items

    def _written(self):
        # Items were assigned in place.
        if self._data is not None:
            self._data[:] = _pack_items(self._code, self._items)

    def _like(self, items):
        new = object.__new__(array)
        new._code = self._code
        new._items = items
        new._data = None
        new._views = 0
        return new

    def __len__(self):
        return len(self._items)

    def __getitem__(self, key):
        if self._data is not None:
            self._current()
        try:
            item = self._items[key]
        except IndexError:
            raise IndexError("array index out of range") from None
        except TypeError:
            _needs_index(key)
            raise
        return self._like(item) if type(key) is slice else item

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            self._set_slice(key, value)
            return
        items = self._items
        index = key if type(key) is int else _needs_index(key)
        if not -len(items) <= index < len(items):
            raise IndexError("array assignment index out of range")
        item = _item_of(self._code, value)
        items[index] = item
        if self._data is not None:
            size = _SIZES[self._code]
            at = (index + len(items) if index < 0 else index) * size
            self._data[at:at + size] = _pack_items(self._code, [item])

    def _set_slice(self, key, value):
        if not isinstance(value, array):
            raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
        if value._code != self._code:
            raise TypeError("bad argument type for built-in operation")
        source = [*value._current()]
        items = self._current()
        start, stop, step = key.indices(len(items))
        places = range(start, stop, step)
        if step == 1:
            if len(source) != len(places):
                self._resizable()
            items[start:max(start, stop)] = source
        else:
            if len(places) != len(source):
                raise ValueError(f"attempt to assign array of size {len(source)} to extended slice of size {len(places)}")
            items[key] = source
        self._written()

    def __delitem__(self, key):
        if not isinstance(key, slice):
            key = _needs_index(key)
            if not -len(self._items) <= key < len(self._items):
                raise IndexError("array assignment index out of range")
        del self._resizable()[key]

    def __iter__(self):
        return iter(self._current())

    def __reversed__(self):
        return reversed(self._current())

    def __contains__(self, value):
        return value in self._current()

    def append(self, v, /):
        """Append new value v to the end of the array."""
        item = _item_of(self._code, v)
        self._resizable().append(item)

    def extend(self, bb, /):
        """Append items to the end of the array."""
        if isinstance(bb, array):
            if bb._code != self._code:
                raise TypeError("can only extend with array of same kind")
            self._resizable().extend(bb._current())
            return
        for item in bb:
            self.append(item)

    def insert(self, i, v, /):
        """Insert a new item v into the array before position i."""
        item = _item_of(self._code, v)
        self._resizable().insert(i, item)

    def pop(self, i=-1, /):
        """Return the i-th element and delete it from the array.

i defaults to -1.
"""
        items = self._items
        i = _index(i)
        if not items:
            raise IndexError("pop from empty array")
        if not -len(items) <= i < len(items):
            raise IndexError("pop index out of range")
        return self._resizable().pop(i)

    def index(self, v, start=0, stop=9223372036854775807, /):
        """Return index of first occurrence of v in the array.

Raise ValueError if the value is not present.
"""
        try:
            return self._current().index(v, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, v, /):
        """Return number of occurrences of v in the array."""
        return self._current().count(v)

    def remove(self, v, /):
        """Remove the first occurrence of v in the array."""
        for i, item in enumerate(self._current()):
            if item == v:
                del self._resizable()[i]
                return
        raise ValueError("array.remove(x): x not in array")

    def reverse(self, /):
        """Reverse the order of the items in the array."""
        self._current().reverse()
        self._written()

    def clear(self, /):
        """Remove all items from the array."""
        self._resizable().clear()

    def buffer_info(self, /):
        """Return a tuple (address, length) giving the current memory address and the length in items of the buffer used to hold array's contents.

The length should be multiplied by the itemsize attribute to calculate
the buffer length in bytes.
"""
        return id(self._items), len(self._items)

    def byteswap(self, /):
        """Byteswap all items of the array.

If the items in the array are not 1, 2, 4, or 8 bytes in size, RuntimeError is
raised.
"""
        size = _SIZES[self._code]
        data = bytearray(_pack_items(self._code, self._current()))
        swapped = bytearray(len(data))
        for i in range(size):
            swapped[i::size] = data[size - 1 - i::size]
        self._items[:] = _unpack_items(self._code, swapped)
        self._written()

    def frombytes(self, buffer, /):
        """Appends items from the string, interpreting it as an array of machine values, as if it had been read from a file using the fromfile() method."""
        if not isinstance(buffer, (bytes, bytearray)):
            if isinstance(buffer, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            buffer = memoryview(buffer).tobytes()
        if len(buffer) % _SIZES[self._code]:
            raise ValueError("bytes length not a multiple of item size")
        self._resizable().extend(_unpack_items(self._code, buffer))

    def tobytes(self, /):
        """Convert the array to an array of machine values and return the bytes representation."""
        return bytes(self._data) if self._data is not None else _pack_items(self._code, self._items)

    __bytes__ = tobytes

    def fromfile(self, f, n, /):
        """Read n objects from the file object f and append them to the end of the array."""
        if n < 0:
            raise ValueError("negative count")
        wanted = n * _SIZES[self._code]
        data = f.read(wanted)
        if not isinstance(data, bytes):
            raise TypeError("read() didn't return bytes")
        self.frombytes(data)
        if len(data) != wanted:
            raise EOFError("read() didn't return enough bytes")

    def tofile(self, f, /):
        """Write all items (as machine values) to the file object f."""
        f.write(self.tobytes())

    def fromlist(self, list, /):
        """Append items to array from list."""
        if not isinstance(list, _list):
            raise TypeError("arg must be list")
        items = [_item_of(self._code, item) for item in list]
        self._resizable().extend(items)

    def tolist(self, /):
        """Convert array to an ordinary list with the same items."""
        return [*self._current()]

    def fromunicode(self, ustr, /):
        """Extends this array with data from the unicode string ustr.

The array must be a unicode type array; otherwise a ValueError is raised.
Use array.frombytes(ustr.encode(...)) to append Unicode data to an array of
some other type.
"""
        if self._code not in "uw":
            raise ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
        if not isinstance(ustr, str):
            raise TypeError(f"fromunicode() argument must be str, not {type(ustr).__name__}")
        self._resizable().extend(ustr)

    def tounicode(self, /):
        """Extends this array with data from the unicode string ustr.

Convert the array to a unicode string.  The array must be a unicode type array;
otherwise a ValueError is raised.  Use array.tobytes().decode() to obtain a
unicode string from an array of some other type.
"""
        if self._code not in "uw":
            raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return "".join(self._current())

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other._code != self._code:
            raise TypeError("bad argument type for built-in operation")
        return self._like(self._current() + other._current())

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        if not hasattr(type(n), "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(n).__name__}'")
        return self._like(self._current() * n.__index__())

    __rmul__ = __mul__

    def __imul__(self, n):
        if not hasattr(type(n), "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(n).__name__}'")
        items = self._resizable()
        items *= n.__index__()
        return self

    def __eq__(self, other):
        if not isinstance(other, array):
            return NotImplemented
        items = self._current()
        # Lists take an object as equal to itself, which not a number is not.
        return items == other._current() and (self._code not in "fd" or all([x == x for x in items]))

    def __ne__(self, other):
        return not self == other if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, array):
            return NotImplemented
        mine, others = self._current(), other._current()
        if self._code in "fd":
            for x, y in zip(mine, others):  # lists take an object as equal to itself, which not a number is not
                if x != y:
                    return x < y
            return len(mine) < len(others)
        return mine < others

    def __le__(self, other):
        if not isinstance(other, array):
            return NotImplemented
        mine, others = self._current(), other._current()
        if self._code in "fd":
            for x, y in zip(mine, others):  # lists take an object as equal to itself, which not a number is not
                if x != y:
                    return x <= y
            return len(mine) <= len(others)
        return mine <= others

    def __gt__(self, other):
        if not isinstance(other, array):
            return NotImplemented
        mine, others = self._current(), other._current()
        if self._code in "fd":
            for x, y in zip(mine, others):  # lists take an object as equal to itself, which not a number is not
                if x != y:
                    return x > y
            return len(mine) > len(others)
        return mine > others

    def __ge__(self, other):
        if not isinstance(other, array):
            return NotImplemented
        mine, others = self._current(), other._current()
        if self._code in "fd":
            for x, y in zip(mine, others):  # lists take an object as equal to itself, which not a number is not
                if x != y:
                    return x >= y
            return len(mine) >= len(others)
        return mine >= others

    def __copy__(self, /):
        """Return a copy of the array."""
        return self._like([*self._current()])

    def __deepcopy__(self, unused, /):
        """Return a copy of the array."""
        return self._like([*self._current()])

    def __reduce_ex__(self, value, /):
        """Return state information for pickling."""
        state = getattr(self, "__dict__", None) or None
        if value < 3:
            return type(self), (self._code, self.tolist()), state
        return _array_reconstructor, (type(self), self._code, _MACHINE_FORMATS[self._code], self.tobytes()), state

    def __repr__(self):
        name = type(self).__name__
        items = self._current()
        if not items:
            return f"{name}('{self._code}')"
        return f"{name}('{self._code}', {(''.join(items) if self._code in 'uw' else items)!r})"

    def __buffer__(self, flags, /):
        """Return a buffer object that exposes the underlying memory of the object."""
        if self._data is None:
            self._data = bytearray(_pack_items(self._code, self._items))
        self._views += 1
        view = memoryview(self._data)
        return view if self._code == "B" else view.cast("I" if self._code in "uw" else self._code)

    def __release_buffer__(self, buffer, /):
        """Release the buffer object that exposes the underlying memory of the object."""
        buffer.release()
        self._views -= 1
        if self._views == 0:
            self._items[:] = _unpack_items(self._code, self._data)
            self._data = None

    def __sizeof__(self, /):
        """Size of the array in memory, in bytes."""
        return 80 + len(self._items) * _SIZES[self._code]

    __class_getitem__ = classmethod(type(list[int]))


# Numbers that pickles have for what the machine's items look like: little-endian here.
_MACHINE_FORMATS = {"u": 20, "w": 20, "b": 1, "B": 0, "h": 4, "H": 2, "i": 8, "I": 6, "l": 12, "L": 10, "q": 12, "Q": 10, "f": 14, "d": 16}
_FORMATS = {0: "B", 1: "b", 2: "<H", 3: ">H", 4: "<h", 5: ">h", 6: "<I", 7: ">I", 8: "<i", 9: ">i", 10: "<Q", 11: ">Q", 12: "<q", 13: ">q",
            14: "<f", 15: ">f", 16: "<d", 17: ">d"}
_TEXT_FORMATS = {18: "utf-16-le", 19: "utf-16-be", 20: "utf-32-le", 21: "utf-32-be"}


def _array_reconstructor(arraytype, typecode, mformat_code, items, /):
    """Internal. Used for pickling support."""
    if not isinstance(arraytype, type):
        raise TypeError(f"first argument must be a type object, not {type(arraytype).__name__}")
    if not issubclass(arraytype, array):
        raise TypeError(f"{arraytype.__name__} is not a subtype of array.array")
    if typecode not in _SIZES:
        raise ValueError("second argument must be a valid type code")
    mformat_code = _index(mformat_code)
    if mformat_code not in _FORMATS and mformat_code not in _TEXT_FORMATS:
        raise ValueError("third argument must be a valid machine format code.")
    if not isinstance(items, bytes):
        raise TypeError(f"fourth argument should be bytes, not {type(items).__name__}")
    if mformat_code in _TEXT_FORMATS:
        return arraytype(typecode, items.decode(_TEXT_FORMATS[mformat_code], "surrogatepass"))
    format = _FORMATS[mformat_code]
    size = _struct.calcsize(format)
    if len(items) % size:
        raise ValueError("string length not a multiple of item size")
    return arraytype(typecode, [*_struct.unpack(f"{format[:-1]}{len(items) // size}{format[-1]}", items)])


ArrayType = array
_seal_types(array)
from collections.abc import MutableSequence as _MutableSequence
_MutableSequence.register(array)
