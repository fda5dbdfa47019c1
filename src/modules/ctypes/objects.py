# Instances of C types: bytes of a block, seen as what their class says.
class _CData:
    """Base of all instances of C types: bytes of a block."""
    __slots__ = ("_block", "_offset", "_b_base_", "_objects", "__weakref__")

    def __new__(cls, *args, **kwargs):
        info = _needed_info(cls)
        return _view_at(cls, _Block(bytearray(info.size), info.size), 0, None)

    def __hash__(self, /):
        raise TypeError("unhashable type")

    @property
    def _b_needsfree_(self):
        """whether the object owns the memory or not"""
        return int(self._b_base_ is None and not self._block.shared)

    def _bytes(self):
        return bytes(self._block.memory[self._offset:self._offset + sizeof(self)])

    def __buffer__(self, flags, /):
        """Return a buffer object that exposes the underlying memory of the object."""
        info = self._info_
        base, offset = self._block.memory, self._offset
        if type(base) is memoryview:
            base, offset = base._base, base._offset + offset
        if info.format == "B" and not info.shape or sizeof(self) != info.size:
            size = sizeof(self)
            return _make_view(base, self, offset, "B", 1, (size,), (1,), False) if info.size != size else \
                _make_view(base, self, offset, "B", size, (), (), False)
        item_size = info.size
        for count in info.shape:
            item_size //= count or 1
        strides, step = [], item_size
        for count in reversed(info.shape):
            strides.insert(0, step)
            step *= count
        return _make_view(base, self, offset, info.format, item_size, info.shape, tuple(strides), False)

    def __reduce__(self, /):
        if self._info_.has_pointer:
            raise ValueError("ctypes objects containing pointers cannot be pickled")
        return _unpickle, (type(self), (getattr(self, "__dict__", {}), self._bytes()))

    def __setstate__(self, state, /):
        attributes, data = state
        size = min(len(data), sizeof(self))
        self._block.memory[self._offset:self._offset + size] = data[:size]
        if attributes:
            self.__dict__.update(attributes)


_CData.__module__ = "_ctypes"


def _unpickle(type, state, /):
    self = type.__new__(type)
    self.__setstate__(state)
    return self


def _is_plain(cls):
    """Is a value of this type a Python value where it is read? (Those of subclasses of c_int are not.)"""
    return cls.__base__ is _SimpleCData


def _read(cls, block, offset, base):
    if _is_plain(cls):
        return cls._info_.get(block, offset)
    return _view_at(cls, block, offset, base)


def _copy(target, target_offset, size, source, source_offset):
    target.memory[target_offset:target_offset + size] = bytes(source.memory[source_offset:source_offset + size])
    target.take_holds(target_offset, size, source, source_offset)


def _write(cls, block, offset, value, base=None):
    info = cls._info_
    if isinstance(value, cls):
        _copy(block, offset, info.size, value._block, value._offset)
        if isinstance(value, (_Pointer, CFuncPtr)):
            _hold_target(block, offset, value)
        return
    is_c = isinstance(value, _CData)
    if not is_c:
        if info.put is not None:
            info.put(block, offset, value)
            return
        if isinstance(value, tuple):
            try:
                made = cls(*value)
            except Exception as error:
                raise RuntimeError(f"({cls.__name__}) {error!r}") from None
            _copy(block, offset, info.size, made._block, made._offset)
            return
        if value is None and issubclass(cls, _Pointer):
            _simple.set_address(block, offset, 0)
            return
        raise TypeError(f"expected {cls.__name__} instance, got {type(value).__name__}")
    if issubclass(cls, _Pointer) and isinstance(value, Array) and (info.item is None or issubclass(value._info_.item, info.item)):
        _simple.set_address(block, offset, addressof(value), [value])
        return
    raise TypeError(f"incompatible types, {type(value).__name__} instance instead of {cls.__name__} instance")


def _hold_target(block, offset, pointer):
    # What it points at lives as long as this pointer does.
    block.hold(offset, [pointer._objects, pointer._block.holds and pointer._block.holds.get(pointer._offset)])


