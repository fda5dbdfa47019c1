# The module _posixshmem. Memory in Krait is one heap, into which nothing can be mapped: what another process writes would never be seen here.


def _refuse(path, *_rest):
    if not isinstance(path, str):
        raise TypeError(f"argument 'path' must be str, not {type(path).__name__}")
    raise NotImplementedError("krait does not support memory that processes share yet")


def shm_open(path, flags, mode=511):
    """Open a shared memory object.  Returns a file descriptor (integer)."""
    return _refuse(path, flags, mode)


def shm_unlink(path):
    """Remove a shared memory object (similar to unlink())."""
    return _refuse(path)
