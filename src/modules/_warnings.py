# The module _warnings: the filters, and how a warning finds its way through them. Showing it is the library's (warnings.py), whose attributes are
# looked up each time: programs replace them, and tests replace the module.
import _thread
import sys
from _krait import claims_to_be, to_index as _as_index

_lock = _thread.RLock()
_defaultaction = "default"
_onceregistry = {}
_version = 1
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
_missing = object()


def __getattr__(name):
    if name != "_warnings_context":
        raise AttributeError(f"module '_warnings' has no attribute {name!r}")
    import _contextvars
    global _warnings_context
    _warnings_context = _contextvars.ContextVar("_warnings_context")
    return _warnings_context


def _acquire_lock():
    _lock.acquire()


def _release_lock():
    if not _lock._is_owned():
        raise RuntimeError("cannot release un-acquired lock")
    _lock.release()


def _filters_mutated_lock_held():
    if not _lock._is_owned():
        raise RuntimeError("warnings mutex is not held")
    global _version
    _version += 1


def _of_library(name, default, load=False):
    module = sys.modules.get("warnings")
    if module is None and load:
        import warnings as module
    return default if module is None else getattr(module, name, default)


def _matches(pattern, text):
    if pattern is None:
        return True
    return pattern == text if type(pattern) is str else pattern.match(text)


def _find(found, where, category, text, lineno, module):
    if not isinstance(found, list):
        raise ValueError(f"warnings.{where} must be a list")
    for i, item in enumerate(found):
        if not isinstance(item, tuple) or len(item) != 5:
            raise ValueError(f"warnings.{where} item {i} isn't a 5-tuple")
        action, message, wanted, pattern, line = item
        if not isinstance(action, str):
            raise TypeError(f"action must be a string, not '{type(action).__name__}'")
        if _matches(message, text) and issubclass(category, wanted) and _matches(pattern, module) and line in (0, lineno):
            return action, item
    return None


def _action(category, text, lineno, module):
    found = None
    if sys.flags.context_aware_warnings:
        context = _of_library("_warnings_context", __getattr__("_warnings_context")).get(None)
        if context is not None:
            found = _find(context._filters, "_filters", category, text, lineno, module)
    if found is None:
        global filters
        filters = _of_library("filters", filters)
        found = _find(filters, "filters", category, text, lineno, module)
    if found is None:
        action = _of_library("defaultaction", _defaultaction)
        if not isinstance(action, str):
            raise TypeError(f"warnings.defaultaction must be a string, not '{type(action).__name__}'")
        found = action, None
    return found


def _already_warned(registry, key, remember):
    if registry.get("version") != _version:
        registry.clear()
        registry["version"] = _version
    elif registry.get(key):
        return True
    if remember:
        registry[key] = True
    return False


def _source_line(module_globals, lineno):
    import importlib._bootstrap_external as bootstrap
    loader = bootstrap._bless_my_loader(module_globals)
    name = module_globals.get("__name__")
    if loader is None or name is None:
        return None
    get_source = getattr(loader, "get_source", None)
    source = None if get_source is None else get_source(name)
    lines = [] if source is None else str.splitlines(source)
    return lines[lineno - 1] if 0 < lineno <= len(lines) else None


def _show_plainly(category, text, filename, lineno, line):
    if line is None:
        try:
            import linecache
            line = linecache.getline(filename, lineno)
        except Exception:
            line = ""
    line = line.strip()
    sys.stderr.write(f"{filename}:{lineno}: {category.__name__}: {text}\n{f'  {line}\n' if line else ''}")


def _show(category, text, message, filename, lineno, line, source):
    show = _of_library("_showwarnmsg", _missing, source is not None)
    if show is _missing:
        _show_plainly(category, text, filename, lineno, line)
        return
    if not callable(show):
        raise TypeError("warnings._showwarnmsg() must be set to a callable")
    record = _of_library("WarningMessage", _missing)
    if record is _missing:
        raise RuntimeError("unable to get warnings.WarningMessage")
    show(record(message, category, filename, lineno, None, None, source))


def _issue(category, message, filename, lineno, module, registry, line, source):
    if module is None:
        module = (filename[:-3] if filename.endswith(".py") else filename) or "<unknown>"
    if registry is not None and not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None")
    if claims_to_be(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    key = text, category, lineno
    if registry is not None and _already_warned(registry, key, False):
        return
    action, item = _action(category, text, lineno, module)
    if action == "error":
        raise message
    if action == "ignore":
        return
    if action != "always" and action != "all":
        if registry is not None:
            registry[key] = True
        if action == "once":
            known = registry
            if known is None:
                known = _of_library("onceregistry", _onceregistry)
                if not isinstance(known, dict):
                    raise TypeError(f"_warnings.onceregistry must be a dict, not '{type(known).__name__}'")
            if _already_warned(known, (text, category), True):
                return
        elif action == "module":
            if registry is not None and _already_warned(registry, (text, category, 0), True):
                return
        elif action != "default":
            raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {item!r}")
    _show(category, text, message, filename, lineno, line, source)


def _is_internal(frame):
    filename = frame.f_code.co_filename
    return "importlib" in filename and "_bootstrap" in filename


def _place(frame, level, prefixes):
    if level <= 0 or frame is not None and _is_internal(frame):
        while (level := level - 1) > 0 and frame is not None:
            frame = frame.f_back
        return frame
    while (level := level - 1) > 0 and frame is not None:
        frame = frame.f_back
        while frame is not None and (_is_internal(frame) or frame.f_code.co_filename.startswith(prefixes)):
            frame = frame.f_back
    return frame


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issue a warning, or maybe ignore it or raise an exception.

    message
      Text of the warning message.
    category
      The Warning category subclass. Defaults to UserWarning.
    stacklevel
      How far up the call stack to make this warning appear. A value of 2 for
      example attributes the warning to the caller of the code calling warn().
    source
      If supplied, the destroyed object which emitted a ResourceWarning
    skip_file_prefixes
      An optional tuple of module filename prefixes indicating frames to skip
      during stacklevel computations for stack frame attribution."""
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError(f"warn() argument 'skip_file_prefixes' must be tuple, not {type(skip_file_prefixes).__name__}")
    for prefix in skip_file_prefixes:
        if not isinstance(prefix, str):
            raise TypeError(f"Found non-str '{type(prefix).__name__}' in skip_file_prefixes.")
    if skip_file_prefixes and stacklevel < 2:
        stacklevel = 2
    if claims_to_be(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    try:
        frame = sys._getframe(0)
    except ValueError:
        frame = None  # nothing but TypeScript below
    frame = _place(frame, stacklevel, skip_file_prefixes)
    if frame is None:
        names, filename, lineno = sys.__dict__, "<sys>", 0
    else:
        names, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    registry = names.get("__warningregistry__")
    if registry is None:
        registry = names["__warningregistry__"] = {}
    module = names.get("__name__", "<string>")
    if module is not None and not isinstance(module, str):
        module = "<string>"
    _issue(category, message, filename, lineno, module, registry, None, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issue a warning, or maybe ignore it or raise an exception."""
    if not isinstance(filename, str):
        raise TypeError(f"warn_explicit() argument 'filename' must be str, not {type(filename).__name__}")
    lineno = _as_index(lineno)
    line = None
    if module_globals is not None:
        if not isinstance(module_globals, dict):
            raise TypeError(f"module_globals must be a dict, not '{type(module_globals).__name__}'")
        line = _source_line(module_globals, lineno)
    _issue(category, message, filename, lineno, module, registry, line, source)
