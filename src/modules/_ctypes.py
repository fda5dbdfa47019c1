# The module _ctypes: C's types, in memory of Python's own (_ctypes_memory.py). No library can be loaded and no C function called; functions of Python's are
# callable through function types. What a class says of its C type is in its _info_ (TypeInfo).
from _memoryview import _make as _make_view
from _krait import to_index as _index
from _ctypes_memory import Block as _Block, find as _find
import _ctypes_simple as _simple

__version__ = "1.1.0"
RTLD_LOCAL, RTLD_GLOBAL = 0, 256
FUNCFLAG_CDECL, FUNCFLAG_PYTHONAPI, FUNCFLAG_USE_ERRNO, FUNCFLAG_USE_LASTERROR = 1, 4, 8, 16
SIZEOF_TIME_T = 8
CTYPES_MAX_ARGCOUNT = 1024
_POINTER_BYTES = 8


class ArgumentError(Exception):
    __module__ = "ctypes"


class _TypeInfo:
    __slots__ = ("size", "align", "format", "shape", "final", "fields", "code", "get", "put", "item", "length", "pointer_type", "has_pointer",
                 "restype", "argtypes", "flags")

    def __init__(self, size, align, format, shape=(), has_pointer=False):
        self.size = size
        self.align = align
        self.format = format
        self.shape = shape
        self.has_pointer = has_pointer
        self.final = False
        self.fields = ()
        self.code = self.get = self.put = self.item = self.pointer_type = self.restype = self.argtypes = None
        self.length = self.flags = 0


def _info_of(cls):
    return cls.__dict__.get("_info_") if isinstance(cls, CType_Type) else None


def _needed_info(cls):
    info = _info_of(cls)
    if info is None:
        raise TypeError("abstract class")
    info.final = True
    return info


def _view_at(cls, block, offset, base):
    """An instance of cls in memory that is there."""
    self = object.__new__(cls)
    self._block = block
    self._offset = offset
    self._b_base_ = base
    self._objects = None
    return self


# --- metaclasses -----------------------------------------------------------------------------------------------------------------------------
class CType_Type(type):
    """metatype for C types"""

    def from_address(self, value, /):
        """C.from_address(integer) -> C instance

Access a C instance at the specified address.
"""
        if not isinstance(value, int):
            raise TypeError("integer expected")
        info = _needed_info(self)
        block, offset = _find(value, info.size)
        return _view_at(self, block, offset, None)

    def from_buffer(self, obj, offset=0, /):
        """C.from_buffer(object, offset=0, /) -> C instance

Create a C instance from a writeable buffer.
"""
        info = _needed_info(self)
        view = memoryview(obj)
        if view.readonly:
            raise TypeError("underlying buffer is not writable")
        if not view.c_contiguous:
            raise TypeError("underlying buffer is not C contiguous")
        _check_size(view, offset, info.size)
        # (An object of ctypes shares its block: what it points at stays alive with it.)
        if isinstance(obj, _CData):
            return _view_at(self, obj._block, obj._offset + offset, obj)
        view = view.cast("B")
        self = _view_at(self, _Block(view[offset:], view.nbytes - offset, True), 0, None)
        self._objects = {"ffffffff": view}
        return self

    def from_buffer_copy(self, source, offset=0, /):
        """C.from_buffer_copy(object, offset=0, /) -> C instance

Create a C instance from a readable buffer.
"""
        info = _needed_info(self)
        view = memoryview(source)
        _check_size(view, offset, info.size)
        return _view_at(self, _Block(bytearray(view.tobytes()[offset:offset + info.size]), info.size), 0, None)

    def in_dll(self, dll, name, /):
        """C.in_dll(dll, name) -> C instance

Access a C instance in a dll.
"""
        raise ValueError(f"krait: undefined symbol: {name}")

    def from_param(self, value, /):
        """Convert a Python object into a function call parameter."""
        if isinstance(value, self):
            return value
        given = getattr(value, "_as_parameter_", None)
        if given is not None:
            return self.from_param(given)
        raise TypeError(f"expected {self.__name__} instance instead of {type(value).__name__}")

    def __mul__(self, count):
        if not hasattr(type(count), "__index__"):
            return NotImplemented
        count = _index(count)
        if count < 0:
            raise ValueError(f"Array length must be >= 0, not {count}")
        known = _array_types.get((self, count))
        if known is None:
            # (The names of arrays are those of the innermost frame's module in CPython too.)
            known = _array_types[self, count] = PyCArrayType(f"{self.__name__}_Array_{count}", (Array,), {"_length_": count, "_type_": self})
        return known

    __rmul__ = __mul__

    @property
    def __pointer_type__(self):
        """pointer type"""
        info = _info_of(self)
        if info is None or info.pointer_type is None:
            raise AttributeError(f"type {self.__name__} has no attribute '__pointer_type__'")
        return info.pointer_type

    @__pointer_type__.setter
    def __pointer_type__(self, value):
        info = _info_of(self)
        if info is None:
            raise TypeError(f"type {self.__name__} is not a C type")
        info.pointer_type = value


