# What the module _pickle has besides PickleBuffer: the core writes and reads pickles (native/core/pickle_dump.c, pickle_load.c) and asks the functions here
# where Python code is needed; pickle.py does what they leave.
__name__ = "_pickle"

import codecs
import copyreg
import sys
from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING, REVERSE_IMPORT_MAPPING, REVERSE_NAME_MAPPING
from _krait import pickle_dump, pickle_load
from io import BufferedReader, BytesIO
from struct import error as _StructError
from types import FunctionType

from pickle import (
    PickleError, PicklingError, UnpicklingError, _Pickler, _Unpickler,
    _dumps, _getattribute, whichmodule, DEFAULT_PROTOCOL, HIGHEST_PROTOCOL)

for _error in PickleError, PicklingError, UnpicklingError:
    _error.__module__ = "_pickle"

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


# What a Pickler or Unpickler is told by attributes of its own or of its class, which pickle.py's are told the same way. Nothing else that a subclass has
# (it may be named like what pickle.py's classes have within, `dispatch` or `save`) is looked at.
def _told(owner, base, hooks, names):
    told = {}
    for name in hooks:
        said = getattr(owner, name)
        if getattr(said, "__func__", None) is not getattr(base, name):
            told[name] = said
    for name in names:
        said = getattr(owner, name, _nothing)
        if said is not _nothing:
            told[name] = said
    return told


_nothing = object()


# worker.method(*arguments), while the worker is told these things. (What it has been told refers to its owner: it must not be kept.)
def _working(worker, told, method, *arguments):
    attributes = vars(worker)
    before = {name: attributes.get(name, _nothing) for name in told}
    attributes.update(told)
    try:
        return method(*arguments)
    finally:
        for name, said in before.items():
            if said is _nothing:
                attributes.pop(name, None)
            else:
                attributes[name] = said


class Unpickler:
    """This takes a binary file for reading a pickle data stream."""
    __slots__ = ("_reader", "__dict__")

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._reader = reader = _Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
        read, readline = reader._file_read, reader._file_readline

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

        reader._file_read, reader._file_readline = read_all, read_line

    def load(self):
        """Load a pickle."""
        try:
            reader = self._reader
        except AttributeError:
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()") from None
        try:
            return _working(reader, _told(self, Unpickler, ("find_class",), ("persistent_load",)), reader.load)
        except (EOFError, IndexError, KeyError, UnpicklingError, _StructError) as error:
            other = _about_data(error)
            if other is None:
                raise
        raise other

    def find_class(self, module_name, global_name, /):
        """Return an object from a specified module."""
        return _Unpickler.find_class(self._reader, module_name, global_name)

    def persistent_load(self, pid, /):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")

    @property
    def memo(self):
        return self._reader.memo

    @memo.setter
    def memo(self, value):
        self._reader.memo = value


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the pickle data stored in a file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


class _Unusual(Exception):
    pass


_GLOBAL, _REDUCE, _NEWOBJ, _NEWOBJ_EX = range(4)  # pickle_dump.c's SAYS_…


def _global(obj, protocol, name=None):
    if copyreg._extension_registry:
        raise _Unusual
    if name is None:
        name = getattr(obj, "__qualname__", None) or obj.__name__
    module = whichmodule(obj, name)
    if _getattribute(sys.modules[module], name.split(".")) is not obj:
        raise _Unusual
    if protocol < 3:
        if (module, name) in REVERSE_NAME_MAPPING:
            module, name = REVERSE_NAME_MAPPING[module, name]
        elif module in REVERSE_IMPORT_MAPPING:
            module = REVERSE_IMPORT_MAPPING[module]
    return _GLOBAL, module, name


# What a protocol has no code of its own for.
_without_code = {
    bytes: lambda obj: (codecs.encode, (str(obj, "latin1"), "latin1")) if obj else (bytes, ()),
    bytearray: lambda obj: (bytearray, (bytes(obj),)) if obj else (bytearray, ()),
    set: lambda obj: (set, (list(obj),)),
    frozenset: lambda obj: (frozenset, (list(obj),)),
}


_reduce_ex, _reduce, _getstate = object.__reduce_ex__, object.__reduce__, object.__getstate__


