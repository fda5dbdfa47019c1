# The module fcntl. Who waits for a lock here lets other threads run and looks at signals meanwhile.
import sys as _sys

_IS_MAC = _sys.platform == "darwin"
LOCK_SH, LOCK_EX, LOCK_NB, LOCK_UN = 1, 2, 4, 8
F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, FD_CLOEXEC = 0, 1, 2, 3, 4, 1
if _IS_MAC:
    F_GETOWN, F_SETOWN, F_GETLK, F_SETLK, F_SETLKW, F_RDLCK, F_UNLCK, F_WRLCK, F_DUPFD_CLOEXEC, F_FULLFSYNC = 5, 6, 7, 8, 9, 1, 2, 3, 67, 51
else:
    F_GETLK, F_SETLK, F_SETLKW, F_SETOWN, F_GETOWN, F_RDLCK, F_WRLCK, F_UNLCK, F_DUPFD_CLOEXEC = 5, 6, 7, 8, 9, 0, 1, 2, 1030
    F_SETPIPE_SZ, F_GETPIPE_SZ = 1031, 1032
_NAP_SECONDS = 0.002


def _number(fd):
    if not isinstance(fd, int):
        if not hasattr(fd, "fileno"):
            raise TypeError("argument must be an int, or have a fileno() method.")
        fd = fd.fileno()
        if not isinstance(fd, int):
            raise TypeError("fileno() returned a non-integer")
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    return int(fd)


def _word(number):
    # As C's int.
    return (number & 0xFFFFFFFF ^ 0x80000000) - 0x80000000


def _data(arg):
    return arg.encode() if isinstance(arg, str) else bytes(arg)


def fcntl(fd, cmd, arg=0, /):
    """Perform the operation cmd on file descriptor fd."""
    number = _number(fd) # (not `fd`: the file must not be closed meanwhile)
    if isinstance(arg, int):
        return _fcntl(number, cmd, _word(arg))
    data = _data(arg)
    return _fcntl_block(number, cmd, data + bytes(1024))[1][:len(data)]


def ioctl(fd, request, arg=0, mutate_flag=True, /):
    """Perform the operation request on file descriptor fd."""
    number = _number(fd)
    request &= 0xFFFFFFFFFFFFFFFF
    if isinstance(arg, int):
        return _ioctl(number, request, _word(arg))
    data = _data(arg)
    result, after = _ioctl_block(number, request, data + bytes(1024))
    if not mutate_flag or isinstance(arg, (bytes, str)) or memoryview(arg).readonly:
        return after[:len(data)]
    memoryview(arg).cast("B")[:] = after[:len(data)]
    return result


def _waiting(attempt, is_waiting):
    import time
    while True:
        try:
            return attempt()
        except BlockingIOError:
            if not is_waiting:
                raise
        except PermissionError as error: # (what fcntl() may answer for it)
            if not is_waiting or error.errno != 13:
                raise
        time.sleep(_NAP_SECONDS)


def flock(fd, operation, /):
    """Perform the lock operation on file descriptor fd."""
    number = _number(fd)
    _waiting(lambda: _flock(number, operation | LOCK_NB), not operation & LOCK_NB)


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    """A wrapper around the fcntl() locking calls."""
    import struct
    number = _number(fd)
    if cmd & LOCK_UN:
        kind = F_UNLCK
    elif cmd & (LOCK_SH | LOCK_EX):
        kind = F_RDLCK if cmd & LOCK_SH else F_WRLCK
    else:
        raise ValueError("unrecognized lockf argument")
    lock = struct.pack("qqihh", start, len, 0, kind, whence) if _IS_MAC else struct.pack("hhqqi4x", kind, whence, start, len, 0)
    _waiting(lambda: _fcntl_block(number, F_SETLK, lock), not cmd & LOCK_NB)