_array_types = {}  # by item type and length


def _check_size(view, offset, size):
    if offset < 0:
        raise ValueError("offset cannot be negative")
    if view.nbytes < size + offset:
        raise ValueError(f"Buffer size too small ({view.nbytes} instead of at least {size + offset} bytes)")


class PyCSimpleType(CType_Type):
    """metatype for the PyCSimpleType objects"""

    def __new__(meta, name, bases, namespace, /, **kwargs):
        cls = super().__new__(meta, name, bases, namespace, **kwargs)
        if bases != (_CData,):
            _set_simple(cls, getattr(cls, "_type_", None))
            if cls._info_.code in _simple.INTEGERS and cls._info_.size > 1 or cls._info_.code in "df":
                if cls.__base__ is _SimpleCData and "_swapped_" not in namespace:
                    swapped = meta(f"{name}_be", bases, {**namespace, "_swapped_": True})
                    swapped.__ctype_le__ = cls.__ctype_le__ = cls
                    swapped.__ctype_be__ = cls.__ctype_be__ = swapped
        return cls

    def from_param(self, value, /):
        """Convert a Python object into a function call parameter."""
        if isinstance(value, self):
            return value
        info = _needed_info(self)
        code = info.code
        if code in "zZP":
            found = _text_parameter(self, code, value)
            if found is not NotImplemented:
                return found
        elif code == "u" and not isinstance(value, str) or code == "c" and not isinstance(value, (bytes, bytearray, int)):
            pass
        else:
            instance = _view_at(self, _Block(bytearray(info.size), info.size), 0, None)
            try:
                info.put(instance._block, 0, value)
                return CArgObject._of(code, instance, info.get(instance._block, 0))
            except TypeError:
                if not hasattr(value, "_as_parameter_"):
                    raise
        given = getattr(value, "_as_parameter_", None)
        if given is not None:
            return self.from_param(given)
        if code in "zZP":
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as {self.__module__}.{self.__qualname__}")
        raise TypeError("wrong type")


def _text_parameter(cls, code, value):
    """What a char *, wchar_t * or void * takes."""
    if value is None:
        return None
    kinds = {"z": bytes, "Z": str, "P": (bytes, str, int)}[code]
    if isinstance(value, kinds):
        if isinstance(value, int):
            return CArgObject._of("P", None, value)
        text = _simple.text_block(value)
        return CArgObject._of("z" if isinstance(value, bytes) else "Z", text, text.address_of(0))
    if isinstance(value, (Array, _Pointer)):
        item = value._info_.item
        if code == "P" or issubclass(item, _SimpleCData) and item._type_ == ("c" if code == "z" else "u"):
            return value
    if isinstance(value, CArgObject):
        if code == "P" or type(value._obj)._info_.code == ("c" if code == "z" else "u"):
            return value
    if code == "P" and (isinstance(value, CFuncPtr) or isinstance(value, _SimpleCData) and value._type_ in "zZ"):
        return CArgObject._of("P", value, _simple.get_address(value._block, value._offset))
    return NotImplemented


