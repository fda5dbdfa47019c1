# The module sys: what TypeScript (sys.ts) leaves to Python. Values that differ from VM to VM (argv, path, streams …) are set by startSys.
from _krait import seal_types as _seal_types
from _structseq import make as _make

import builtins as _builtins

_builtins._IncompleteInputError = type("_IncompleteInputError", (SyntaxError,), {"__module__": "builtins", "__doc__": "incomplete input."})


def _final(cls, what):
    # A class whose only instance is made here.
    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create '{what}' instances")
    cls.__new__ = __new__


def _only(name, values, fields, hidden=()):
    cls = _make("sys", name, fields, hidden)
    instance = cls(values)
    _final(cls, "sys." + name)
    return instance


version_info = _only("version_info", (3, 14, 2, "final", 0), ("major", "minor", "micro", "releaselevel", "serial"))
hexversion = 0x030E02F0
api_version = 1013
float_info = _only("float_info", (1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1),
    ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"))
int_info = _only("int_info", (30, 4, 4300, 640), ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"))
hash_info = _only("hash_info", (64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0),
    ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"))
thread_info = _only("thread_info", ("pthread", "semaphore", None), ("name", "lock", "version"))
_flag_names = ("debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment", "verbose",
    "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits")
_flags_class = _make("sys", "flags", _flag_names, ("gil", "thread_inherit_context", "context_aware_warnings"))
_new_flags = _flags_class.__new__


def _set_flags(**changes):
    # flags has one instance a VM; _set_flags is called before the program starts.
    global flags, dont_write_bytecode
    values = {"hash_randomization": 1, "dev_mode": False, "utf8_mode": 1, "safe_path": False, "int_max_str_digits": 4300}
    values.update(changes)
    items = tuple([values.get(name, 0) for name in _flag_names]) + (1, 0, 0)
    instance = _new_flags(_flags_class, items)
    flags = instance
    dont_write_bytecode = bool(instance.dont_write_bytecode)


_final(_flags_class, "sys.flags")
_set_flags()

maxsize = 0x7FFFFFFFFFFFFFFF
maxunicode = 0x10FFFF
byteorder = "little"
float_repr_style = "short"
platlibdir = "lib"
abiflags = ""
copyright = """Copyright (c) 2001 Python Software Foundation.
All Rights Reserved.

Copyright (c) 2000 BeOpen.com.
All Rights Reserved.

Copyright (c) 1995-2001 Corporation for National Research Initiatives.
All Rights Reserved.

Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.
All Rights Reserved."""


class _SimpleNamespace:
    """A simple attribute-based namespace."""
    __module__ = "types"

    def __init__(self, /, *args, **kwargs):
        if len(args) > 1:
            raise TypeError(f"{type(self).__name__} expected at most 1 argument, got {len(args)}")
        if args:
            given = args[0] if type(args[0]) is dict else dict(args[0])
            for name in given:
                if not isinstance(name, str):
                    raise TypeError("keywords must be strings")
            self.__dict__.update(given)
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = "namespace" if type(self) is _SimpleNamespace else type(self).__name__
        if _enter_repr(self):
            return f"{name}(...)"
        try:
            items = [f"{key}={value!r}" for key, value in self.__dict__.items() if isinstance(key, str) and key]
        finally:
            _leave_repr(self)
        return f"{name}({', '.join(items)})"

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if issubclass(type(other), _SimpleNamespace) else NotImplemented

    def __ne__(self, other):
        return self.__dict__ != other.__dict__ if issubclass(type(other), _SimpleNamespace) else NotImplemented

    __hash__ = None

    def __lt__(self, other):
        return self.__dict__ < other.__dict__ if issubclass(type(other), _SimpleNamespace) else NotImplemented

    def __le__(self, other):
        return self.__dict__ <= other.__dict__ if issubclass(type(other), _SimpleNamespace) else NotImplemented

    def __gt__(self, other):
        return self.__dict__ > other.__dict__ if issubclass(type(other), _SimpleNamespace) else NotImplemented

    def __ge__(self, other):
        return self.__dict__ >= other.__dict__ if issubclass(type(other), _SimpleNamespace) else NotImplemented

    def __reduce__(self):
        return (type(self), (), self.__dict__)

    def __replace__(self, /, **changes):
        result = type(self)()
        result.__dict__.update(self.__dict__)
        result.__dict__.update(changes)
        return result


_open_reprs = []


def _enter_repr(object):
    for other in _open_reprs:
        if other is object:
            return True
    _open_reprs.append(object)
    return False


def _leave_repr(object):
    for i, other in enumerate(_open_reprs):
        if other is object:
            del _open_reprs[i]
            return


_SimpleNamespace.__name__ = _SimpleNamespace.__qualname__ = "SimpleNamespace"
_seal_types(_SimpleNamespace)
implementation = _SimpleNamespace(name="krait", cache_tag="krait-314", version=version_info, hexversion=hexversion, _multiarch="x86_64-linux-gnu",
    supports_isolated_interpreters=False)
implementation.version = version_info

modules = _modules()
meta_path = []
path_hooks = []
path_importer_cache = {}
path = []
argv = [""]
orig_argv = []
warnoptions = []
_xoptions = {}
pycache_prefix = None
executable = ""
_base_executable = ""
prefix = exec_prefix = base_prefix = base_exec_prefix = "/usr"
_framework = ""
_home = None
_git = ("Krait", "", "")
stdin = stdout = stderr = __stdin__ = __stdout__ = __stderr__ = None

_audit_hooks = []


def addaudithook(hook):
    """Adds a new audit hook callback."""
    try:
        audit("sys.addaudithook")
    except RuntimeError:
        return
    _audit_hooks.append(hook)


def audit(event, /, *args):
    """Passes the event to any hooks that are attached."""
    if not isinstance(event, str):
        raise TypeError(f"audit() argument 1 must be str, not {type(event).__name__}")
    for hook in _audit_hooks:
        hook(event, args)


def displayhook(object, /):
    """Print an object to sys.stdout and also save it in builtins._"""
    if object is None:
        return
    _builtins._ = None
    text = repr(object)
    try:
        stream = stdout
    except NameError:
        raise RuntimeError("lost sys.stdout") from None
    try:
        stream.write(text)
    except UnicodeEncodeError:
        data = text.encode(stream.encoding, "backslashreplace")
        if hasattr(stream, "buffer"):
            stream.buffer.write(data)
        else:
            stream.write(data.decode(stream.encoding, "strict"))
    stream.write("\n")
    _builtins._ = object


def breakpointhook(*args, **kwargs):
    """This hook function is called by built-in breakpoint()."""
    import os
    name = os.environ.get("PYTHONBREAKPOINT") or "pdb.set_trace"
    if name == "0":
        return None
    module, dot, attribute = name.rpartition(".")
    try:
        if not module and dot:
            raise ImportError
        _builtins.__import__(module or "builtins")
        hook = getattr(modules[module or "builtins"], attribute)
    except (ImportError, AttributeError, KeyError, ValueError, TypeError):
        import warnings
        warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{name}"', RuntimeWarning)
        return None
    return hook(*args, **kwargs)


UnraisableHookArgs = _make("sys", "UnraisableHookArgs", ("exc_type", "exc_value", "exc_traceback", "err_msg", "object"))


def unraisablehook(unraisable, /):
    """Handle an unraisable exception."""
    if not isinstance(unraisable, UnraisableHookArgs):
        raise TypeError("sys.unraisablehook argument type must be UnraisableHookArgs")
    stream = stderr
    if stream is None:
        return
    kind, value, traceback, message, object = unraisable
    if object is not None:
        try:
            shown = repr(object)
        except BaseException:
            shown = "<object repr() failed>"
        stream.write(f"{message or 'Exception ignored in'}: {shown}\n" if message is None or not message.endswith(":") else f"{message} {shown}\n")
    elif message:
        stream.write(f"{message}:\n")
    stream.write(_format_exception(kind, value, traceback, False))
    stream.flush()


def excepthook(exctype, value, traceback, /):
    """Handle an exception by displaying it with a traceback on sys.stderr."""
    stream = stderr
    if stream is not None:
        stream.write(_format_exception(exctype, value, traceback))
        stream.flush()


def _run_unraisable_hook(value, message, object):
    # HOOK_UNRAISABLE: an exception nobody can catch.
    try:
        hook = unraisablehook
    except NameError:
        return
    arguments = UnraisableHookArgs((type(value), value, value.__traceback__, message, object))
    try:
        hook(arguments)
    except BaseException as error:
        if stderr is not None:
            stderr.write("Exception ignored in sys.unraisablehook: " + repr(hook) + "\n" + _format_exception(type(error), error, error.__traceback__))


__displayhook__ = displayhook
__excepthook__ = excepthook
__breakpointhook__ = breakpointhook
__unraisablehook__ = unraisablehook

_switch_interval = 0.005


def getswitchinterval():
    """Return the current thread switch interval; see sys.setswitchinterval()."""
    return _switch_interval


def setswitchinterval(interval, /):
    """Set the ideal thread switching delay inside the Python interpreter. Krait has one thread: the value is only kept."""
    global _switch_interval
    interval = float(interval)
    if interval <= 0.0:
        raise ValueError("switch interval must be strictly positive")
    _switch_interval = interval


asyncgen_hooks = _make("sys", "asyncgen_hooks", ("firstiter", "finalizer"))
_asyncgen_hooks_class = asyncgen_hooks
del asyncgen_hooks
from _krait import asyncgen_hooks as _asyncgen_hooks  # where the core looks: first_iteration


def get_asyncgen_hooks():
    """Return the installed asynchronous generators hooks."""
    return _asyncgen_hooks_class(_asyncgen_hooks)


def set_asyncgen_hooks(firstiter=-1, finalizer=-1):
    """Set a finalizer for async generators objects."""
    for name, value in (("finalizer", finalizer), ("firstiter", firstiter)):
        if value != -1 and value is not None and not callable(value):
            raise TypeError(f"callable {name} expected, got {type(value).__name__}")
    if finalizer != -1:
        _asyncgen_hooks[1] = finalizer
    if firstiter != -1:
        _asyncgen_hooks[0] = firstiter


_origin_depth = 0


def get_coroutine_origin_tracking_depth():
    """Check status of origin tracking for coroutine objects in this thread."""
    return _origin_depth


def set_coroutine_origin_tracking_depth(depth):
    """Enable or disable origin tracking for coroutine objects in this thread. Krait keeps no origins: cr_origin is always None."""
    global _origin_depth
    from _operator import index
    depth = index(depth)
    if depth < 0:
        raise ValueError("depth must be >= 0")
    _origin_depth = depth


stdlib_module_names = frozenset("""
__future__ _abc _aix_support _android_support _apple_support _ast _ast_unparse _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn _codecs_hk
_codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _colorize _compat_pickle _contextvars _csv _ctypes _curses
_curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _hmac _imp
_interpchannels _interpqueues _interpreters _io _ios_support _json _locale _lsprof _lzma _markupbase _md5 _multibytecodec _multiprocessing _opcode
_opcode_metadata _operator _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _py_warnings _pydatetime _pydecimal _pyio _pylong
_pyrepl _queue _random _remote_debugging _scproxy _sha1 _sha2 _sha3 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string
_strptime _struct _suggestions _symtable _sysconfig _thread _threading_local _tkinter _tokenize _tracemalloc _types _typing _uuid _warnings _weakref
_weakrefset _winapi _wmi _zoneinfo _zstd abc annotationlib antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2
cProfile calendar cmath cmd code codecs codeop collections colorsys compileall compression concurrent configparser contextlib contextvars copy
copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp
fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib
imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt
multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix
posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter
runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl
stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios textwrap this threading time
timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings
wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
""".split())



# sys.monitoring on top of settrace(): what a tool hears of are calls, lines, returns and exceptions. What it answers (DISABLE) makes no difference.
# A callback that gives the frame an f_trace (bdb's) is left to that.
def _make_monitoring(settrace, gettrace):
    module = type(__import__("builtins"))("sys.monitoring")
    names = ("PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE", "INSTRUCTION", "JUMP", "BRANCH_LEFT", "BRANCH_RIGHT", "STOP_ITERATION",
             "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW", "RERAISE", "C_RETURN", "C_RAISE", "BRANCH")
    events = module.events = _SimpleNamespace(NO_EVENTS=0, **{name: 1 << i for i, name in enumerate(names)})
    module.DEBUGGER_ID, module.COVERAGE_ID, module.PROFILER_ID, module.OPTIMIZER_ID = 0, 1, 2, 5
    module.DISABLE, module.MISSING = object(), object()
    tools, callbacks, wanted, wanted_of = {}, {}, {}, {}

    def fire(event, code, *args):
        for tool in tuple(tools):
            if (wanted.get(tool, 0) | wanted_of.get((tool, code), 0)) & event:
                callback = callbacks.get((tool, event))
                if callback is not None:
                    callback(code, *args)

    def called(frame, event, arg):
        fire(events.PY_RESUME if frame.f_generator is not None and frame.f_lasti > 8 else events.PY_START, frame.f_code, frame.f_lasti)
        return None if frame.f_trace is not None else goes_on

    def goes_on(frame, event, arg):
        code = frame.f_code
        if event == "line":
            fire(events.LINE, code, frame.f_lineno)
        elif event == "return":
            fire(events.PY_RETURN, code, frame.f_lasti, arg)
        elif event == "exception":
            fire(events.RAISE, code, frame.f_lasti, arg[1])
        return goes_on

    def update():
        if any(wanted.values()) or any(wanted_of.values()):
            if gettrace() is not called:
                settrace(called)
        elif gettrace() is called:
            settrace(None)

    def in_use(tool_id):
        if not 0 <= tool_id < 6:
            raise ValueError(f"invalid tool {tool_id} (must be between 0 and 5)")
        if tool_id not in tools:
            raise ValueError(f"tool {tool_id} is not in use")

    def use_tool_id(tool_id, name, /):
        if not 0 <= tool_id < 6:
            raise ValueError(f"invalid tool {tool_id} (must be between 0 and 5)")
        if tool_id in tools:
            raise ValueError(f"tool {tool_id} is already in use")
        tools[tool_id] = name

    def clear_tool_id(tool_id, /):
        for table in (callbacks, wanted_of):
            for key in [key for key in table if key[0] == tool_id]:
                del table[key]
        wanted.pop(tool_id, None)
        update()

    def free_tool_id(tool_id, /):
        clear_tool_id(tool_id)
        tools.pop(tool_id, None)

    def register_callback(tool_id, event, func, /):
        before = callbacks.get((tool_id, event))
        callbacks[tool_id, event] = func
        return before

    def set_events(tool_id, event_set, /):
        in_use(tool_id)
        wanted[tool_id] = event_set
        update()

    def set_local_events(tool_id, code, event_set, /):
        in_use(tool_id)
        wanted_of[tool_id, code] = event_set
        update()

    module.get_tool = lambda tool_id, /: tools.get(tool_id)
    module.get_events = lambda tool_id, /: wanted.get(tool_id, 0)
    module.get_local_events = lambda tool_id, code, /: wanted_of.get((tool_id, code), 0)
    module.restart_events = lambda: None
    for function in (use_tool_id, clear_tool_id, free_tool_id, register_callback, set_events, set_local_events):
        setattr(module, function.__name__, function)
    return module


monitoring = _make_monitoring(settrace, gettrace)
_types_SimpleNamespace = _SimpleNamespace
del _make_monitoring
del _final, _only
