# The module select: waiting for files, pipes, terminals and sockets; the wait itself is _socket's.
from errno import EBADF as _EBADF

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