def _set_simple(cls, code):
    if code is None:
        raise AttributeError("class must define a '_type_' attribute")
    if not isinstance(code, str):
        raise TypeError("class must define a '_type_' string attribute")
    if len(code) != 1:
        raise ValueError("class must define a '_type_' attribute which must be a string of length 1")
    if code not in _simple.SUPPORTED:
        raise AttributeError("class must define a '_type_' attribute which must be\na single character string containing one of the\n"
                             f"supported types: '{_simple.SUPPORTED}'.")
    size = _simple.SIZES[code]
    swapped = getattr(cls, "_swapped_", False)
    format = _simple.FORMATS[code]
    info = _TypeInfo(size, size, ">" + format[1:] if swapped else format, has_pointer=code in "zZPO")
    info.code = code
    info.get, info.put = _simple.accessors(code, "big" if swapped else "little")
    type.__setattr__(cls, "_info_", info)


class PyCStructType(CType_Type):
    """metatype for the CData Objects"""


class UnionType(CType_Type):
    """metatype for the Union Objects"""


def _share_aggregate(meta):
    def __new__(meta_given, name, bases, namespace, /, **kwargs):
        cls = CType_Type.__new__(meta_given, name, bases, namespace, **kwargs)
        if bases == (_CData,):
            return cls
        base = _info_of(cls.__base__)
        info = _TypeInfo(0, 1, "B") if base is None else _TypeInfo(base.size, base.align, base.format, has_pointer=base.has_pointer)
        if base is not None:
            base.final = True
            info.fields = base.fields
        type.__setattr__(cls, "_info_", info)
        if "_fields_" in namespace:
            cls._fields_ = namespace["_fields_"]
        return cls

    def __setattr__(self, name, value, /):
        if name == "_fields_":
            _set_fields(self, value, meta is PyCStructType)
        type.__setattr__(self, name, value)
    meta.__new__ = __new__
    meta.__setattr__ = __setattr__


def _set_fields(cls, given, is_struct):
    info = _info_of(cls)
    if info is None:
        raise TypeError("ctypes state is not initialized")
    if info.final or "_fields_done_" in cls.__dict__:
        raise AttributeError("_fields_ is final")
    from ctypes._layout import get_layout
    base = cls.__base__
    base_info = _info_of(base)
    given = list(given)
    layout = get_layout(cls, given, is_struct, base if base_info is not None and base_info.size else None)
    info.size, info.align, info.format = layout.size, layout.align, layout.format_spec
    info.fields = (base_info.fields if base_info is not None else ()) + tuple(layout.fields)
    for field in layout.fields:
        kind = _needed_info(field.type)
        info.has_pointer = info.has_pointer or kind.has_pointer
        type.__setattr__(cls, field.name, field)
    if layout.fields or given:
        info.final = True
    type.__setattr__(cls, "_fields_done_", True)
    anonymous = cls.__dict__.get("_anonymous_", ())
    for name in anonymous:
        field = cls.__dict__.get(name)
        if field is None:
            raise AttributeError(name)
        if not isinstance(field, CField):
            raise AttributeError(f"'{name}' is specified in _anonymous_ but not in _fields_")
        field._anonymous = True
        for inner in field.type._info_.fields:
            type.__setattr__(cls, inner.name, inner._moved(field.byte_offset))


