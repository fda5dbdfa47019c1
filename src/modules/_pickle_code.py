# What the module _pickle has besides PickleBuffer: dumps() and loads() try TypeScript's versions (pickle.ts) and leave to pickle.py what those can't do. An error
# makes pickle.py do it all again: what it raises, notes included, is what counts.
__name__ = "_pickle"

import copyreg
import sys
from io import BytesIO
from struct import error as _StructError
from types import FunctionType

from pickle import (
    PickleError, PicklingError, UnpicklingError, _Pickler as Pickler, _Unpickler,
    _dumps, _getattribute, whichmodule, DEFAULT_PROTOCOL)

_TRUNCATED = "pickle data was truncated"


def _invalid_key(key):
    shown = chr(key) if 0x20 <= key < 0x7f and key not in b"'\\" else f"\\x{key:02x}"
    return f"invalid load key, '{shown}'."


# What pickle.py's own code raises for damaged data, as CPython's C code has it; None: the error is somebody else's.
def _about_data(error):
    trace = error.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code
    if code.co_filename != _Unpickler.load.__code__.co_filename:
        return None
    if isinstance(error, EOFError):
        return EOFError("Ran out of input")
    if isinstance(error, KeyError):
        return UnpicklingError(_invalid_key(error.args[0])) if code.co_name == "load" else None
    if isinstance(error, UnpicklingError):
        return UnpicklingError(_TRUNCATED) if str(error) == "pickle exhausted before end of frame" else None
    if isinstance(error, _StructError) or str(error) == "index out of range":
        return UnpicklingError(_TRUNCATED)
    return UnpicklingError("could not find MARK" if code.co_name == "pop_mark" else "unpickling stack underflow")


class Unpickler(_Unpickler):
    """This takes a binary file for reading a pickle data stream."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        _Unpickler.__init__(self, file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
        read, readline = self._file_read, self._file_readline

        def read_all(size):
            data = read(size)
            if len(data) < size and size > 1:
                raise UnpicklingError(_TRUNCATED)
            return data

        def read_line():
            line = readline()
            if line[-1:] != b"\n":
                raise UnpicklingError(_TRUNCATED)
            return line

        self._file_read, self._file_readline = read_all, read_line

    def load(self):
        try:
            return _Unpickler.load(self)
        except (EOFError, IndexError, KeyError, UnpicklingError, _StructError) as error:
            other = _about_data(error)
            if other is None:
                raise
        raise other


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the pickle data stored in a file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


class _Unusual(Exception):
    pass


def _global(obj, name=None):
    if copyreg._extension_registry:
        raise _Unusual
    if name is None:
        name = getattr(obj, "__qualname__", None) or obj.__name__
    module = whichmodule(obj, name)
    if _getattribute(sys.modules[module], name.split(".")) is not obj:
        raise _Unusual
    return "global", module, name


_reduce_ex, _reduce, _getstate, _getattribute_plainly = object.__reduce_ex__, object.__reduce__, object.__getstate__, object.__getattribute__
_MADE_IN_PYTHON = 1 << 9  # a flag of types


# Whether an object is a plain instance, all whose attributes are in its __dict__, and nothing says how to pickle it.
def _is_plain(obj, cls):
    if cls.__reduce_ex__ is not _reduce_ex or cls.__reduce__ is not _reduce or cls.__getstate__ is not _getstate or type(cls) is not type:
        return False
    if hasattr(cls, "__getnewargs_ex__") or hasattr(cls, "__getnewargs__") or hasattr(cls, "__getattr__"):
        return False
    if cls.__getattribute__ is not _getattribute_plainly or obj.__class__ is not cls:
        return False
    base = cls
    while base.__flags__ & _MADE_IN_PYTHON:
        if "__slots__" in base.__dict__ or "__slotnames__" in base.__dict__:
            return False
        base = base.__base__
    return base is object and _PICKLING.isdisjoint(obj.__dict__)


_PICKLING = {"__reduce_ex__", "__reduce__", "__getstate__", "__getnewargs_ex__", "__getnewargs__", "__dict__"}


def _reduced_for(protocol):
    def reduced(obj):
        # How an object that is not plain is made again: see Reduced in pickle/dump.ts.
        cls = type(obj)
        if cls is FunctionType:
            return _global(obj)
        if cls is type and obj in (type(None), type(NotImplemented), type(...)):
            raise _Unusual
        reduce = copyreg.dispatch_table.get(cls)
        if reduce is not None:
            value = reduce(obj)
        elif _is_plain(obj, cls):
            state = obj.__dict__
            return ("newobj", (cls, ()), (state,) if state else (), (), (), ())
        elif issubclass(cls, type):
            return _global(obj)
        else:
            value = obj.__reduce_ex__(protocol)
        if isinstance(value, str):
            return _global(obj, value)
        if type(value) is not tuple or not 2 <= len(value) <= 6:
            raise _Unusual
        function, args, state, list_items, dict_items, setter = value + (None,) * (6 - len(value))
        if type(args) is not tuple or not callable(function):
            raise _Unusual
        name = getattr(function, "__name__", "")
        if name == "__newobj__":
            if not args or not hasattr(args[0], "__new__") or args[0] is not getattr(obj, "__class__", None):
                raise _Unusual
            kind, parts = "newobj", (args[0], args[1:])
        elif name == "__newobj_ex__":
            if len(args) != 3 or args[0] is not getattr(obj, "__class__", None) or type(args[1]) is not tuple or type(args[2]) is not dict:
                raise _Unusual
            kind, parts = "newobj_ex", args
        else:
            kind, parts = "reduce", (function, args)
        return (kind, parts, () if state is None else (state,), () if setter is None else (setter,),
                () if list_items is None else tuple(list_items), () if dict_items is None else tuple(map(tuple, dict_items)))
    return reduced


_reducers = {protocol: _reduced_for(protocol) for protocol in (4, 5)}


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Return the pickled representation of the object as a bytes object."""
    number = DEFAULT_PROTOCOL if protocol is None else protocol
    if buffer_callback is None and type(number) is int and (number == 4 or number == 5):
        try:
            data = _dumped(obj, number, _reducers[number])
        except (TimeoutError, MemoryError):
            raise
        except Exception:
            data = None
        if data is not None:
            return data
    return _dumps(obj, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write a pickled representation of obj to the open file object file."""
    try:
        write = file.write
    except AttributeError:
        raise TypeError("file must have a 'write' attribute") from None
    write(dumps(obj, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback))


def _find_class(module, name):
    sys.audit("pickle.find_class", module, name)
    __import__(module, level=0)
    return _getattribute(sys.modules[module], name.split("."))


def _build(inst, state):
    setstate = getattr(inst, "__setstate__", _build)
    if setstate is not _build:
        setstate(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        attributes = inst.__dict__
        for key, value in state.items():
            attributes[sys.intern(key) if type(key) is str else key] = value
    if slots:
        for key, value in slots.items():
            setattr(inst, key, value)


def _extend(sequence, items):
    extend = getattr(sequence, "extend", None)
    if extend is not None:
        extend(items)
    else:
        for item in items:
            sequence.append(item)


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the given pickle data."""
    if type(data) is bytes and buffers is None and data[:1] == b"\x80" and data[1:2] > b"\x03":
        try:
            found = _loaded(data, _find_class, _build, _extend)
        except (TimeoutError, MemoryError):
            raise
        except Exception:
            found = None
        if found is not None:
            return found[0]
    if isinstance(data, str):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return Unpickler(BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()
