# The module mmap. Every look into a mapped file reads from it and every change is written to it at once, so what others write is seen and the
# other way round; private and anonymous maps are a bytearray. While somebody holds a view of a mapped file, its bytes lie in a bytearray that is
# written back when the last view is released.
import sys as _sys
from operator import index as _index
from posix import (
    O_RDONLY as _O_RDONLY, O_RDWR as _O_RDWR, close as _close, dup as _dup, fstat as _fstat, ftruncate as _ftruncate, open as _open, pread as _pread,
    pwrite as _pwrite, readlink as _readlink)

error = OSError
PROT_READ, PROT_WRITE, PROT_EXEC = 1, 2, 4
MAP_SHARED, MAP_PRIVATE = 1, 2
ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY = range(4)
_IS_LINUX = _sys.platform == "linux"
MAP_ANON = MAP_ANONYMOUS = 32 if _IS_LINUX else 0x1000
MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL, MADV_WILLNEED, MADV_DONTNEED = range(5)
if _IS_LINUX:
    MAP_DENYWRITE, MAP_EXECUTABLE, MAP_POPULATE, MAP_STACK, MAP_NORESERVE = 0x800, 0x1000, 0x8000, 0x20000, 0x4000
    MADV_FREE, MADV_REMOVE, MADV_DONTFORK, MADV_DOFORK, MADV_HWPOISON = 8, 9, 10, 11, 100
    MADV_MERGEABLE, MADV_UNMERGEABLE, MADV_HUGEPAGE, MADV_NOHUGEPAGE, MADV_DONTDUMP, MADV_DODUMP = range(12, 18)
    PAGESIZE = ALLOCATIONGRANULARITY = 4096
else:
    MADV_FREE = 5
    MAP_NORESERVE = 0x40
    PAGESIZE = ALLOCATIONGRANULARITY = 16384
_LIMIT = 1 << 63
_ACCESS_NAMES = ("ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY")


def _bytes_of(data):
    if isinstance(data, bytes):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _own(fd, is_written):
    # A descriptor that stays open when the program closes its own.
    try:
        return _dup(fd)
    except PermissionError:
        # (A VM that has files but not the system: the same file, opened again.)
        return _open(f"/dev/fd/{fd}", _O_RDWR if is_written else _O_RDONLY)


def _is_arena(fd):
    # The file without a name through which multiprocessing.Value and Array share memory with other processes (multiprocessing/heap.py).
    try:
        path = _readlink(f"/proc/self/fd/{fd}")
    except OSError:
        return False
    return "/pym-" in path and path.endswith(" (deleted)")


def _size_of(fd):
    status = _fstat(fd)
    return status.st_size if status.st_mode & 0o170000 == 0o100000 else None