class PyCArrayType(CType_Type):
    """metatype for the Array Objects"""

    def __new__(meta, name, bases, namespace, /, **kwargs):
        cls = super().__new__(meta, name, bases, namespace, **kwargs)
        if bases == (_CData,):
            return cls
        length = getattr(cls, "_length_", None)
        if length is None:
            raise AttributeError("class must define a '_length_' attribute")
        if not isinstance(length, int):
            raise TypeError("The '_length_' attribute must be an integer")
        if length < 0:
            raise ValueError("The '_length_' attribute must not be negative")
        item = getattr(cls, "_type_", None)
        if item is None:
            raise AttributeError("class must define a '_type_' attribute")
        if _info_of(item) is None:
            raise TypeError("_type_ must have storage info")
        kind = _needed_info(item)
        info = _TypeInfo(kind.size * length, kind.align, kind.format, (length,) + kind.shape, kind.has_pointer)
        info.item = item
        info.length = length
        type.__setattr__(cls, "_info_", info)
        if kind.code in ("c", "u"):
            cls.value = _CHAR_VALUE if kind.code == "c" else _WIDE_VALUE
            if kind.code == "c":
                cls.raw = _CHAR_RAW
        return cls

    def from_param(self, value, /):
        """Convert a Python object into a function call parameter."""
        item = self._info_.item
        if isinstance(value, (bytes if item._info_.code == "c" else str)) and item._info_.code in ("c", "u"):
            if len(value) > self._length_:
                raise ValueError("Invalid length")
            return self(*value)
        if isinstance(value, tuple):
            if len(value) > self._length_:
                raise RuntimeError("Invalid length")
            return self(*value)
        return super().from_param(value)


class PyCPointerType(CType_Type):
    """metatype for the Pointer Objects"""

    def __new__(meta, name, bases, namespace, /, **kwargs):
        cls = super().__new__(meta, name, bases, namespace, **kwargs)
        if bases == (_CData,):
            return cls
        info = _TypeInfo(_POINTER_BYTES, _POINTER_BYTES, "&B", has_pointer=True)
        type.__setattr__(cls, "_info_", info)
        item = namespace.get("_type_")
        if item is None and bases[0] is not _Pointer:
            item = getattr(cls, "_type_", None)
        if item is not None:
            cls.set_type(item)
        return cls

    def set_type(self, type, /):
        if not isinstance(type, CType_Type):
            raise TypeError("_type_ must have storage info")
        kind = _info_of(type)
        self._info_.item = type
        if kind is not None:
            shape = f"({','.join(map(str, kind.shape))})" if kind.shape else ""
            self._info_.format = f"&{shape}{kind.format}"
            if kind.pointer_type is None:
                kind.pointer_type = self
        CType_Type.__setattr__(self, "_type_", type)

    def from_param(self, value, /):
        """Convert a Python object into a function call parameter."""
        if value is None:
            return None
        item = self._info_.item
        if item is not None:
            if isinstance(value, item):
                return byref(value)
            if isinstance(value, (_Pointer, Array)) and value._info_.item is not None and issubclass(value._info_.item, item):
                return value
            if isinstance(value, CArgObject) and isinstance(value._obj, item):
                return value
        return super().from_param(value)


class PyCFuncPtrType(CType_Type):
    """metatype for C function pointers"""

    def __new__(meta, name, bases, namespace, /, **kwargs):
        cls = super().__new__(meta, name, bases, namespace, **kwargs)
        if bases == (_CData,):
            return cls
        flags = getattr(cls, "_flags_", None)
        if not isinstance(flags, int):
            raise TypeError("class must define _flags_ which must be an integer")
        info = _TypeInfo(_POINTER_BYTES, _POINTER_BYTES, "X{}", has_pointer=True)
        info.flags = flags
        info.argtypes = getattr(cls, "_argtypes_", None)
        if info.argtypes is not None:
            if not isinstance(info.argtypes, tuple):
                raise TypeError("_argtypes_ must be a sequence of types")
            if not all(hasattr(kind, "from_param") for kind in info.argtypes):
                raise TypeError("item 1 in _argtypes_ has no from_param method")
        info.restype = getattr(cls, "_restype_", None)
        if info.restype is not None and _info_of(info.restype) is None and not callable(info.restype):
            raise TypeError("_restype_ must be a type, a callable, or None")
        type.__setattr__(cls, "_info_", info)
        return cls


