# The module _thread. One thread runs at a time (src/vm/threads.ts), and none is interrupted in the functions of this file, so they need no locks.
from time import monotonic as _monotonic

TIMEOUT_MAX = 9223372036.0
error = RuntimeError
_MAIN = get_ident()
get_native_id = get_ident


def _get_main_thread_ident():
    """Internal only. Return a non-zero integer that uniquely identifies the main thread of the main interpreter."""
    return _MAIN


def start_new_thread(function, args, kwargs={}, /):
    """Start a new thread and return its identifier."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    return start_joinable_thread(lambda: function(*args, **kwargs), _name=function).ident


start_new = start_new_thread


def start_joinable_thread(function, handle=None, daemon=True, _name=None):
    """Start a new thread; returns its handle."""
    if not callable(function):
        raise TypeError("thread function must be callable")
    if handle is None:
        handle = _ThreadHandle()
    elif not isinstance(handle, _ThreadHandle):
        raise TypeError("'handle' must be a _ThreadHandle")
    if handle._state is not None:
        raise RuntimeError("thread already started")
    handle._state = "running"
    _install_local()
    if not daemon:
        _joined_at_exit.append(handle)

    def run():
        try:
            function()
        except SystemExit:
            pass
        except BaseException as exception:
            _report(exception, function if _name is None else _name)
        finally:
            _thread_ends(handle)

    handle.ident = _start(run)
    return handle


def _report(exception, function):
    import sys
    sys._run_unraisable_hook(exception, f"Exception ignored in thread started by {function!r}", None)


_joined_at_exit = []


def _shutdown():
    while _joined_at_exit:
        _joined_at_exit[-1].join()


def _thread_ends(handle):
    handle._state = "done"
    if handle in _joined_at_exit:
        _joined_at_exit.remove(handle)
    for reference in _locals_of.pop(get_ident(), ()):
        local = reference()
        if local is not None:
            object.__getattribute__(local, "_dicts").pop(get_ident(), None)
    _wake(id(handle), True)


def daemon_threads_allowed():
    return True


def _is_main_interpreter():
    return True


def _make_thread_handle(ident, /):
    handle = _ThreadHandle()
    handle.ident = ident
    handle._state = "running"
    return handle


def _get_ident_of(handle):
    return handle.ident


def stack_size(size=0, /):
    """Return the thread stack size used when creating new threads."""
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    return 0


def interrupt_main(signum=2, /):
    """Simulate the arrival of the given signal in the main thread."""
    import _signal
    handler = _signal.getsignal(signum)
    if handler is _signal.default_int_handler and get_ident() != _MAIN:
        _interrupt()
    elif callable(handler):
        _signal.raise_signal(signum)


def exit():
    """This is synonymous to ``raise SystemExit''."""
    raise SystemExit


exit_thread = exit


def set_name(name, /):
    """Set the name of the current thread."""
    return None


class _ThreadHandle:
    __module__ = "_thread"

    def __init__(self):
        self.ident = None
        self._state = None

    def join(self, timeout=None, /):
        if timeout is not None and not isinstance(timeout, (int, float)):
            raise TypeError(f"'{type(timeout).__name__}' object cannot be interpreted as an integer or a float")
        if self._state is None:
            raise RuntimeError("thread not started")
        if self.ident == get_ident() and self._state != "done":
            raise RuntimeError("Cannot join current thread")
        deadline = None if timeout is None or timeout < 0 else _monotonic() + timeout
        while self._state != "done":
            import sys
            if sys.is_finalizing():
                raise PythonFinalizationError("cannot join thread at Python shutdown")
            left = -1 if deadline is None else deadline - _monotonic()
            if deadline is not None and left <= 0:
                return
            _park(id(self), left)

    def is_done(self):
        return self._state == "done"

    def _set_done(self):
        if self._state is None:
            raise RuntimeError("thread not started")
        self._state = "done"
        _wake(id(self), True)

    def __repr__(self):
        return f"<_ThreadHandle object: ident={self.ident or 0}>"


def _limits(blocking, timeout):
    if timeout == -1:
        return
    if not blocking:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")


class lock:
    """A lock object is a synchronization primitive."""
    __module__ = "_thread"
    __slots__ = ("_owner", "_waiters", "__weakref__")

    def __new__(cls):
        self = object.__new__(cls)
        self._owner = 0
        self._waiters = 0
        return self

    def __init_subclass__(cls):
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def acquire(self, blocking=True, timeout=-1):
        """Lock the lock."""
        _limits(blocking, timeout)
        if not self._owner:
            self._owner = 1
            return True
        return bool(blocking) and _wait_for(self, 1, timeout)

    def release(self):
        """Release the lock."""
        if not self._owner:
            raise RuntimeError("release unlocked lock")
        self._owner = 0
        if self._waiters:
            _wake(id(self), False)

    def locked(self):
        """Return whether the lock is locked."""
        return self._owner != 0

    def _at_fork_reinit(self):
        self._owner = 0

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, exc_type, exc_value, traceback):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._owner else 'unlocked'} _thread.lock object at {id(self):#x}>"

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '{type(self).__qualname__}' object")


def _wait_for(lock, owner, timeout):
    deadline = None if timeout == -1 else _monotonic() + timeout
    left = -1 if deadline is None else timeout
    while True:
        lock._waiters += 1
        try:
            _park(id(lock), left)
        except BaseException:
            if not lock._owner: # it may have been woken: the next one has its turn
                _wake(id(lock), False)
            raise
        finally:
            lock._waiters -= 1
        if not lock._owner:
            lock._owner = owner
            return True
        if deadline is not None:
            left = deadline - _monotonic()
            if left <= 0:
                return False


class RLock:
    __module__ = "_thread"
    __slots__ = ("_owner", "_depth", "_waiters", "__weakref__")

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._owner = self._depth = self._waiters = 0
        return self

    def acquire(self, blocking=True, timeout=-1):
        """Lock the lock."""
        _limits(blocking, timeout)
        me = get_ident()
        if self._owner == me:
            self._depth += 1
            return True
        if not self._owner:
            self._owner = me
        elif not blocking or not _wait_for(self, me, timeout):
            return False
        self._depth = 1
        return True

    def release(self):
        """Release the lock."""
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._depth -= 1
        if not self._depth:
            self._owner = 0
            if self._waiters:
                _wake(id(self), False)

    def locked(self):
        """Return a boolean indicating whether this object is locked right now."""
        return self._owner != 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, exc_type, exc_value, traceback):
        self.release()

    def _is_owned(self):
        return self._owner == get_ident()

    def _recursion_count(self):
        return self._depth if self._owner == get_ident() else 0

    def _release_save(self):
        if not self._depth:
            raise RuntimeError("cannot release un-acquired lock")
        state = (self._depth, self._owner)
        self._depth = self._owner = 0
        if self._waiters:
            _wake(id(self), False)
        return state

    def _acquire_restore(self, state, /):
        if self._owner and self._owner != state[1]:
            _wait_for(self, state[1], -1)
        self._depth, self._owner = state

    def _at_fork_reinit(self):
        self._owner = self._depth = 0

    def __repr__(self):
        return (f"<{'locked' if self._depth else 'unlocked'} {type(self).__module__}.{type(self).__qualname__} object "
                f"owner={self._owner} count={self._depth} at {id(self):#x}>")

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '{type(self).__qualname__}' object")


LockType = lock


def allocate_lock():
    """Create a new lock object."""
    return lock()


allocate = allocate_lock


class _local:
    """Thread-local data"""
    # The instance's __dict__ is the dict of thread `_owner`; those of other threads that have used it are in `_dicts`.
    __module__ = "_thread"
    __slots__ = ("_owner", "_dicts", "_arguments", "__dict__", "__weakref__")

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        set = object.__setattr__
        set(self, "_owner", get_ident())
        set(self, "_dicts", {})
        set(self, "_arguments", (args, kwargs))
        return self


# Weak references to the _local objects that a thread has a dict of.
_locals_of = {}


def _enter(self):
    get, set = object.__getattribute__, object.__setattr__
    me = get_ident()
    owner = get(self, "_owner")
    if owner == me:
        return
    dicts = get(self, "_dicts")
    dicts[owner] = get(self, "__dict__")
    set(self, "_owner", me)
    own = dicts.pop(me, None)
    if own is not None:
        set(self, "__dict__", own)
        return
    set(self, "__dict__", {})
    from _weakref import ref
    _locals_of.setdefault(me, []).append(ref(self))
    cls = type(self)
    if cls.__init__ is not object.__init__:
        args, kwargs = get(self, "_arguments")
        cls.__init__(self, *args, **kwargs)


def _install_local():
    # Nobody pays for this before there is a second thread.
    if "__getattribute__" in _local.__dict__:
        return

    def __getattribute__(self, name, /):
        _enter(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value, /):
        _enter(self)
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        object.__setattr__(self, name, value)

    def __delattr__(self, name, /):
        _enter(self)
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        object.__delattr__(self, name)

    for function in (__getattribute__, __setattr__, __delattr__):
        setattr(_local, function.__name__, function)


from _structseq import make as _make

_ExceptHookArgs = _make("_thread", "_ExceptHookArgs", ("exc_type", "exc_value", "exc_traceback", "thread"))


def _excepthook(args, /):
    """Handle uncaught Thread.run() exception."""
    if not isinstance(args, _ExceptHookArgs):
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    kind, value, traceback, thread = args
    if kind is SystemExit:
        return
    import sys
    name = get_ident() if thread is None else thread.name
    file = sys.stderr
    if file is None:
        file = getattr(thread, "_stderr", None)
        if file is None:
            return
    file.write(f"Exception in thread {name}:\n")
    sys.excepthook(kind, value, traceback)

from _krait import seal_types as _seal_types

_seal_types(lock, RLock)