# Whether instances of a class derived from tuple have nothing but what __getnewargs__ gives, as object.__reduce_ex__ would find.
def _is_named_tuple(cls):
    return (cls.__dictoffset__ == 0 and "__getnewargs__" in cls.__dict__ and cls.__base__ is tuple and cls.__dict__.get("__slots__") == () and type(cls) is type
            and cls.__reduce_ex__ is _reduce_ex and cls.__reduce__ is _reduce and cls.__getstate__ is _getstate and not hasattr(cls, "__getnewargs_ex__")
            and "__getattribute__" not in cls.__dict__ and "__class__" not in cls.__dict__)


# How an object is made again that the core knows nothing of: an answer for pickle_dump.c.
def _reduced(obj, protocol):
    cls = type(obj)
    if cls in _without_code:
        return _REDUCE, _without_code[cls](obj), (), (), (), ()
    if cls is FunctionType:
        return _global(obj, protocol)
    if cls is type and obj in (type(None), type(NotImplemented), type(...)):
        raise _Unusual
    reduce = copyreg.dispatch_table.get(cls)
    if reduce is not None:
        value = reduce(obj)
    elif issubclass(cls, type):
        return _global(obj, protocol)
    elif issubclass(cls, tuple) and _is_named_tuple(cls):
        args = cls.__getnewargs__(obj)
        if type(args) is not tuple:
            raise _Unusual
        return _NEWOBJ, (cls, args), (), (), (), ()
    else:
        value = obj.__reduce_ex__(protocol)
    if isinstance(value, str):
        return _global(obj, protocol, value)
    if type(value) is not tuple or not 2 <= len(value) <= 6:
        raise _Unusual
    function, args, state, list_items, dict_items, setter = value + (None,) * (6 - len(value))
    if type(args) is not tuple or not callable(function):
        raise _Unusual
    name = getattr(function, "__name__", "")
    if name == "__newobj__":
        if not args or not hasattr(args[0], "__new__") or args[0] is not getattr(obj, "__class__", None):
            raise _Unusual
        kind, parts = _NEWOBJ, (args[0], args[1:])
    elif name == "__newobj_ex__":
        if len(args) != 3 or args[0] is not getattr(obj, "__class__", None) or type(args[1]) is not tuple or type(args[2]) is not dict:
            raise _Unusual
        kind, parts = _NEWOBJ_EX, args
    else:
        kind, parts = _REDUCE, (function, args)
    return (kind, parts, () if state is None else (state,), () if setter is None else (setter,),
            () if list_items is None else tuple(list_items), () if dict_items is None else tuple(map(tuple, dict_items)))


# The pickle of an object, or None: pickle.py has to make it. (An error makes it do it all again: its notes are what counts.) `memo`: a list for what is in it.
def _dumped(obj, protocol, memo):
    try:
        found = pickle_dump(obj, protocol, memo)
        while type(found) is list:
            asked = found[-1]
            found = pickle_dump(found, None if asked is None else _reduced(asked[0], protocol), None)
    except (TimeoutError, MemoryError):
        raise
    except Exception:
        return None
    if found is False:
        raise RuntimeError("dictionary changed size during iteration")
    return found


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Return the pickled representation of the object as a bytes object."""
    number = DEFAULT_PROTOCOL if protocol is None else protocol
    if buffer_callback is None and type(number) is int and (2 <= number <= 5 or number < 0) and fix_imports:
        data = _dumped(obj, HIGHEST_PROTOCOL if number < 0 else number, [])
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


class Pickler:
    """This takes a binary file for writing a pickle data stream."""
    __slots__ = ("_writer", "__dict__")

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        self._writer = _Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)

    def dump(self, obj, /):
        """Write a pickled representation of the given object to the open file."""
        try:
            writer = self._writer
        except AttributeError:
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()") from None
        told = _told(self, Pickler, ("persistent_id",), ("reducer_override", "dispatch_table"))
        # (Whoever says something about pickling, or has kept a memo, is served by pickle.py.)
        if not told and not writer.memo and (writer.proto > 2 or writer.proto == 2 and writer.fix_imports) and not writer.fast and writer._buffer_callback is None:
            memo = []
            data = _dumped(obj, writer.proto, memo)
            if data is not None:
                writer.memo.update({id(kept): (at, kept) for at, kept in enumerate(memo)})
                writer._file_write(data)
                return
        _working(writer, told, writer.dump, obj)

    def clear_memo(self):
        """Clears the pickler's "memo"."""
        self._writer.clear_memo()

    def persistent_id(self, obj, /):
        return None

    @property
    def memo(self):
        return self._writer.memo

    @memo.setter
    def memo(self, value):
        self._writer.memo = value

    @property
    def bin(self):
        return int(self._writer.bin)

    @bin.setter
    def bin(self, value):
        self._writer.bin = int(value)

    @property
    def fast(self):
        return self._writer.fast

    @fast.setter
    def fast(self, value):
        self._writer.fast = int(value)