# --- instances -------------------------------------------------------------------------------------------------------------------------------
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


# --- functions -------------------------------------------------------------------------------------------------------------------------------
def _checked(obj, name):
    if not isinstance(obj, _CData):
        raise TypeError(f"{name} must be _ctypes._CData, not {type(obj).__name__}")


def sizeof(obj, /):
    """Return the size in bytes of a C instance."""
    if isinstance(obj, _CData):
        whole = obj._b_base_ is None and not obj._block.shared and not obj._offset
        return obj._block.size if whole else obj._info_.size
    info = _info_of(obj)
    if info is None:
        raise TypeError("this type has no size")
    return info.size


def alignment(obj, /):
    """Return the alignment requirements of a C instance."""
    info = _info_of(type(obj) if isinstance(obj, _CData) else obj)
    if info is None:
        raise TypeError("no alignment info")
    return info.align


def addressof(obj, /):
    """Return the address of the C instance internal buffer"""
    _checked(obj, "addressof() argument")
    return obj._block.address_of(obj._offset)


def byref(obj, offset=0, /):
    """Return a pointer lookalike to a C instance, only usable as function argument."""
    _checked(obj, "byref() argument 1")
    return CArgObject._of("P", obj, addressof(obj) + offset)


def resize(obj, size, /):
    _checked(obj, "resize() argument 1")
    if size < obj._info_.size:
        raise ValueError(f"minimum size is {obj._info_.size}")
    block = obj._block
    if block.shared or obj._b_base_ is not None:
        raise ValueError("Memory cannot be resized because this object doesn't own it")
    if size > block.size:
        block.memory.extend(bytes(size - block.size))
    else:
        del block.memory[size:]
    block.size = size


def buffer_info(o, /):
    """Return buffer interface information"""
    info = _info_of(type(o) if isinstance(o, _CData) else o)
    if info is None:
        raise TypeError("not a ctypes type or object")
    return info.format, len(info.shape), info.shape


_errno = 0


def get_errno():
    return _errno


def set_errno(value, /):
    global _errno
    _errno, old = value, _errno
    return old


_NOWHERE = 0xF000  # the address of what can be found and not called
_PROGRAM = 1  # the handle of the program itself, in which no symbol is found


def dlopen(name, flag=RTLD_LOCAL, /):
    """dlopen(name, flag={RTLD_GLOBAL|RTLD_LOCAL}) open a shared library"""
    import sys
    sys.audit("ctypes.dlopen", name)
    if name is None:
        return _PROGRAM
    import os
    if "/" in name and not os.path.exists(name):
        raise OSError(f"{name}: cannot open shared object file: No such file or directory")
    raise OSError(f"{name}: cannot open shared object file: krait does not support loading shared libraries")


def dlclose(handle, /):
    """dlclose a library"""


def dlsym(handle, name, /):
    """find symbol in shared library"""
    raise OSError(f"krait: undefined symbol: {name}")


def _uncallable(*_):
    raise NotImplementedError("krait does not support calling C functions")


call_function = call_cdeclfunction = _uncallable


def PyObj_FromPtr(address, /):
    raise NotImplementedError("krait does not support making objects of addresses")