class _SimpleCData(_CData, metaclass=PyCSimpleType):
    """Simple C types: their value is a Python object"""
    __slots__ = ()
    __module__ = "_ctypes"

    def __init__(self, /, *args):
        if len(args) > 1:
            raise TypeError(f"__init__() takes from 1 to 2 positional arguments but {len(args) + 1} were given")
        if args:
            self._set(args[0])

    def _set(self, value):
        self._info_.put(self._block, self._offset, value)
        if self._info_.has_pointer:
            self._objects = value

    @property
    def value(self):
        """current value"""
        return self._info_.get(self._block, self._offset)

    @value.setter
    def value(self, value):
        self._set(value)

    @value.deleter
    def value(self):
        raise TypeError("can't delete attribute")

    def __bool__(self, /):
        return any(self._block.memory[self._offset:self._offset + self._info_.size])

    def __repr__(self, /):
        if type(self).__base__ is not _SimpleCData:
            return f"<{type(self).__name__} object at {id(self):#x}>"
        return f"{type(self).__name__}({self.value!r})"

    def __ctypes_from_outparam__(self, /):
        return self.value if type(self).__base__ is _SimpleCData else self


class CField:
    """Type of the field descriptors of structures and unions"""
    __module__ = "_ctypes"
    __slots__ = ("name", "type", "byte_size", "byte_offset", "_bits", "_bit_offset", "_get", "_put", "_anonymous")

    def __new__(cls, /, name, type, byte_size, byte_offset, index, _internal_use, bit_size=None, bit_offset=None):
        if not _internal_use:
            raise TypeError("CField is not intended to be used directly")
        if not isinstance(name, str):
            raise TypeError(f"CField() argument 'name' must be str, not {name.__class__.__name__}")
        info = _info_of(type)
        if info is None:
            raise TypeError(f"type of field {name!r} must be a C type")
        self = object.__new__(cls)
        self.name, self.type, self.byte_size, self.byte_offset = name, type, byte_size, byte_offset
        self._bits, self._bit_offset, self._anonymous = bit_size, bit_offset, False
        self._get = self._put = None
        if bit_size is not None:
            if info.code is None or info.code not in "bBhHiIlLqQ?":
                raise TypeError(f"bit fields not allowed for type {type.__name__}")
            order = "big" if info.format[0] == ">" else "little"
            self._get, self._put = _simple.bit_accessors(info.code, byte_size, order, bit_offset, bit_size)
        elif issubclass(type, Array) and info.item._info_.code in ("c", "u"):
            self._get, self._put = _text_field(type)
        return self

    def _moved(self, bytes):
        return CField(name=self.name, type=self.type, byte_size=self.byte_size, byte_offset=self.byte_offset + bytes, index=0, _internal_use=True,
                      bit_size=self._bits, bit_offset=self._bit_offset)

    def __get__(self, instance, owner=None, /):
        if instance is None:
            return self
        if not isinstance(instance, _CData):
            raise TypeError("not a ctype instance")
        offset = instance._offset + self.byte_offset
        if self._get is not None:
            return self._get(instance._block, offset)
        return _read(self.type, instance._block, offset, instance)

    def __set__(self, instance, value, /):
        if not isinstance(instance, _CData):
            raise TypeError("not a ctype instance")
        offset = instance._offset + self.byte_offset
        if self._put is not None and not isinstance(value, self.type):
            if isinstance(value, _SimpleCData):
                value = value.value
            self._put(instance._block, offset, value)
        else:
            _write(self.type, instance._block, offset, value, instance)

    def __delete__(self, instance, /):
        raise TypeError("can't delete attribute")

    def __repr__(self, /):
        where = f"ofs={self.byte_offset}, "
        where += f"size={self.byte_size}" if self._bits is None else f"bit_size={self._bits}, bit_offset={self._bit_offset}"
        return f"<ctypes.CField {self.name!r} type={self.type.__name__}, {where}>"

    offset = property(lambda self: self.byte_offset, doc="offset in bytes of this field (same as byte_offset)")
    size = property(lambda self: self.byte_size if self._bits is None else self._bits << 16 | self._bit_offset, doc="size in bytes of this field")
    bit_size = property(lambda self: self.byte_size * 8 if self._bits is None else self._bits, doc="size of this field in bits")
    bit_offset = property(lambda self: self._bit_offset or 0, doc="additional offset in bits (relative to byte_offset)")
    is_bitfield = property(lambda self: self._bits is not None, doc="true if this is a bitfield")
    is_anonymous = property(lambda self: self._anonymous, doc="true if this field is anonymous")