class mmap:
    """mmap(fileno, length[, flags[, prot[, access[, offset[, trackfd]]]]])

Maps length bytes from the file specified by the file descriptor fileno,
and returns a mmap object.  If length is 0, the maximum length of the map
will be the current size of the file when mmap is called.
flags specifies the nature of the mapping. MAP_PRIVATE creates a
private copy-on-write mapping, so changes to the contents of the mmap
object will be private to this process, and MAP_SHARED creates a mapping
that's shared with all other processes mapping the same areas of the file.
The default value is MAP_SHARED.

To map anonymous memory, pass -1 as the fileno."""
    __slots__ = ("_fd", "_array", "_views", "_length", "_at", "_offset", "_access", "_is_closed", "_is_file", "__weakref__")

    def __new__(cls, fileno, length, flags=MAP_SHARED, prot=PROT_READ | PROT_WRITE, access=ACCESS_DEFAULT, offset=0, *, trackfd=True):
        fileno, length, flags, prot, access, offset = map(_index, (fileno, length, flags, prot, access, offset))
        if length < 0:
            raise OverflowError("memory mapped length must be positive")
        if offset < 0:
            raise OverflowError("memory mapped offset must be positive")
        if access != ACCESS_DEFAULT and (flags != MAP_SHARED or prot != PROT_READ | PROT_WRITE):
            raise ValueError("mmap can't specify both access and flags, prot.")
        if access == ACCESS_READ:
            flags, prot = MAP_SHARED, PROT_READ
        elif access == ACCESS_WRITE:
            flags, prot = MAP_SHARED, PROT_READ | PROT_WRITE
        elif access == ACCESS_COPY:
            flags, prot = MAP_PRIVATE, PROT_READ | PROT_WRITE
        elif access != ACCESS_DEFAULT:
            raise ValueError("mmap invalid access parameter.")
        elif not prot & PROT_WRITE:
            access = ACCESS_READ
        _sys.audit("mmap.__new__", fileno, length, access, offset)
        is_file = fileno != -1 and not flags & MAP_ANON
        if is_file:
            if flags & MAP_SHARED and prot & PROT_WRITE and _is_arena(fileno):
                raise NotImplementedError("krait does not support memory that processes share yet")
            size = _size_of(fileno)
            if size is not None:
                if not length:
                    if not size:
                        raise ValueError("cannot mmap an empty file")
                    if offset >= size:
                        raise ValueError("mmap offset is greater than file size")
                    length = size - offset
                elif offset > size or size - offset < length:
                    raise ValueError("mmap length is greater than file size")
        if not length or offset % ALLOCATIONGRANULARITY:
            raise OSError(22, "Invalid argument")
        self = object.__new__(cls)
        self._is_closed = True
        self._views, self._length, self._at, self._offset, self._access, self._is_file = 0, length, 0, offset, access, is_file
        self._fd = _own(fileno, prot & PROT_WRITE and flags & MAP_SHARED) if is_file else -1
        self._array = None
        if not is_file:
            self._array = bytearray(length)
        elif not flags & MAP_SHARED:
            self._array = bytearray(self._read_file(0, length))
            self._is_file = False
        self._is_closed = False
        return self

    def _check(self):
        if self._is_closed:
            raise ValueError("mmap closed or invalid")

    def _check_writable(self):
        self._check()
        if self._access == ACCESS_READ:
            raise TypeError("mmap can't modify a readonly memory map.")

    # --- bytes ---------------------------------------------------------------------------------------------------------------------------
    def _read_file(self, start, count):
        pieces = []
        while count > 0:
            piece = _pread(self._fd, count, self._offset + start)
            if not piece:
                pieces.append(bytes(count))  # (beyond what is left of the file)
                break
            pieces.append(piece)
            start += len(piece)
            count -= len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _write_file(self, start, data):
        while data:
            written = _pwrite(self._fd, data, self._offset + start)
            start += written
            data = data[written:]

    def _get(self, start, end):
        if start >= end:
            return b""
        return self._read_file(start, end - start) if self._array is None else bytes(self._array[start:end])

    def _put(self, start, data):
        if self._array is None:
            self._write_file(start, data)
        else:
            self._array[start:start + len(data)] = data

    # --- as a file -----------------------------------------------------------------------------------------------------------------------
    def read(self, n=None, /):
        self._check()
        n = -1 if n is None else _index(n)
        left = max(self._length - self._at, 0)
        if n < 0 or n > left:
            n = left
        data = self._get(self._at, self._at + n)
        self._at += n
        return data

    def read_byte(self, /):
        self._check()
        if self._at >= self._length:
            raise ValueError("read byte out of range")
        self._at += 1
        return self._get(self._at - 1, self._at)[0]

    def readline(self, /):
        self._check()
        start = self._at
        end = self._found(b"\n", start, self._length, False)
        self._at = self._length if end < 0 else end + 1
        return self._get(start, self._at)

    def write(self, bytes, /):
        self._check()
        data = _bytes_of(bytes)
        self._check_writable()
        if self._at + len(data) > self._length:
            raise ValueError("data out of range")
        self._put(self._at, data)
        self._at += len(data)
        return len(data)

    def write_byte(self, byte, /):
        self._check()
        byte = _index(byte)
        if byte < 0:
            raise OverflowError("unsigned byte integer is less than minimum")
        if byte > 255:
            raise OverflowError("unsigned byte integer is greater than maximum")
        self._check_writable()
        if self._at >= self._length:
            raise ValueError("write byte out of range")
        self._put(self._at, bytes((byte,)))
        self._at += 1

    def tell(self, /):
        self._check()
        return self._at

    def seek(self, pos, whence=0, /):
        self._check()
        pos, whence = _index(pos), _index(whence)
        if whence not in (0, 1, 2):
            raise ValueError("unknown seek type")
        pos += (0, self._at, self._length)[whence]
        if not 0 <= pos <= self._length:
            raise ValueError("seek out of range")
        self._at = pos
        return pos

    def seekable(self, /):
        return True

    def size(self, /):
        self._check()
        size = _size_of(self._fd) if self._fd >= 0 else None
        return self._length if size is None else size

    def flush(self, offset=0, size=None, /, *, flags=0):
        self._check()
        offset = _index(offset)
        size = self._length - offset if size is None else _index(size)
        if offset < 0 or size < 0 or self._length - offset < size:
            raise ValueError("flush values out of range")
        if offset % PAGESIZE:
            raise OSError(22, "Invalid argument")
        self._write_back()

    def close(self, /):
        if self._views > 0:
            raise BufferError("cannot close exported pointers exist")
        if not self._is_closed:
            self._is_closed = True
            self._array = None
            fd, self._fd = self._fd, -1
            if fd >= 0:
                _close(fd)

    def __del__(self):
        if not self._is_closed and not self._views:
            self.close()

    @property
    def closed(self):
        return self._is_closed

    def __enter__(self, /):
        self._check()
        return self

    def __exit__(self, exc_type, exc_value, traceback, /):
        self.close()

    # --- as memory -----------------------------------------------------------------------------------------------------------------------
    def resize(self, newsize, /):
        self._check()
        newsize = _index(newsize)
        if self._views > 0:
            raise BufferError("mmap can't resize with extant buffers exported.")
        if self._access not in (ACCESS_DEFAULT, ACCESS_WRITE):
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        if newsize < 0 or self._offset + newsize >= _LIMIT:
            raise ValueError("new size out of range")
        if not newsize:
            raise OSError(22, "Invalid argument")
        if self._fd >= 0:
            _ftruncate(self._fd, self._offset + newsize)
        if self._array is not None:
            if newsize < self._length:
                del self._array[newsize:]
            else:
                self._array.extend(bytes(newsize - self._length))
        self._length = newsize

    def move(self, dest, src, count, /):
        self._check()
        dest, src, count = _index(dest), _index(src), _index(count)
        self._check_writable()
        if dest < 0 or src < 0 or count < 0 or self._length - dest < count or self._length - src < count:
            raise ValueError("source, destination, or count out of range")
        self._put(dest, self._get(src, src + count))

    def madvise(self, option, start=0, length=None, /):
        self._check()
        option, start = _index(option), _index(start)
        length = self._length if length is None else _index(length)
        if start < 0 or start >= self._length:
            raise ValueError("madvise start out of bounds")
        if length < 0:
            raise ValueError("madvise length invalid")

    def _found(self, view, start, end, backwards):
        # Files are looked through in pieces that overlap.
        if self._array is not None:
            return self._array.rfind(view, start, end) if backwards else self._array.find(view, start, end)
        step = 1 << 20
        reach = max(len(view) - 1, 0)
        if end - start <= step:
            data = self._get(start, end)
            found = data.rfind(view) if backwards else data.find(view)
            return found if found < 0 else start + found
        places = range(start, end, step)
        for at in reversed(places) if backwards else places:
            data = self._get(at, min(at + step + reach, end))
            found = data.rfind(view) if backwards else data.find(view)
            if found >= 0:
                return at + found
        return -1

    def _search(self, view, start, end, backwards):
        self._check()
        view = _bytes_of(view)
        start = self._at if start is None else _index(start)
        end = self._length if end is None else _index(end)
        start = max(start + self._length, 0) if start < 0 else min(start, self._length)
        end = max(end + self._length, 0) if end < 0 else min(end, self._length)
        if end < start:
            return -1
        return self._found(view, start, end, backwards)

    def find(self, view, start=None, end=None, /):
        return self._search(view, start, end, False)

    def rfind(self, view, start=None, end=None, /):
        return self._search(view, start, end, True)

    def __len__(self):
        self._check()
        return self._length

    def _place(self, index):
        index = _index(index)
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError("mmap index out of range")
        return index

    def __getitem__(self, key, /):
        self._check()
        if hasattr(type(key), "__index__"):
            at = self._place(key)
            return self._get(at, at + 1)[0]
        if not isinstance(key, slice):
            raise TypeError("mmap indices must be integers")
        start, stop, step = key.indices(self._length)
        if step == 1:
            return self._get(start, stop)
        taken = range(start, stop, step)
        if not taken:
            return b""
        low, high = min(taken[0], taken[-1]), max(taken[0], taken[-1])
        data = self._get(low, high + 1)
        return data[::step] if step > 0 else data[::-1][::-step]

    def __setitem__(self, key, value, /):
        self._check()
        self._check_writable()
        if hasattr(type(key), "__index__"):
            at = self._place(key)
            if not hasattr(type(value), "__index__"):
                raise TypeError("mmap item value must be an int")
            value = _index(value)
            if not 0 <= value <= 255:
                raise ValueError("mmap item value must be in range(0, 256)")
            self._put(at, bytes((value,)))
            return
        if not isinstance(key, slice):
            raise TypeError("mmap indices must be integers")
        taken = range(*key.indices(self._length))
        data = _bytes_of(value)
        if len(data) != len(taken):
            raise IndexError("mmap slice assignment is wrong size")
        if not data:
            return
        if taken.step == 1:
            self._put(taken.start, data)
            return
        for i, byte in zip(taken, data):
            self._put(i, bytes((byte,)))

    def __delitem__(self, key, /):
        self._check()
        raise TypeError(f"mmap {'object ' if isinstance(key, slice) else ''}doesn't support {'slice' if isinstance(key, slice) else 'item'} deletion")

    def __iter__(self):
        self._check()
        for at in range(self._length):
            yield self[at:at + 1]

    def __contains__(self, value):
        return any(item == value for item in self)

    # --- views -----------------------------------------------------------------------------------------------------------------------------
    def __buffer__(self, flags, /):
        self._check()
        if not self._views and self._is_file:
            self._array = bytearray(self._read_file(0, self._length))
        self._views += 1
        view = memoryview(self._array)
        return view.toreadonly() if self._access == ACCESS_READ else view

    def __release_buffer__(self, view, /):
        view.release()
        self._views -= 1
        if not self._views and self._is_file:
            self._write_back()
            self._array = None

    def _write_back(self):
        if self._is_file and self._array is not None and self._access != ACCESS_READ:
            self._write_file(0, bytes(self._array))

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        if self._is_closed:
            return f"<{name} closed=True>"
        return (f"<{name} closed=False, access={_ACCESS_NAMES[self._access]}, length={self._length}, pos={self._at}, "
                f"offset={self._offset}>")

    def __reduce_ex__(self, protocol, /):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__qualname__}' object")


mmap.__module__ = "mmap"
