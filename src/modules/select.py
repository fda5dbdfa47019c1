# The module select: waiting for files, pipes, terminals and sockets; the wait itself is _socket's.
from errno import EBADF as _EBADF

from time import monotonic as _monotonic

import posix as _posix
from _socket import _wait_for_events

error = OSError
PIPE_BUF = 4096
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLRDHUP = 64, 128, 256, 512, 0x2000


def _number(file):
    if isinstance(file, int):
        fd = file
    elif hasattr(file, "fileno"):
        fd = file.fileno()
        if not isinstance(fd, int):
            raise TypeError("fileno() returned a non-integer")
    else:
        raise TypeError("argument must be an int, or have a fileno() method.")
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    return fd


def _select(rlist, wlist, xlist, timeout=None, /):
    """Wait until one or more file descriptors are ready for some kind of I/O."""
    if timeout is not None:
        if not isinstance(timeout, (int, float)) and not hasattr(timeout, "__index__"):
            raise TypeError("timeout must be a float or None")
        if timeout < 0:
            raise ValueError("timeout must be non-negative")
    events = {}
    lists = []
    for files, bits in (rlist, POLLIN), (wlist, POLLOUT), (xlist, POLLPRI):
        try:
            files = [(file, _number(file)) for file in files]
        except TypeError as error:
            if "not iterable" in str(error):
                raise TypeError("arguments 1-3 must be sequences") from None
            raise
        lists.append(files)
        for _, fd in files:
            events[fd] = events.get(fd, 0) | bits
    found = _wait_for_events(list(events), events, timeout)
    if any(bits & POLLNVAL for bits in found.values()):
        raise OSError(_EBADF, "Bad file descriptor")
    ready = (POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI)
    return tuple([[file for file, fd in files if found.get(fd, 0) & bits] for files, bits in zip(lists, ready)])


class _Poll:
    """Returns a polling object."""

    def __init__(self):
        self._events = {}
        self._waits = False

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        """Register a file descriptor with the polling object."""
        self._events[_number(fd)] = _mask(eventmask)

    def modify(self, fd, eventmask, /):
        """Modify an already registered file descriptor."""
        fd = _number(fd)
        if fd not in self._events:
            raise FileNotFoundError(2, "No such file or directory")
        self._events[fd] = _mask(eventmask)

    def unregister(self, fd, /):
        """Remove a file descriptor being tracked by the polling object."""
        del self._events[_number(fd)]

    def poll(self, timeout=None, /):
        """Polls the set of registered file descriptors; gives a list of (fd, event) pairs."""
        if timeout is not None and not isinstance(timeout, (int, float)) and not hasattr(timeout, "__index__"):
            raise TypeError("timeout must be an integer or None")
        if self._waits:
            raise RuntimeError("concurrent poll() invocation")
        self._waits = True
        try:
            found = _wait_for_events(list(self._events), self._events, None if timeout is None or timeout < 0 else timeout / 1000)
        finally:
            self._waits = False
        return [(fd, found[fd]) for fd in self._events if fd in found]


def _mask(eventmask):
    if not isinstance(eventmask, int):
        raise TypeError(f"'{type(eventmask).__name__}' object cannot be interpreted as an integer")
    if eventmask < 0:
        raise ValueError("value must be positive")
    if eventmask > 0xFFFF:
        raise OverflowError("Python int too large to convert to C unsigned short")
    return eventmask


_Poll.__name__ = _Poll.__qualname__ = "poll"


def poll():
    """Returns a polling object, which supports registering and unregistering file descriptors, and then polling them for I/O events."""
    return _Poll()


