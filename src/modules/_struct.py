# The module _struct. The core packs and unpacks by layouts (native/core/struct.c); whatever it answers with None is TypeScript's _pack and _unpack.
from _krait import struct_pack, struct_pack_into, struct_unpack, to_index as _as_index

error = type("error", (Exception,), {"__module__": "struct"})


def _text(format):
    if isinstance(format, str):
        if not format.isascii():
            format.encode("ascii")
        return format
    if isinstance(format, (bytes, bytearray)):
        return bytes(format).decode("latin-1")
    raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")


_layouts = {}  # by format: at most _MOST_LAYOUTS
_sizes = {}  # the same
_MOST_LAYOUTS = 100


def _layout_of(format):
    layout = _layouts.get(format) if type(format) is str else None
    if layout is None:
        format = _text(format)
        layout = _layout(format)
        if len(_layouts) >= _MOST_LAYOUTS:
            _layouts.clear()
        _layouts[format] = layout
    return layout


def calcsize(format, /):
    """Return size in bytes of the struct described by the format string."""
    size = _sizes.get(format) if type(format) is str else None
    if size is None:
        size = _measure(_text(format))[0]
        if type(format) is str:
            if len(_sizes) >= _MOST_LAYOUTS:
                _sizes.clear()
            _sizes[format] = size
    return size


def pack(format, /, *values):
    """pack(format, v1, v2, ...) -> bytes"""
    packed = struct_pack(_layout_of(format), values)
    return _pack(_text(format), values) if packed is None else packed


def _place(size, buffer, offset, name, what):
    length = _length(buffer)
    offset = _as_index(offset)
    if not -1 << 63 <= offset < 1 << 63:
        if name == "pack_into":
            raise IndexError("cannot fit 'int' into an index-sized integer")
        raise OverflowError("Python int too large to convert to C ssize_t")
    if offset < 0:
        if offset + size > 0:
            raise error(f"{'no space to pack' if name == 'pack_into' else 'not enough data to unpack'} {size} bytes at offset {offset}")
        if offset + length < 0:
            raise error(f"offset {offset} out of range for {length}-byte buffer")
        offset += length
    if length - offset < size:
        raise error(f"{name} requires a buffer of at least {size + offset} bytes for {what} {size} bytes at offset {offset} "
                    f"(actual buffer size is {length})")
    return offset


def _pack_into(format, size, buffer, offset, values):
    if not isinstance(buffer, bytearray):
        try:
            view = memoryview(buffer)
        except TypeError:
            raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}") from None
        if view.readonly:
            raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}")
        buffer = view.cast("B") if view.format != "B" else view
    offset = _place(size, buffer, offset, "pack_into", "packing")
    buffer[offset:offset + size] = _pack(format, values)


def pack_into(format, /, *arguments):
    """pack_into(format, buffer, offset, v1, v2, ...)"""
    if len(arguments) > 1 and struct_pack_into(_layout_of(format), arguments[0], arguments[1], arguments[2:]):
        return
    format = _text(format)
    size, count = _measure(format)
    if not arguments:
        raise error("pack_into expected buffer argument")
    if len(arguments) == 1:
        raise error("pack_into expected offset argument")
    if len(arguments) != count + 2:
        raise error(f"pack_into expected {count} items for packing (got {len(arguments) - 2})")
    _pack_into(format, size, arguments[0], arguments[1], arguments[2:])


def unpack(format, buffer, /):
    """Return a tuple containing values unpacked according to the format string."""
    values = struct_unpack(_layout_of(format), buffer)
    if values is not None:
        return values
    format = _text(format)
    size = _measure(format)[0]
    if _length(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return _unpack(format, buffer, 0)


def unpack_from(format, /, buffer, offset=0):
    """Return a tuple containing values unpacked according to the format string."""
    values = struct_unpack(_layout_of(format), buffer, offset)
    if values is not None:
        return values
    format = _text(format)
    size = _measure(format)[0]
    return _unpack(format, buffer, _place(size, buffer, offset, "unpack_from", "unpacking"))


def iter_unpack(format, buffer, /):
    """Return an iterator yielding tuples unpacked from the given bytes."""
    return Struct(format).iter_unpack(buffer)


def _clearcache():
    """Clear the internal cache."""


class unpack_iterator:
    __module__ = "_struct"
    __slots__ = ("_format", "_fields", "_size", "_buffer", "_at", "_end")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_struct.unpack_iterator' instances")

    def __iter__(self):
        return self

    def __next__(self):
        at = self._at
        if at >= self._end:
            raise StopIteration
        self._at = at + self._size
        values = struct_unpack(self._fields, self._buffer, at)
        return _unpack(self._format, self._buffer, at) if values is None else values

    def __length_hint__(self):
        return (self._end - self._at) // self._size


class Struct:
    """Struct(fmt) --> compiled struct object"""
    __module__ = "_struct"
    __slots__ = ("_format", "_fields", "_size", "_count", "__weakref__")

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._size = -1  # until __init__ was called
        return self

    def __init__(self, format):
        format = _text(format)
        size, count = _measure(format)
        fields = _layout(format)
        self._format, self._size, self._count, self._fields = format, size, count, fields

    def _fail(self):
        raise RuntimeError("Struct object is not initialized")

    @property
    def format(self):
        if self._size < 0:
            self._fail()
        return self._format

    @property
    def size(self):
        return self._size

    def pack(self, /, *values):
        if self._size < 0:
            self._fail()
        packed = struct_pack(self._fields, values)
        return _pack(self._format, values) if packed is None else packed

    def pack_into(self, /, *arguments):
        if self._size < 0:
            self._fail()
        if len(arguments) > 1 and struct_pack_into(self._fields, arguments[0], arguments[1], arguments[2:]):
            return
        if not arguments:
            raise error("pack_into expected buffer argument")
        if len(arguments) == 1:
            raise error("pack_into expected offset argument")
        if len(arguments) != self._count + 2:
            raise error(f"pack_into expected {self._count} items for packing (got {len(arguments) - 2})")
        _pack_into(self._format, self._size, arguments[0], arguments[1], arguments[2:])

    def unpack(self, buffer, /):
        if self._size < 0:
            self._fail()
        values = struct_unpack(self._fields, buffer)
        if values is not None:
            return values
        if _length(buffer) != self._size:
            raise error(f"unpack requires a buffer of {self._size} bytes")
        return _unpack(self._format, buffer, 0)

    def unpack_from(self, buffer, offset=0):
        if self._size < 0:
            self._fail()
        values = struct_unpack(self._fields, buffer, offset)
        if values is not None:
            return values
        return _unpack(self._format, buffer, _place(self._size, buffer, offset, "unpack_from", "unpacking"))

    def iter_unpack(self, buffer, /):
        size = self._size
        if size < 0:
            self._fail()
        if size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        length = _length(buffer)
        if length % size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
        result = object.__new__(unpack_iterator)
        result._format, result._fields, result._size = self._format, self._fields, size
        result._buffer, result._at, result._end = buffer, 0, length
        return result

    def __repr__(self):
        if self._size < 0:
            self._fail()
        return f"{type(self).__name__}({self._format!r})"

from _krait import seal_types as _seal_types

_seal_types(Struct)