def _text_field(cls):
    """Arrays of characters in structures read as text."""
    property = cls.value
    return (lambda block, offset: property.fget(_view_at(cls, block, offset, None)),
            lambda block, offset, value: property.fset(_view_at(cls, block, offset, None), value))


_share_aggregate(PyCStructType)
_share_aggregate(UnionType)


def _init_fields(self, args, kwargs):
    fields = self._info_.fields
    if len(args) > len(fields):
        raise TypeError("too many initializers")
    for field, value in zip(fields, args):
        if field.name in kwargs:
            raise TypeError(f"duplicate values for field {field.name!r}")
        setattr(self, field.name, value)
    for name, value in kwargs.items():
        setattr(self, name, value)


class Structure(_CData, metaclass=PyCStructType):
    """Structure base class"""
    __slots__ = ()
    __module__ = "_ctypes"

    def __init__(self, /, *args, **kwargs):
        _init_fields(self, args, kwargs)


class Union(_CData, metaclass=UnionType):
    """Union base class"""
    __slots__ = ()
    __module__ = "_ctypes"

    def __init__(self, /, *args, **kwargs):
        _init_fields(self, args, kwargs)


class Array(_CData, metaclass=PyCArrayType):
    """Abstract base class for arrays.

The recommended way to create concrete array types is by multiplying any
ctypes data type with a non-negative integer. Alternatively, you can subclass
this type and define _length_ and _type_ class variables. Array elements can
be read and written using standard subscript and slice accesses for slice
reads, the resulting object is not itself an Array."""
    __slots__ = ()
    __module__ = "_ctypes"

    def __init__(self, /, *args):
        if len(args) > self._info_.length:
            raise IndexError("invalid index")
        for index, value in enumerate(args):
            self[index] = value

    def __len__(self, /):
        return self._info_.length

    def __iter__(self, /):
        for index in range(self._info_.length):
            yield self[index]

    def _place(self, index):
        index = _index(index)
        length = self._info_.length
        if index < 0:
            index += length
        if not 0 <= index < length:
            raise IndexError("invalid index")
        return self._offset + index * self._info_.item._info_.size

    def __getitem__(self, key, /):
        if isinstance(key, slice):
            item = self._info_.item
            return _joined(item, [self[index] for index in range(*key.indices(self._info_.length))])
        if not hasattr(type(key), "__index__"):
            raise TypeError("indices must be integers")
        return _read(self._info_.item, self._block, self._place(key), self)

    def __setitem__(self, key, value, /):
        if isinstance(key, slice):
            places = range(*key.indices(self._info_.length))
            if len(value) != len(places):
                raise ValueError("Can only assign sequence of same size")
            for index, item in zip(places, value):
                self[index] = item
            return
        if not hasattr(type(key), "__index__"):
            raise TypeError("indices must be integer")
        _write(self._info_.item, self._block, self._place(key), value, self)

    def __delitem__(self, key, /):
        raise TypeError("Array does not support item deletion")

    __class_getitem__ = classmethod(type(list[int]))


def _joined(item, values):
    code = item._info_.code if _is_plain(item) else None
    return b"".join(values) if code == "c" else "".join(values) if code == "u" else values


def _text_of(self):
    return self._bytes().partition(b"\0")[0]


def _set_text(self, value):
    if not isinstance(value, bytes):
        raise TypeError(f"bytes expected instead of {type(value).__name__} instance")
    if len(value) > self._info_.size:
        raise ValueError("byte string too long")
    if len(value) < self._info_.size:
        value += b"\0"
    self._block.memory[self._offset:self._offset + len(value)] = value