# --- function pointers -----------------------------------------------------------------------------------------------------------------------
class CFuncPtr(_CData, metaclass=PyCFuncPtrType):
    """Function Pointer"""
    __slots__ = ("_callable", "_restype", "_argtypes", "_errcheck", "__name__")
    __module__ = "_ctypes"

    def __new__(cls, *args, **kwargs):
        self = _CData.__new__(cls)
        self._callable = self._restype = self._argtypes = self._errcheck = None
        if args:
            first = args[0]
            if isinstance(first, tuple):
                name, library = first
                if not hasattr(library, "_handle"):
                    raise TypeError("the _handle attribute of the second argument must be an integer")
                # Functions of Python's own C interface are there (dill looks at some to see what it runs on) and refuse when they are called.
                if not self._info_.flags & FUNCFLAG_PYTHONAPI or not str(name).startswith(("Py", "_Py")):
                    raise AttributeError(f"krait: undefined symbol: {name}")
                _simple.set_address(self._block, 0, _NOWHERE)
            elif isinstance(first, int):
                _simple.set_address(self._block, 0, first)
            elif callable(first):
                if self._info_.argtypes is None:
                    raise TypeError("cannot construct instance of this class: no argtypes")
                self._callable = first
                _simple.set_address(self._block, 0, self._block.address_of(0))
                _callables[self._block.address] = first
            else:
                raise TypeError("argument must be callable or integer function address")
        return self

    def __init__(self, *args, **kwargs):
        pass

    def __del__(self):
        if self._callable is not None:
            _callables.pop(self._block.address, None)

    @property
    def restype(self):
        """specify the result type"""
        return self._info_.restype if self._restype is None else self._restype[0]

    @restype.setter
    def restype(self, value):
        if value is not None and not callable(value) and _info_of(value) is None:
            raise TypeError("restype must be a type, a callable, or None")
        self._restype = [value]

    @restype.deleter
    def restype(self):
        self._restype = None

    @property
    def argtypes(self):
        """specify the argument types"""
        return self._info_.argtypes if self._argtypes is None else self._argtypes[0]

    @argtypes.setter
    def argtypes(self, value):
        if value is not None:
            value = tuple(value)
            for place, kind in enumerate(value, 1):
                if not hasattr(kind, "from_param"):
                    raise TypeError(f"item {place} in _argtypes_ has no from_param method")
        self._argtypes = [value]

    @argtypes.deleter
    def argtypes(self):
        self._argtypes = None

    @property
    def errcheck(self):
        """a function to check for errors"""
        return self._errcheck

    @errcheck.setter
    def errcheck(self, value):
        if not callable(value):
            raise TypeError("the errcheck attribute must be callable")
        self._errcheck = value

    def __bool__(self, /):
        return _simple.get_address(self._block, self._offset) != 0

    def __repr__(self, /):
        return f"<{type(self).__name__} object at {id(self):#x}>"

    def __call__(self, /, *args, **kwargs):
        address = _simple.get_address(self._block, self._offset)
        if not address:
            raise ValueError("attempt to call a NULL function pointer")
        argtypes = self.argtypes
        if argtypes is not None:
            # (More than it says are C's variable arguments.)
            if len(args) < len(argtypes):
                count = len(argtypes)
                raise TypeError(f"this function takes at least {count} argument{'' if count == 1 else 's'} ({len(args)} given)")
            given = []
            for place, (kind, value) in enumerate(zip(argtypes, args), 1):
                try:
                    given.append(kind.from_param(value))
                except Exception as error:
                    raise ArgumentError(f"argument {place}: {type(error).__name__}: {error}") from None
        else:
            given = [*args]
        function = _INTERNAL.get(address)
        if function is not None:
            return _result(self.restype, function(*[_plain_argument(value) for value in given]))
        function = _callables.get(address)
        if function is None:
            _uncallable()
        result = _call_back(function, self._info_, argtypes or (), given)
        result = _result(self.restype, result)
        return result if self._errcheck is None else self._errcheck(result, self, args)


_callables = {}  # Python functions by the address of their function pointers


def _plain_argument(value):
    """An argument as a function of this module takes it: an address or an object."""
    if isinstance(value, CArgObject):
        return value._value
    if isinstance(value, (Array, Structure, Union)):
        return addressof(value)
    if isinstance(value, _Pointer) or isinstance(value, CFuncPtr):
        return _simple.get_address(value._block, value._offset)
    return value.value if isinstance(value, _SimpleCData) else value