def _find_class(module, name):
    sys.audit("pickle.find_class", module, name)
    __import__(module, level=0)
    return _getattribute(sys.modules[module], name.split("."))


# Protocols 2 and 3 know no dotted names.
def _find_plain_class(module, name):
    sys.audit("pickle.find_class", module, name)
    __import__(module, level=0)
    return getattr(sys.modules[module], name)


# Protocol 2 names things as Python 2 does.
def _find_old_class(module, name):
    sys.audit("pickle.find_class", module, name)
    if (module, name) in NAME_MAPPING:
        module, name = NAME_MAPPING[module, name]
    elif module in IMPORT_MAPPING:
        module = IMPORT_MAPPING[module]
    __import__(module, level=0)
    return getattr(sys.modules[module], name)


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


def _set_items(mapping, items):
    for key, value in zip(items[::2], items[1::2]):
        mapping[key] = value


def _add_items(target, items):
    if isinstance(target, set):
        target.update(items)
    else:
        add = target.add
        for item in items:
            add(item)


# What pickle_load.c asks: its ASKS_…, in their order.
_ANSWERS = (
    _find_class, lambda function, args: function(*args), lambda cls, args: cls.__new__(cls, *args), lambda cls, args, names: cls.__new__(cls, *args, **names),
    frozenset, _build, _extend, _set_items, _add_items)
_OPERANDS = (2, 2, 2, 3, 1, 2, 2, 2, 2)
_ASKS_CLASS, _ASKS_BYTES, _ASKS_NOTHING = 0, 9, 10


# The object in a pickle and where it ends, or None: pickle.py has to read it. `more`: gives the next bytes of a file; None: there are none.
def _loaded(data, memo, more=None, find_class=_find_class):
    found = pickle_load(data, memo)
    while type(found) is list:
        asks = found[5]
        if asks == _ASKS_NOTHING:
            answer = None
        elif asks == _ASKS_BYTES:
            got = more(found[6]) if more is not None else b""
            if len(got) < found[6]:
                return None
            answer = found[0][found[1]:] + got
        elif asks == _ASKS_CLASS:
            answer = find_class(found[6], found[7])
        else:
            answer = _ANSWERS[asks](*found[6:6 + _OPERANDS[asks]])
        found = pickle_load(found, answer)
    return found


# A file of which something has been read already.
class _Rest:
    def __init__(self, front, file):
        self._front, self._file = BytesIO(front), file

    def read(self, size=-1):
        data = self._front.read(size)
        return data if 0 <= size <= len(data) else data + self._file.read(size if size < 0 else size - len(data))

    def readline(self):
        line = self._front.readline()
        return line if line[-1:] == b"\n" else line + self._file.readline()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the pickle data stored in a file."""
    kind = type(file)
    if buffers is None and (kind is BytesIO or kind is BufferedReader):
        seen = []

        def more(size):
            data = file.read(size)
            seen.append(data)
            return data
        data = more(2)
        found = _loaded(data, [], more) if data[:1] == b"\x80" and data[1:] > b"\x03" else None
        if found is not None:
            return found[0]
        file = _Rest(b"".join(seen), file)
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the given pickle data."""
    if type(data) is bytes and buffers is None and data[:1] == b"\x80" and data[1:2] > b"\x01":
        found = _loaded(data, [], None, _find_class if data[1] > 3 else _find_old_class if data[1] < 3 and fix_imports else _find_plain_class)
        if found is not None:
            return found[0]
    if isinstance(data, str):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return Unpickler(BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()
