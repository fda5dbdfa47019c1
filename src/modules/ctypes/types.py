# The module _ctypes: C's types, in memory of Python's own (memory.py). No library can be loaded and no C function called; functions of Python's are
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