def _call_back(function, info, argtypes, given):
    """Calls a Python function as C code would: it sees values of its argument types; errors are told and go nowhere."""
    values = []
    for kind, value in zip(argtypes, given):
        made = _CData.__new__(kind)
        if isinstance(value, kind):
            _write(kind, made._block, 0, value)
        elif isinstance(value, CArgObject) and made._info_.code not in (None, "z", "Z", "P"):
            made._info_.put(made._block, 0, value._value)
        else:
            address = _plain_argument(value)
            _simple.set_address(made._block, 0, address or 0, [value])
        values.append(made._info_.get(made._block, 0) if _is_plain(kind) else made)
    try:
        result = function(*values)
    except BaseException as error:
        _unraisable(error, "Exception ignored while calling ctypes callback function", function)
        result = None
    restype = info.restype
    if restype is None:
        return None
    made = _CData.__new__(restype)
    if result is not None or made._info_.code == "O":
        try:
            _write(restype, made._block, 0, result)
        except BaseException as error:
            _unraisable(error, "Exception ignored while converting result of ctypes callback function", function)
    return made._info_.get(made._block, 0) if _is_plain(restype) else made


def _unraisable(error, message, object):
    import sys
    from types import SimpleNamespace
    sys.unraisablehook(SimpleNamespace(exc_type=type(error), exc_value=error, exc_traceback=error.__traceback__, err_msg=message, object=object))


def _result(restype, value):
    if restype is None:
        return None
    info = _info_of(restype)
    if info is None:
        return restype(value)
    if isinstance(value, _CData) or info.code == "O":
        return value
    if info.code is None:
        return value
    made = _CData.__new__(restype)
    if value is not None:
        info.put(made._block, 0, value)
    return info.get(made._block, 0) if _is_plain(restype) else made


# What ctypes.memmove and its like call by address
def _memory_at(address, size):
    block, offset = _find(address or 0, size)
    return block, offset, block.memory[offset:offset + size]


def _memmove(to, source, size):
    if size:
        data = bytes(_memory_at(source, size)[2])
        block, offset, _ = _memory_at(to, size)
        from_block, from_offset = _find(source)
        block.memory[offset:offset + size] = data
        block.take_holds(offset, size, from_block, from_offset)
    return to


def _memset(to, value, size):
    if size:
        block, offset, _ = _memory_at(to, size)
        block.memory[offset:offset + size] = bytes([value & 255]) * size
    return to


def _string_at(address, size):
    from _ctypes_memory import text_at
    return text_at(address or 0, 1) if size == -1 else bytes(_memory_at(address, size)[2])


def _wstring_at(address, size):
    from _ctypes_memory import text_at
    data = text_at(address or 0, 4) if size == -1 else bytes(_memory_at(address, size * 4)[2])
    return data.decode("utf-32-le", "surrogatepass")


def _memoryview_at(address, size, readonly):
    block, offset, _ = _memory_at(address, size)
    view = memoryview(block.memory)[offset:offset + size]
    return view.toreadonly() if readonly else view


def _cast(address, source, kind):
    info = _info_of(kind)
    if not (isinstance(kind, PyCPointerType) or isinstance(kind, PyCFuncPtrType) or info is not None and info.code is not None and info.code in "sPzUZXO"):
        raise TypeError(f"cast() argument 2 must be a pointer, not {getattr(kind, '__name__', type(kind).__name__)}")
    made = kind()
    block = source._block if isinstance(source, _CData) else None
    _simple.set_address(made._block, 0, address or 0, [source, block])
    made._objects = {"ffffffff": source}
    if isinstance(source, (_Pointer, _SimpleCData)):
        held = block.holds and block.holds.get(source._offset)
        if info is not None and info.code == "O" and held:
            made._block.hold(0, held)
        else:
            made._block.hold(0, [source, held])
    return made


_memmove_addr, _memset_addr, _string_at_addr, _wstring_at_addr, _cast_addr, _memoryview_at_addr = range(0x1000, 0x1600, 0x100)
_INTERNAL = {_memmove_addr: _memmove, _memset_addr: _memset, _string_at_addr: _string_at, _wstring_at_addr: _wstring_at, _cast_addr: _cast,
             _memoryview_at_addr: _memoryview_at}
