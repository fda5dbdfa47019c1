# The builtin class memoryview. A view knows the bytes or bytearray it looks into (_base), where it starts, and shape and strides in bytes.
import _struct
from _krait import struct_pack_into as _pack_layout_into, struct_unpack as _unpack_layout, to_index as _as_index

_SIZES = {"c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "n": 8, "N": 8, "P": 8, "e": 2, "f": 4,
    "d": 8, "F": 8, "D": 16}
_new = object.__new__


def _native(format):
    code = format[1:] if format[:1] == "@" else format
    return code if code in _SIZES and len(code) == 1 else None


def _make(base, obj, offset, format, itemsize, shape, strides, readonly, owner=None):
    self = _new(memoryview)
    self._base = base
    self._obj = obj
    self._offset = offset
    self._format = format
    self._itemsize = itemsize
    self._shape = shape
    self._strides = strides
    self._readonly = readonly
    self._owner = owner
    self._released = False
    self._holds = 0
    if owner is not None:
        owner[3] += 1  # views of one buffer: the last one releases it
    if type(base) is bytearray or isinstance(base, bytearray):
        _export(base, 1)
    return self


def _contiguous_strides(shape, itemsize):
    strides = []
    step = itemsize
    for count in reversed(shape):
        strides.append(step)
        step *= count
    return tuple(reversed(strides))


def _count(shape):
    total = 1
    for n in shape:
        total *= n
    return total


