# The module _posixshmem: memory that processes share by name. On Linux its names are those of files in /dev/shm.
import posix as _posix
import sys as _sys


def _path(path):
    if not isinstance(path, str):
        raise TypeError(f"argument 'path' must be str, not {type(path).__name__}")
    if _sys.platform != "linux":
        raise NotImplementedError("krait does not support shared memory with a name on this platform")
    return "/dev/shm/" + path.lstrip("/")


def shm_open(path, flags, mode=511):
    """Open a shared memory object.  Returns a file descriptor (integer)."""
    return _posix.open(_path(path), flags | _posix.O_NOFOLLOW | _posix.O_CLOEXEC, mode)


def shm_unlink(path):
    """Remove a shared memory object (similar to unlink())."""
    _posix.unlink(_path(path))
