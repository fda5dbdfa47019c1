# The module select: waiting for the sockets of _socket, which live in this process. Nothing else can be waited for.
import time as _time
from errno import EBADF as _EBADF

import _socket

error = OSError
# A wait without a limit looks at the sockets and at signals this often.
_NAP_SECONDS = 0.05


def _number(file):
    if isinstance(file, int):
        fd = file
    elif hasattr(file, "fileno"):
        fd = file.fileno()
    else:
        raise TypeError("argument must be an int, or have a fileno() method.")
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    return fd


def _end_of(file):
    fd = _number(file)
    if fd in (0, 1, 2):
        raise NotImplementedError("krait does not support waiting for the standard streams with select")
    end = _socket._ends.get(fd)
    if end is None:
        raise OSError(_EBADF, "Bad file descriptor")
    return end


def _select(rlist, wlist, xlist, timeout=None, /):
    """Wait until one or more file descriptors are ready for some kind of I/O."""
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    readers = [(file, _end_of(file)) for file in rlist]
    writers = [(file, _end_of(file)) for file in wlist]
    for file in xlist:
        _end_of(file)
    deadline = None if timeout is None else _time.monotonic() + timeout
    while True:
        ready = [file for file, end in readers if end.readable()]
        writable = [file for file, end in writers if end.writable()]
        if ready or writable:
            return ready, writable, []
        # Only another thread can make a socket ready, or a signal end the wait early.
        left = _NAP_SECONDS if deadline is None else deadline - _time.monotonic()
        if left <= 0:
            return [], [], []
        _socket._wait_for_change(left)
