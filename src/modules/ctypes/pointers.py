# Function pointers: to functions of Python's, to what ctypes calls by address (memmove and its like), and to what of Python's C interface is here.
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
                if not self._info_.flags & FUNCFLAG_PYTHONAPI or not str(name).startswith(("Py", "_Py")):
                    raise AttributeError(f"krait: undefined symbol: {name}")
                _simple.set_address(self._block, 0, _PYTHON_ADDRESSES.get(name, _NOWHERE))
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
    if isinstance(value, (_Pointer, CFuncPtr)) or isinstance(value, _SimpleCData) and value._info_.code in "zZP":
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


# --- Python's own C interface ----------------------------------------------------------------------------------------------------------------
class _Capsule:
    __module__ = "builtins"
    __slots__ = ("pointer", "name", "context", "destructor", "name_address")

    def __new__(cls):
        raise TypeError("cannot create 'PyCapsule' instances")

    def __repr__(self):
        return f"<capsule object {'NULL' if self.name is None else chr(34) + self.name.decode() + chr(34)} at {id(self):#x}>"


_Capsule.__name__ = _Capsule.__qualname__ = "PyCapsule"


def _name_at(address):
    from _ctypes_memory import text_at
    return text_at(address, 1) if address else None


def _capsule_new(pointer, name, destructor):
    if not pointer:
        raise ValueError("PyCapsule_New called with null pointer")
    self = object.__new__(_Capsule)
    self.pointer, self.name, self.name_address, self.destructor, self.context = pointer, _name_at(name), name, destructor, None
    return self


def _checked_capsule(capsule, of):
    if type(capsule) is not _Capsule:
        raise ValueError(f"PyCapsule_{of} called with invalid PyCapsule object")
    return capsule


def _capsule_pointer(capsule, name):
    if _checked_capsule(capsule, "GetPointer").name != _name_at(name):
        raise ValueError("PyCapsule_GetPointer called with incorrect name")
    return capsule.pointer


def _capsule_getter(part, of):
    return lambda capsule: getattr(_checked_capsule(capsule, of), part)


def _capsule_setter(part, of):
    def put(capsule, value):
        setattr(_checked_capsule(capsule, of), part, value)
        return 0
    return put


def _capsule_rename(capsule, name):
    _checked_capsule(capsule, "SetName").name_address = name
    capsule.name = _name_at(name)
    return 0


# What can be called by name; the rest can be found (dill and others look at some to see what they run on) and refuses when it is called.
_PYTHON_FUNCTIONS = {
    "PyCapsule_New": _capsule_new, "PyCapsule_GetPointer": _capsule_pointer,
    "PyCapsule_IsValid": lambda capsule, name: int(type(capsule) is _Capsule and capsule.name == _name_at(name)),
    "PyCapsule_GetName": _capsule_getter("name_address", "GetName"), "PyCapsule_SetName": _capsule_rename,
    "PyCapsule_GetContext": _capsule_getter("context", "GetContext"), "PyCapsule_SetContext": _capsule_setter("context", "SetContext"),
    "PyCapsule_GetDestructor": _capsule_getter("destructor", "GetDestructor"), "PyCapsule_SetDestructor": _capsule_setter("destructor", "SetDestructor"),
}
_PYTHON_ADDRESSES = {}
for _name, _function in _PYTHON_FUNCTIONS.items():
    _PYTHON_ADDRESSES[_name] = _address = 0x2000 + len(_PYTHON_ADDRESSES) * 16
    _INTERNAL[_address] = _function
del _name, _function, _address
