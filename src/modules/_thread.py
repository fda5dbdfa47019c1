# The module _thread: one thread. Locks keep their state so that misuse is seen; waiting for one that is held could never end and is an error.
TIMEOUT_MAX = 9223372036.0
error = RuntimeError
_MAIN = 1


def get_ident():
    """Return a non-zero integer that uniquely identifies the current thread amongst other threads that exist simultaneously."""
    return _MAIN


_get_main_thread_ident = get_native_id = get_ident


def _refuse():
    raise RuntimeError("can't start new thread: krait runs one thread")


def start_new_thread(function, args, kwargs={}, /):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    _refuse()


start_new = start_new_thread


def start_joinable_thread(function, handle=None, daemon=True):
    _refuse()


def daemon_threads_allowed():
    return True


def _is_main_interpreter():
    return True


def _count():
    return 0


def _shutdown():
    return None


def _make_thread_handle(ident, /):
    return _ThreadHandle(ident)


def _get_ident_of(handle):
    return handle.ident


def stack_size(size=0, /):
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    return 0


def interrupt_main(signum=2, /):
    import _signal
    _signal.raise_signal(signum)


def exit():
    raise SystemExit


exit_thread = exit


def set_name(name, /):
    return None


class _ThreadHandle:
    __module__ = "_thread"

    def __init__(self, ident=0, /):
        self.ident = ident
        self._done = False

    def join(self, timeout=None, /):
        if self.ident == _MAIN and not self._done:
            raise RuntimeError("Cannot join current thread")

    def is_done(self):
        return self._done

    def _set_done(self):
        self._done = True


class lock:
    """A lock object is a synchronization primitive."""
    __module__ = "_thread"
    __slots__ = ("_held", "__weakref__")

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if not self._held:
            self._held = True
            return True
        if not blocking:
            return False
        _wait(timeout)
        return False

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    def _at_fork_reinit(self):
        self._held = False

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, exc_type, exc_value, traceback):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '{type(self).__qualname__}' object")


def _wait(timeout):
    # Nobody else runs, so nobody can release what is waited for.
    if timeout >= 0:
        from time import sleep
        sleep(timeout)
        return
    raise RuntimeError("deadlock: waiting for a lock that is held, and krait runs one thread")


class RLock:
    __module__ = "_thread"
    __slots__ = ("_depth", "__weakref__")

    def __init__(self):
        self._depth = 0

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        self._depth += 1
        return True

    def release(self):
        if not self._depth:
            raise RuntimeError("cannot release un-acquired lock")
        self._depth -= 1

    def locked(self):
        return self._depth > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, exc_type, exc_value, traceback):
        self.release()

    def _is_owned(self):
        return self._depth > 0

    def _recursion_count(self):
        return self._depth

    def _release_save(self):
        if not self._depth:
            raise RuntimeError("cannot release un-acquired lock")
        depth, self._depth = self._depth, 0
        return (depth, _MAIN)

    def _acquire_restore(self, state, /):
        self._depth = state[0]

    def _at_fork_reinit(self):
        self._depth = 0

    def __repr__(self):
        return (f"<{'locked' if self._depth else 'unlocked'} _thread.RLock object owner={_MAIN if self._depth else 0} "
                f"count={self._depth} at {id(self):#x}>")

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '{type(self).__qualname__}' object")


LockType = lock


def allocate_lock():
    """Create a new lock object."""
    return lock()


allocate = allocate_lock


class _local:
    """Thread-local data"""
    __module__ = "_thread"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        return object.__new__(cls)


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
    name = _MAIN if thread is None else thread.name
    sys.stderr.write(f"Exception in thread {name}:\n")
    sys.excepthook(kind, value, traceback)