class memoryview:
    """Create a new memoryview object which references the given object."""
    __module__ = "builtins"
    __slots__ = ("_base", "_obj", "_offset", "_format", "_itemsize", "_shape", "_strides", "_readonly", "_owner", "_released", "_holds", "_hash", "__weakref__")

    # (The type decides, not `__class__`, which may say anything: a proxy of bytes has none. Nor does a `__len__` of a subclass.)
    def __new__(cls, object):
        kind = type(object)
        if kind is memoryview:
            object._check()
            return _make(object._base, object._obj, object._offset, object._format, object._itemsize, object._shape, object._strides,
                         object._readonly, object._owner)
        if issubclass(kind, bytes):
            return _make(object, object, 0, "B", 1, (bytes.__len__(object),), (1,), True)
        if issubclass(kind, bytearray):
            return _make(object, object, 0, "B", 1, (bytearray.__len__(object),), (1,), False)
        get = getattr(kind, "__buffer__", None)
        if get is None:
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
        view = get(object, 284)
        if type(view) is not memoryview:
            raise TypeError(f"__buffer__ returned non-memoryview object")
        view._check()
        release = getattr(type(object), "__release_buffer__", None)
        owner = view._obj if getattr(type(object), "_hands_on", False) else object
        return _make(view._base, owner, view._offset, view._format, view._itemsize, view._shape, view._strides, view._readonly,
                     None if release is None else [release, object, view, 0])

    @classmethod
    def _from_flags(cls, object, flags):
        return cls(object)

    def __init_subclass__(cls):
        raise TypeError("type 'memoryview' is not an acceptable base type")

    def _check(self):
        if self._released:
            raise ValueError("operation forbidden on released memoryview object")

    def release(self):
        """Release the underlying buffer exposed by the memoryview object."""
        if not self._released:
            if self._holds:
                raise BufferError(f"memoryview has {self._holds} exported buffer{'s' if self._holds > 1 else ''}")
            self._released = True
            base, owner = self._base, self._owner
            self._base = self._obj = self._owner = None
            if isinstance(base, bytearray):
                _export(base, -1)
            if owner is not None:
                owner[3] -= 1
                if not owner[3]:
                    release, object, view, _ = owner
                    release(object, view)

    def __del__(self):
        if not self._released:
            self.release()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *_):
        self.release()

    def __buffer__(self, flags, /):
        return memoryview(self)

    def __release_buffer__(self, buffer, /):
        pass

    @property
    def obj(self):
        self._check()
        return self._obj

    @property
    def nbytes(self):
        self._check()
        return _count(self._shape) * self._itemsize

    @property
    def readonly(self):
        self._check()
        return self._readonly

    @property
    def format(self):
        self._check()
        return self._format

    @property
    def itemsize(self):
        self._check()
        return self._itemsize

    @property
    def ndim(self):
        self._check()
        return len(self._shape)

    @property
    def shape(self):
        self._check()
        return self._shape

    @property
    def strides(self):
        self._check()
        return self._strides

    @property
    def suboffsets(self):
        self._check()
        return ()

    @property
    def c_contiguous(self):
        self._check()
        return self._is_contiguous()

    @property
    def f_contiguous(self):
        self._check()
        step = self._itemsize
        for count, stride in zip(self._shape, self._strides):
            if count > 1 and stride != step:
                return False
            step *= count
        return True

    @property
    def contiguous(self):
        return self.c_contiguous or self.f_contiguous

    def _is_contiguous(self):
        step = self._itemsize
        for count, stride in zip(reversed(self._shape), reversed(self._strides)):
            if count > 1 and stride != step:
                return False
            step *= count
        return True

    def __len__(self):
        self._check()
        if not self._shape:
            raise TypeError("0-dim memory has no length")
        return self._shape[0]

    def _bytes(self):
        if len(self._shape) == 1 and self._strides[0] == self._itemsize and type(self._base) in (bytes, bytearray):
            return bytes(self)  # which the core makes of these by itself
        if self._is_contiguous():
            return bytes(self._base[self._offset:self._offset + _count(self._shape) * self._itemsize])
        if len(self._shape) == 1 and self._itemsize == 1:
            base, at, step = self._base, self._offset, self._strides[0]
            return bytes([base[at + i * step] for i in range(self._shape[0])])
        size = self._itemsize
        return b"".join([bytes(self._base[at:at + size]) for at in self._places(self._offset, 0)])

    def _places(self, at, dimension):
        if dimension == len(self._shape):
            yield at
            return
        step = self._strides[dimension]
        for i in range(self._shape[dimension]):
            yield from self._places(at + i * step, dimension + 1)

    def tobytes(self, order="C"):
        """Return the data in the buffer as a byte string."""
        self._check()
        if order not in (None, "C", "F", "A"):
            raise ValueError("order must be 'C', 'F' or 'A'")
        return self._bytes()

    def hex(self, *args, **kwargs):
        """Return the data in the buffer as a str of hexadecimal numbers."""
        self._check()
        self._holds += 1  # the arguments can have methods
        try:
            return self._bytes().hex(*args, **kwargs)
        finally:
            self._holds -= 1

    def _unpack_format(self):
        code = _native(self._format)
        if code is None:
            raise NotImplementedError(f"memoryview: unsupported format {self._format}")
        return code

    def _value(self, at):
        format = self._format
        if format == "B":
            return self._base[at]
        layout = _LAYOUTS.get(format)
        if layout is not None:
            found = _unpack_layout(layout, self._base, at)
            if found is not None:
                return found[0]
        return _struct._unpack(self._unpack_format(), self._base, at)[0]

    def tolist(self):
        """Return the data in the buffer as a list of elements."""
        self._check()
        if self._format == "B" and len(self._shape) == 1:
            return list(self._bytes())
        code = self._unpack_format()
        data = self._bytes()
        flat = list(_struct._unpack(f"{len(data) // self._itemsize}{code}", data, 0))
        if not self._shape:
            return flat[0]
        for count in reversed(self._shape[1:]):
            flat = [flat[i:i + count] for i in range(0, len(flat), count)] if count else []
        return flat

    def toreadonly(self):
        """Return a readonly version of the memoryview."""
        self._check()
        return _make(self._base, self._obj, self._offset, self._format, self._itemsize, self._shape, self._strides, True, self._owner)

    def cast(self, format, shape=None):
        """Cast a memoryview to a new format or shape."""
        self._check()
        if not isinstance(format, str):
            raise TypeError(f"cast() argument 'format' must be str, not {type(format).__name__}")
        if not self._is_contiguous():
            raise TypeError("memoryview: casts are restricted to C-contiguous views")
        code = _native(format)
        if code is None:
            raise ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
        if shape is not None and not isinstance(shape, (list, tuple)):
            raise TypeError("shape must be a list or a tuple")
        if (shape is not None or len(self._shape) != 1) and not (len(self._shape) == 1 or (shape is None)):
            raise TypeError("memoryview: cast must be 1D -> ND or ND -> 1D")
        if _native(self._format) not in ("B", "b", "c") and code not in ("B", "b", "c"):
            raise TypeError("memoryview: cannot cast between two non-byte formats")
        nbytes = _count(self._shape) * self._itemsize
        itemsize = _SIZES[code]
        if nbytes % itemsize:
            raise TypeError("memoryview: length is not a multiple of itemsize")
        if shape is None:
            shape = (nbytes // itemsize,)
        else:
            for n in shape:
                if not isinstance(n, int):
                    raise TypeError("memoryview.cast(): elements of shape must be integers")
                if n <= 0:
                    raise ValueError("memoryview.cast(): elements of shape must be integers > 0")
            shape = tuple(shape)
            if _count(shape) * itemsize != nbytes:
                raise TypeError("memoryview: product(shape) * itemsize != buffer size")
        return _make(self._base, self._obj, self._offset, format, itemsize, shape, _contiguous_strides(shape, itemsize), self._readonly,
                     self._owner)

    def _place(self, index, dimension, at):
        count = self._shape[dimension]
        if not -0x8000000000000000 <= index <= 0x7FFFFFFFFFFFFFFF:
            raise IndexError("cannot fit 'int' into an index-sized integer")
        if index < 0:
            index += count
        if not 0 <= index < count:
            raise IndexError(f"index out of bounds on dimension {dimension + 1}")
        return at + index * self._strides[dimension]

    def _find(self, key):
        # Offset of the element a key names; None if it names several.
        if type(key) is int and len(self._shape) == 1:
            return self._place(key, 0, self._offset)
        if isinstance(key, int) or (not isinstance(key, (slice, tuple)) and hasattr(type(key), "__index__")):
            if len(self._shape) == 1:
                at = self._place(_as_index(key), 0, self._offset)
                self._check()
                return at
            if not self._shape:
                raise TypeError("invalid indexing of 0-dim memory")
            raise NotImplementedError("multi-dimensional sub-views are not implemented")
        if isinstance(key, tuple):
            if all([isinstance(index, int) or hasattr(type(index), "__index__") for index in key]):
                if len(key) < len(self._shape):
                    raise NotImplementedError("sub-views are not implemented")
                if len(key) > len(self._shape):
                    raise TypeError(f"cannot index {len(self._shape)}-dimension view with {len(key)}-element tuple")
                at = self._offset
                for dimension, index in enumerate(key):
                    at = self._place(_as_index(index), dimension, at)
                self._check()
                return at
            if all([isinstance(index, slice) for index in key]):
                raise NotImplementedError("multi-dimensional slicing is not implemented")
            raise TypeError("memoryview: invalid slice key")
        if key is Ellipsis and not self._shape:
            return self._offset
        if not isinstance(key, slice):
            raise TypeError("memoryview: invalid slice key")
        return None

    def _slice(self, key):
        if not self._shape:
            raise TypeError("invalid indexing of 0-dim memory")
        base, obj, owner = self._base, self._obj, self._owner
        view = _make(base, obj, 0, self._format, self._itemsize, None, None, self._readonly, owner)  # before the indices' methods can release this one
        start, stop, step = key.indices(self._shape[0])
        stride = self._strides[0]
        view._offset = self._offset + start * stride
        view._shape = (len(range(start, stop, step)), *self._shape[1:])
        view._strides = (stride * step, *self._strides[1:])
        return view

    def __getitem__(self, key):
        if self._released:
            self._check()
        if type(key) is slice:
            return self._slice(key)
        at = self._find(key)
        return self._slice(key) if at is None else self._value(at)

    def __setitem__(self, key, value):
        self._check()
        if self._readonly:
            raise TypeError("cannot modify read-only memory")
        at = self._find(key)
        if at is not None:
            self._store(at, value)
            return
        if not issubclass(type(value), (bytes, bytearray, memoryview)) and not hasattr(type(value), "__buffer__"):
            raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
        target = self._slice(key)
        source = memoryview(value)
        if len(target._shape) > 1:
            raise NotImplementedError("memoryview slice assignments are currently restricted to ndim = 1")
        if source._shape != target._shape or _native(source._format) != _native(target._format):
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        data = source._bytes()
        self._check()
        base, at, size, step = self._base, target._offset, target._itemsize, target._strides[0]
        if step == size:
            base[at:at + len(data)] = data
            return
        for i in range(target._shape[0]):
            base[at + i * step:at + i * step + size] = data[i * size:i * size + size]

    def _store(self, at, value):
        if type(value) is int and self._format == "B" and 0 <= value < 256:
            self._base[at] = value
            return
        layout = _LAYOUTS.get(self._format)
        if layout is not None and _pack_layout_into(layout, self._base, at, (value,)):
            return
        code = self._unpack_format()
        try:
            data = _struct._pack(code, (value,))
        except OverflowError:
            raise ValueError(f"memoryview: invalid value for format '{self._format}'") from None
        except _struct.error as error:
            if "required argument" in str(error) or not isinstance(value, bytes if code == "c" else (int, float, bytes)):
                raise TypeError(f"memoryview: invalid type for format '{self._format}'") from None
            raise ValueError(f"memoryview: invalid value for format '{self._format}'") from None
        self._check()
        self._base[at:at + len(data)] = data

    def __delitem__(self, key):
        raise TypeError("cannot delete memory")

    def __iter__(self):
        self._check()
        if len(self._shape) != 1:
            raise NotImplementedError("multi-dimensional sub-views are not implemented") if self._shape else TypeError("invalid indexing of 0-dim memory")
        if type(self._base) is bytes:  # (nothing of it can change on the way)
            return iter(self.tolist())
        return _iterate(self)

    def count(self, value, /):
        """Count the number of occurrences of a value."""
        return sum([item is value or item == value for item in self])

    def index(self, value, start=0, stop=9223372036854775807, /):
        """Return the index of the first occurrence of a value."""
        self._check()
        length = len(self)
        start = max(0, start + length) if start < 0 else start
        stop = max(0, stop + length) if stop < 0 else min(stop, length)
        for i in range(start, stop):
            item = self[i]
            if item is value or item == value:
                return i
        raise ValueError("memoryview.index(x): x not found")

    def __eq__(self, other):
        if self is other:
            return True
        if type(other) is not memoryview:
            if not issubclass(type(other), (bytes, bytearray)) and not hasattr(type(other), "__buffer__"):
                return NotImplemented
            if self._released:
                return False
            other = memoryview(other)
        if self._released or other._released:
            return False
        if self._shape != other._shape:
            return False
        if self._format == other._format == "B":
            return self._bytes() == other._bytes()
        if _native(self._format) is None or _native(other._format) is None:
            return False
        return self.tolist() == other.tolist()

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._check()
        if not self._readonly:
            raise ValueError("cannot hash writable memoryview object")
        if _native(self._format) not in ("B", "b", "c"):
            raise ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        self._holds += 1
        try:
            if self._obj is not None:
                hash(self._obj)
            self._hash = hash(self._bytes())
        finally:
            self._holds -= 1
        return self._hash

    def __repr__(self):
        return f"<{'released memory' if self._released else 'memory'} at {id(self):#x}>"

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'memoryview' object")

    __class_getitem__ = classmethod(type(list[int]))


def _iterate(view):
    if view._format == "B" and type(view._base) is bytearray:
        base, at, step = view._base, view._offset, view._strides[0]
        for _ in range(view._shape[0]):
            if view._released:
                view._check()
            yield base[at]
            at += step
        return
    for i in range(view._shape[0]):
        yield view[i]


# What the core packs and unpacks by itself (native/core/struct.c)
_LAYOUTS = {code: _struct._layout(code) for code in "bBhHiIlLqQnNPfd"}
