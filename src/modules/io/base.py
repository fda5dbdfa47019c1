# The module _io, first part: the bases of all files. (The parts run one after the other in one namespace: see ../io.ts.)
from _krait import line_from as _line_from, split_lines as _split_lines
from _thread import _count as _threads

DEFAULT_BUFFER_SIZE = 131072
BlockingIOError = BlockingIOError
_SET, _CUR, _END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


def _index(n, what="argument should be integer or None, not '%s'"):
    # None or an int as size: -1 for None.
    if n is None:
        return -1
    if type(n) is int:
        return n
    try:
        return n.__index__()
    except AttributeError:
        raise TypeError(what % type(n).__name__) from None


def _bytes_of(data):
    # The bytes of a bytes-like object.
    if type(data) is bytes:
        return data
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _fill(target, data, name="readinto"):
    # Puts bytes at the start of a writable buffer.
    count = len(data)
    if type(target) is bytearray:
        target[:count] = data
        return count
    try:
        view = memoryview(target)
        if view.readonly:
            raise TypeError
        view = view.cast("B") if view.format != "B" or view.ndim != 1 else view
    except TypeError:
        raise TypeError(f"{name}() argument must be read-write bytes-like object, not {type(target).__name__}") from None
    view[:count] = data
    return count


def _room(target, name="readinto"):
    if type(target) is bytearray:
        return len(target)
    try:
        view = memoryview(target)
    except TypeError:
        raise TypeError(f"{name}() argument must be read-write bytes-like object, not {type(target).__name__}") from None
    if view.readonly:
        raise TypeError(f"{name}() argument must be read-write bytes-like object, not {type(target).__name__}")
    return view.nbytes


def _no_pickle(self, protocol=0, /):
    raise TypeError(f"cannot pickle '{type(self).__name__}' instances")


class _IOBase:
    __module__ = "_io"
    _finalizing = False

    def __init__(self, *args, **kwargs):
        pass

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, offset, whence=0, /):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._unsupported("truncate")

    def fileno(self):
        self._unsupported("fileno")

    def flush(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    _closed = False

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def __del__(self):
        try:
            closed = self.closed
        except AttributeError:
            return
        if not closed:
            self._finalizing = True
            try:
                self.close()
            except Exception:
                pass

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def isatty(self):
        self._checkClosed()
        return False

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable." if msg is None else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable." if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable." if msg is None else msg)

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        size = _index(size)
        peek = getattr(self, "peek", None)
        parts = bytearray()
        while size < 0 or len(parts) < size:
            wanted = 1
            if peek is not None:
                ahead = peek(1)
                if ahead:
                    end = ahead.find(b"\n") + 1
                    wanted = end or len(ahead)
                    if size >= 0:
                        wanted = min(wanted, size - len(parts))
            piece = self.read(wanted)
            if not isinstance(piece, bytes):
                raise OSError(f"read() should have returned a bytes object, not '{type(piece).__name__}'")
            if not piece:
                break
            parts += piece
            if parts.endswith(b"\n"):
                break
        return bytes(parts)

    def readlines(self, hint=None, /):
        if hint is None or hint <= 0:
            return list(self)
        count = 0
        lines = []
        for line in self:
            lines.append(line)
            count += len(line)
            if count > hint:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    __module__ = "_io"

    def read(self, size=-1, /):
        size = _index(size)
        if size < 0:
            return self.readall()
        target = bytearray(size)
        count = self.readinto(target)
        if count is None:
            return None
        if count < 0 or count > size:
            raise ValueError(f"readinto returned {count} outside buffer size {size}")
        return bytes(target[:count])

    def readall(self):
        parts = []
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            parts.append(piece)
        return b"".join(parts) if parts else piece

    def readinto(self, buffer, /):
        self._unsupported("readinto")

    def write(self, data, /):
        self._unsupported("write")


class _BufferedIOBase(_IOBase):
    __module__ = "_io"

    def read(self, size=-1, /):
        self._unsupported("read")

    def read1(self, size=-1, /):
        self._unsupported("read1")

    def readinto(self, buffer, /):
        return _fill(buffer, self.read(_room(buffer)))

    def readinto1(self, buffer, /):
        return _fill(buffer, self.read1(_room(buffer, "readinto1")), "readinto1")

    def write(self, data, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


class _TextIOBase(_IOBase):
    __module__ = "_io"
    encoding = None
    newlines = None
    errors = None

    def read(self, size=-1, /):
        self._unsupported("read")

    def readline(self, size=-1, /):
        self._unsupported("readline")

    def write(self, text, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")