def _set_raw(self, value):
    value = memoryview(value).tobytes()
    if len(value) > self._info_.size:
        raise ValueError("byte string too long")
    self._block.memory[self._offset:self._offset + len(value)] = value


def _wide_of(self):
    return self._bytes().decode("utf-32-le", "surrogatepass").partition("\0")[0]


def _set_wide(self, value):
    if not isinstance(value, str):
        raise TypeError(f"unicode string expected instead of {type(value).__name__} instance")
    if len(value) > self._info_.length:
        raise ValueError(f"string too long ({len(value)}, maximum length {self._info_.length})")
    if len(value) < self._info_.length:
        value += "\0"
    self._block.memory[self._offset:self._offset + len(value) * 4] = value.encode("utf-32-le", "surrogatepass")


_CHAR_VALUE = property(_text_of, _set_text, doc="string value")
_CHAR_RAW = property(lambda self: self._bytes(), _set_raw, doc="value")
_WIDE_VALUE = property(_wide_of, _set_wide, doc="string value")


class _Pointer(_CData, metaclass=PyCPointerType):
    """XXX to be provided"""
    __slots__ = ()
    __module__ = "_ctypes"

    def __new__(cls, *args, **kwargs):
        if _info_of(cls) is None or cls._info_.item is None:
            raise TypeError("Cannot create instance: has no _type_")
        return _CData.__new__(cls)

    def __init__(self, value=None, /):
        if value is not None:
            self.contents = value

    def _target(self, index):
        """Where its item of an index lies."""
        address = _simple.get_address(self._block, self._offset)
        if not address:
            raise ValueError("NULL pointer access")
        size = self._info_.item._info_.size
        return _find(address + index * size, size)

    @property
    def contents(self):
        """the object this pointer points to (read-write)"""
        block, offset = self._target(0)
        return _view_at(self._info_.item, block, offset, self)

    @contents.setter
    def contents(self, value):
        item = self._info_.item
        # (Of whatever type: CPython asks no more.)
        if not isinstance(value, _CData):
            raise TypeError(f"expected {item.__name__} instead of {type(value).__name__}")
        _simple.set_address(self._block, self._offset, addressof(value), [value])
        self._objects = {"1": value}

    def __bool__(self, /):
        return _simple.get_address(self._block, self._offset) != 0

    def __getitem__(self, key, /):
        if isinstance(key, slice):
            return _joined(self._info_.item, [self[index] for index in _pointer_range(key)])
        if not hasattr(type(key), "__index__"):
            raise TypeError("Pointer indices must be integer")
        block, offset = self._target(_index(key))
        return _read(self._info_.item, block, offset, self)

    def __setitem__(self, key, value, /):
        if not hasattr(type(key), "__index__"):
            raise TypeError("Pointer indices must be integer")
        block, offset = self._target(_index(key))
        _write(self._info_.item, block, offset, value, self)


def _pointer_range(key):
    step = 1 if key.step is None else _index(key.step)
    if step == 0:
        raise ValueError("slice step cannot be zero")
    if key.start is None:
        if step < 0:
            raise ValueError("slice start is required for step < 0")
        start = 0
    else:
        start = _index(key.start)
    if key.stop is None:
        raise ValueError("slice stop is required")
    return range(start, _index(key.stop), step)


class CArgObject:
    """What byref() and from_param() give: an argument of a C function."""
    __module__ = "_ctypes"
    __slots__ = ("_obj", "_tag", "_value")

    def __new__(cls):
        raise TypeError("cannot create '_ctypes.CArgObject' instances")

    @classmethod
    def _of(cls, tag, held, value):
        self = object.__new__(cls)
        self._tag = tag
        self._obj = held
        self._value = value
        return self

    def __repr__(self, /):
        if self._tag in "zZP":
            return f"<cparam {self._tag!r} ({self._value or 0:#x})>"
        return f"<cparam {self._tag!r} ({self._value!r})>"
