# The module _multiprocessing: SemLock, of which multiprocessing's locks and semaphores are made. Who waits looks again every now and then, as the
# one who lets go may be another process.
from _thread import _count, _park, get_ident
from time import monotonic as _monotonic

from _krait import seal_types as _seal_types

_RECURSIVE_MUTEX, _SEMAPHORE = 0, 1
_SHORTEST_NAP_SECONDS, _LONGEST_NAP_SECONDS = 0.0005, 0.02
flags = {"HAVE_SEM_OPEN": 1, "HAVE_SEM_TIMEDWAIT": 1}


class _OfProcess:
    """What stands for the system's semaphores without access to them: nobody else has them."""

    def __init__(self):
        self.values = {}
        self.names = {}

    def open(self, name, value):
        if value is None:
            return self.names[name]
        if name in self.names:
            raise FileExistsError(17, "File exists")
        handle = self.names[name] = len(self.values) + 1
        self.values[handle] = value
        return handle

    def unlink(self, name):
        if name not in self.names:
            raise FileNotFoundError(2, "No such file or directory")
        del self.names[name]

    def try_wait(self, handle):
        taken = self.values[handle] > 0
        self.values[handle] -= taken
        return taken

    def post(self, handle):
        self.values[handle] += 1

    def value_of(self, handle):
        return self.values[handle]

    def close(self, handle):
        pass


class _OfSystem:
    open = staticmethod(_open)
    unlink = staticmethod(_unlink)
    try_wait = staticmethod(_try_wait)
    post = staticmethod(_post)
    value_of = staticmethod(_value_of)
    close = staticmethod(_close)


_kept = None


def _semaphores():
    global _kept
    if _kept is None:
        _kept = _OfSystem if _is_given() else _OfProcess()
    return _kept


def sem_unlink(name, /):
    _semaphores().unlink(name)


class SemLock:
    """Semaphore/Mutex type"""
    __slots__ = ("handle", "kind", "maxvalue", "name", "_owner", "_depth", "__dict__", "__weakref__")
    SEM_VALUE_MAX = 0x7FFFFFFF

    def __new__(cls, kind, value, maxvalue, name, unlink):
        if kind not in (_RECURSIVE_MUTEX, _SEMAPHORE):
            raise ValueError("unrecognized kind")
        if not 0 <= value <= cls.SEM_VALUE_MAX:
            raise OSError(22, "Invalid argument")
        semaphores = _semaphores()
        handle = semaphores.open(name, value)
        if unlink:
            semaphores.unlink(name)
        return _made(cls, handle, kind, maxvalue, None if unlink else name)

    @classmethod
    def _rebuild(cls, handle, kind, maxvalue, name, /):
        return _made(cls, handle if name is None else _semaphores().open(name, None), kind, maxvalue, name)

    def __del__(self):
        _semaphores().close(self.handle)

    def acquire(self, block=True, timeout=None):
        """Acquire the semaphore/lock."""
        me = get_ident()
        if self.kind == _RECURSIVE_MUTEX and self._depth and self._owner == me:
            self._depth += 1
            return True
        semaphores = _semaphores()
        if not semaphores.try_wait(self.handle) and not (block and self._wait(semaphores, timeout)):
            return False
        self._depth += 1
        self._owner = me
        return True

    def _wait(self, semaphores, timeout):
        deadline = None if timeout is None else _monotonic() + max(0.0, timeout)
        nap = _SHORTEST_NAP_SECONDS
        while True:
            left = nap if deadline is None else min(nap, deadline - _monotonic())
            if left <= 0:
                return False
            _park(0, left)
            if semaphores.try_wait(self.handle):
                return True
            nap = min(2 * nap, _LONGEST_NAP_SECONDS)

    def release(self):
        """Release the semaphore/lock."""
        semaphores = _semaphores()
        if self.kind == _RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self._depth > 1:
                self._depth -= 1
                return
        elif semaphores.value_of(self.handle) >= self.maxvalue:
            raise ValueError("semaphore or lock released too many times")
        semaphores.post(self.handle)
        self._depth -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, exc_type=None, exc_value=None, exc_tb=None, /):
        self.release()

    def _count(self):
        """Num of `acquire()`s minus num of `release()`s for this process."""
        return self._depth

    def _is_mine(self):
        """Whether the lock is owned by this thread."""
        return self._depth > 0 and self._owner == get_ident()

    def _get_value(self):
        """Get the value of the semaphore."""
        return _semaphores().value_of(self.handle)

    def _is_zero(self):
        """Return whether semaphore has value zero."""
        return _semaphores().value_of(self.handle) == 0

    def _after_fork(self):
        """Rezero the net acquisition count after fork()."""
        self._depth = 0


def _made(cls, handle, kind, maxvalue, name):
    self = object.__new__(cls)
    self.handle, self.kind, self.maxvalue, self.name = handle, kind, maxvalue, name
    self._owner = self._depth = 0
    return self


_seal_types(SemLock)
