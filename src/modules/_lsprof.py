# The module _lsprof, which cProfile stands on: times of every function that is called, by sys.setprofile().
import sys
from time import perf_counter as _perf_counter
from _structseq import make as _make

profiler_entry = _make("_lsprof", "profiler_entry", ("code", "callcount", "reccallcount", "totaltime", "inlinetime", "calls"))
profiler_subentry = _make("_lsprof", "profiler_subentry", ("code", "callcount", "reccallcount", "totaltime", "inlinetime"))
_builtin = type(len)
_wrappers = type(object().__init__), type(object.__init__)  # calls of these are not told of in CPython
_module = type(sys)


class _Entry:
    # A function, or one as it is called by another.
    __slots__ = ("code", "calls", "recursive", "total", "inline", "level", "callees")

    def __init__(self, code):
        self.code = code
        self.calls = self.recursive = self.level = 0
        self.total = self.inline = 0.0
        self.callees = {}

    def done(self, total, inline):
        self.level -= 1
        self.calls += 1
        self.inline += inline
        # (the outermost call of a recursion has all of its time)
        if self.level == 0:
            self.total += total
        else:
            self.recursive += 1

    def figures(self):
        return self.code, self.calls, self.recursive, self.total, self.inline


class _Call:
    # One that is under way.
    __slots__ = ("entry", "within", "start", "below")

    def __init__(self, entry, within, start):
        self.entry = entry
        self.within = within
        self.start = start
        self.below = 0.0


def _method_label(name, module, owner):
    prefix = "" if module == "builtins" else f"{module}."
    return f"<method '{name}' of '{prefix}{owner}' objects>"


def _label(function):
    # How profiles name what is written in C.
    name = function.__name__
    if not isinstance(function, _builtin):
        owner, dot, _ = function.__qualname__.rpartition(".")
        if not dot:
            return f"<built-in method {function.__module__}.{name}>"
        return _method_label(name, function.__module__, owner)
    itself = function.__self__
    if itself is not None and not isinstance(itself, (_module, type)):
        for cls in type(itself).__mro__:
            if name in cls.__dict__:
                return _method_label(name, cls.__module__, cls.__qualname__)
    module = function.__module__
    return f"<built-in method {module}.{name}>" if isinstance(module, str) else f"<built-in method {name}>"


class Profiler:
    """Build a profiler object using the specified timer function."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._timer = _perf_counter if timer is None else timer
        self._unit = timeunit
        self._with_subcalls = subcalls
        self._with_builtins = builtins
        self._is_enabled = False
        self.clear()

    def clear(self):
        """Clear all profiling information collected so far."""
        self._entries = {}
        self._labels = {}
        self._stack = []

    def enable(self, subcalls=True, builtins=True):
        """Start collecting profiling information."""
        if self._is_enabled:
            return
        if sys.getprofile() is not None:
            raise ValueError("Another profiling tool is already active")
        self._with_subcalls = subcalls
        self._with_builtins = builtins
        self._is_enabled = True
        sys.setprofile(self._event)

    def disable(self):
        """Stop collecting profiling information."""
        if self._is_enabled:
            sys.setprofile(None)
            self._is_enabled = False
        while self._stack:
            self._leave()

    def getstats(self):
        """List of profiler_entry objects; `calls` of each is None or a list of profiler_subentry objects."""
        return [
            profiler_entry((*entry.figures(), [profiler_subentry(callee.figures()) for callee in entry.callees.values()] or None))
            for entry in self._entries.values()
            if entry.calls
        ]

    def _now(self):
        now = self._timer()
        return now * (self._unit or 1.0) if isinstance(now, int) else now

    def _event(self, frame, event, function):
        if event == "call":
            self._enter(frame.f_code)
        elif event == "return":
            self._leave()
        elif self._with_builtins and not isinstance(function, _wrappers):
            if event == "c_call":
                itself = getattr(function, "__self__", None)
                key = function.__name__, function.__module__, itself if isinstance(itself, _module) else type(itself)
                label = self._labels.get(key)
                if label is None:
                    label = self._labels[key] = _label(function)
                self._enter(label)
            else:
                self._leave()

    def _enter(self, code):
        entry = self._entries.get(code)
        if entry is None:
            entry = self._entries[code] = _Entry(code)
        entry.level += 1
        within = None
        if self._with_subcalls and self._stack:
            callees = self._stack[-1].entry.callees
            within = callees.get(code)
            if within is None:
                within = callees[code] = _Entry(code)
            within.level += 1
        self._stack.append(_Call(entry, within, self._now()))

    def _leave(self):
        # A function that was called before profiling began has left nothing here.
        if not self._stack:
            return
        call = self._stack.pop()
        total = self._now() - call.start
        inline = total - call.below
        if self._stack:
            self._stack[-1].below += total
        call.entry.done(total, inline)
        if call.within is not None:
            call.within.done(total, inline)