if __import__("sys").platform == "linux":
    EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP, EPOLLRDHUP = 1, 2, 4, 8, 16, 0x2000
    EPOLLRDNORM, EPOLLRDBAND, EPOLLWRNORM, EPOLLWRBAND, EPOLLMSG = 64, 128, 256, 512, 0x400
    EPOLLWAKEUP, EPOLLEXCLUSIVE, EPOLLONESHOT, EPOLLET = 1 << 29, 1 << 28, 1 << 30, 1 << 31
    EPOLL_CLOEXEC = 0o2000000
    _ASKED = 0xFFFF  # the bits of an event mask that poll() knows

    class epoll:
        """Returns an epolling object: waits as poll() does. With EPOLLET what was told is told again only after it was otherwise."""
        __module__ = "select"
        __slots__ = ("_masks", "_asked", "_told", "_fd")  # masks as given; what poll() is asked for; what was told of edges; -1: none yet, None: closed

        def __new__(cls, sizehint=-1, flags=0):
            if sizehint != -1 and sizehint <= 0:
                raise ValueError("negative sizehint")
            if flags & ~EPOLL_CLOEXEC:
                raise OSError("invalid flags")
            self = object.__new__(cls)
            self._masks = {}
            self._asked = {}
            self._told = {}
            self._fd = -1
            return self

        @classmethod
        def fromfd(cls, fd, /):
            raise NotImplementedError("krait does not support epoll.fromfd()")

        def _live(self):
            if self._fd is None:
                raise ValueError("I/O operation on closed epoll object")
            return self._masks

        def close(self):
            """Close the epoll control file descriptor."""
            fd, self._fd = self._fd, None
            if fd is not None and fd >= 0:
                _close(fd)

        __del__ = close

        @property
        def closed(self):
            return self._fd is None

        def fileno(self):
            """Return the epoll control file descriptor."""
            self._live()
            if self._fd < 0:
                self._fd = _posix.open("/dev/null", _posix.O_RDONLY | _posix.O_CLOEXEC)
            return self._fd

        def __enter__(self):
            self._live()
            return self

        def __exit__(self, exc_type=None, exc_value=None, exc_tb=None, /):
            self.close()

        def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
            """Registers a new fd or raises an OSError if the fd is already registered."""
            masks, fd = self._live(), _number(fd)
            if fd in masks:
                raise FileExistsError(17, "File exists")
            # (Nobody closes it behind our back with its place kept: CPython's system forgets it then.)
            if _wait_for_events([fd], {fd: 0}, 0).get(fd, 0) & POLLNVAL:
                raise OSError(_EBADF, "Bad file descriptor")
            if _is_plain_file(fd):
                raise PermissionError(1, "Operation not permitted")
            masks[fd] = mask = _epoll_mask(eventmask)
            self._asked[fd] = mask & _ASKED

        def modify(self, fd, eventmask):
            """Modify event mask for a registered file descriptor."""
            masks, fd = self._live(), _number(fd)
            if fd not in masks:
                raise FileNotFoundError(2, "No such file or directory")
            masks[fd] = mask = _epoll_mask(eventmask)
            self._asked[fd] = mask & _ASKED
            self._told.pop(fd, None)

        def unregister(self, fd):
            """Remove a registered file descriptor from the epoll object."""
            masks, fd = self._live(), _number(fd)
            if fd not in masks:
                raise FileNotFoundError(2, "No such file or directory")
            self._forget(fd)

        def poll(self, timeout=None, maxevents=-1):
            """Wait for events on the epoll file descriptor."""
            masks = self._live()
            if timeout is not None:
                if not isinstance(timeout, (int, float)) and not hasattr(timeout, "__index__"):
                    raise TypeError("timeout must be an integer or None")
                timeout = None if timeout < 0 else float(timeout)
            if maxevents == -1:
                maxevents = 1023
            elif maxevents < 1:
                raise ValueError(f"maxevents must be greater than 0, got {maxevents}")
            deadline = None if timeout is None else _monotonic() + timeout
            while True:
                asked = self._changed() if self._told else self._asked
                # (An edge may come back while its file is not asked about.)
                left = timeout if not self._told else 0.01 if timeout is None else min(max(0.0, deadline - _monotonic()), 0.01)
                found = _wait_for_events(list(asked), asked, left)
                result = []
                for fd, bits in found.items():
                    if bits & POLLNVAL:  # closed: the system would have forgotten it
                        self._forget(fd)
                    elif len(result) < maxevents:
                        result.append((fd, bits))
                        mask = masks[fd]
                        if mask & EPOLLONESHOT:
                            del self._asked[fd]
                        elif mask & EPOLLET:
                            self._told[fd] = self._told.get(fd, 0) | bits
                if result or deadline is not None and _monotonic() >= deadline:
                    return result

        def _changed(self):
            """What to ask for where some of it was told and may still be so."""
            asked = dict(self._asked)
            told = {fd: bits for fd, bits in self._told.items() if fd in asked}
            now = _wait_for_events(list(told), asked, 0)
            self._told = {fd: bits & now[fd] for fd, bits in told.items() if bits & now.get(fd, 0)}
            for fd, bits in self._told.items():
                asked[fd] &= ~bits
                if not asked[fd] or bits & (POLLERR | POLLHUP):
                    del asked[fd]
            return asked

        def _forget(self, fd):
            for table in self._masks, self._asked, self._told:
                table.pop(fd, None)

    def _epoll_mask(mask):
        if not isinstance(mask, int):
            raise TypeError(f"'{type(mask).__name__}' object cannot be interpreted as an integer")
        mask = int.__index__(mask) & 0xFFFFFFFF
        if mask & EPOLLEXCLUSIVE and mask & (EPOLLONESHOT | EPOLLRDHUP):
            raise OSError(22, "Invalid argument")
        return mask

    def _is_plain_file(fd):
        return fd < 1 << 20 and _posix.fstat(fd).st_mode & 0o170000 in (0o100000, 0o040000)

    _close = _posix.close
