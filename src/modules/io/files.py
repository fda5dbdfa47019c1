# Raw files and the buffers before them. The functions that take a descriptor (fd_…) are TypeScript's.
def _transfer(call, fd, argument, event, slow=False):
    # Other threads run while this one waits, and signals are seen if it may take for ever; None if a descriptor that does not wait has nothing now.
    if slow or _threads():
        from posix import _let_others_run
        _let_others_run(fd, event)
    try:
        return call(fd, argument)
    except BlockingIOError:
        return None


_raw_modes = {}  # what FileIO was asked for: (flags of open(), reads, writes, appends, creates)


def _checked_raw_mode(mode):
    if not set(mode) <= set("xrwab+"):
        raise ValueError(f"invalid mode: {mode}")
    if sum([letter in "rwax" for letter in mode]) != 1 or mode.count("+") > 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    plus = "+" in mode
    return fd_flags(mode), plus or "r" in mode, plus or "r" not in mode, "a" in mode, "x" in mode


class FileIO(_RawIOBase):
    """Open a file."""
    __module__ = "_io"
    _fd = -1
    _closefd = True
    _can_read = _can_write = _appending = _created = False
    _is_seekable = _is_slow = None
    _is_regular = False
    _blksize = DEFAULT_BUFFER_SIZE

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if self._fd >= 0:
            if self._closefd:
                self.close()
            self._fd = -1
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        if not isinstance(mode, str):
            raise TypeError(f"FileIO() argument 'mode' must be str, not {type(mode).__name__}")
        fd = -1
        if not isinstance(file, (str, bytes)) and hasattr(type(file), "__index__"):
            if isinstance(file, bool):
                import warnings
                warnings.warn("bool is used as a file descriptor", RuntimeWarning, 1)
            fd = file.__index__()
            if fd < 0:
                raise ValueError("negative file descriptor")
        known = _raw_modes.get(mode)
        if known is None:
            _raw_modes[mode] = known = _checked_raw_mode(mode)
        flags, self._can_read, self._can_write, self._appending, self._created = known
        self._closed = False
        if fd < 0:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            if opener is None:
                fd = fd_open(file, flags, 0o666)
            else:
                fd = opener(file, flags)
                if not isinstance(fd, int):
                    raise TypeError("expected integer from opener")
                if fd < 0:
                    raise ValueError(f"opener returned {fd}")
        try:
            kind = fd_kind(fd)
            if kind == "directory":
                raise IsADirectoryError(21, "Is a directory", file)
            self._is_regular = kind == "file"
        except OSError:
            if fd is not file and closefd:
                fd_close(fd)
            self._closed = True
            raise
        self._fd = fd
        self._closefd = bool(closefd)
        self._is_seekable = self._is_slow = None
        self.name = file
        if self._appending and self.seekable():
            fd_seek(fd, 0, _END)

    def _check(self):
        if self._fd < 0:
            raise ValueError("I/O operation on closed file")

    def _need_read(self):
        self._check()
        if not self._can_read:
            raise UnsupportedOperation("File not open for reading")

    def _need_write(self):
        self._check()
        if not self._can_write:
            raise UnsupportedOperation("File not open for writing")

    def read(self, size=-1, /):
        self._need_read()
        size = _index(size)
        if size < 0:
            return self.readall()
        return self._receive(size)

    def _receive(self, size):
        if self._is_slow is None:
            from posix import _is_slow
            self._is_slow = not self._is_regular and _is_slow(self._fd)
        return _transfer(fd_read, self._fd, size, 1, self._is_slow)

    def readall(self):
        self._need_read()
        if self._is_regular or self._fd <= 2 and not fd_isatty(self._fd):
            return fd_readall(self._fd)
        pieces = []
        while piece := self._receive(65536):
            pieces.append(piece)
        return b"".join(pieces) if pieces or piece is not None else None

    def readinto(self, buffer, /):
        self._need_read()
        data = self._receive(_room(buffer))
        return None if data is None else _fill(buffer, data)

    def write(self, data, /):
        self._need_write()
        return _transfer(fd_write, self._fd, _bytes_of(data), 4)

    def seek(self, pos, whence=0, /):
        self._check()
        if isinstance(pos, float):
            raise TypeError("an integer is required")
        return fd_seek(self._fd, pos, whence)

    def tell(self):
        self._check()
        return fd_seek(self._fd, 0, _CUR)

    def truncate(self, size=None, /):
        self._need_write()
        if size is None:
            size = self.tell()
        fd_truncate(self._fd, size)
        return size

    def close(self):
        if self._closed:
            return
        try:
            _RawIOBase.close(self)
        finally:
            fd, self._fd = self._fd, -1
            self._closed = True
            if fd >= 0 and self._closefd:
                fd_close(fd)

    def fileno(self):
        self._check()
        return self._fd

    def isatty(self):
        self._check()
        return not self._is_regular and fd_isatty(self._fd)

    _isatty_open_only = isatty

    def seekable(self):
        self._check()
        if self._is_seekable is None:
            self._is_seekable = fd_is_seekable(self._fd)
        return self._is_seekable

    def readable(self):
        self._check()
        return self._can_read

    def writable(self):
        self._check()
        return self._can_write

    @property
    def closefd(self):
        return self._closefd

    @property
    def mode(self):
        plus = self._can_read and self._can_write
        if self._created:
            return "xb+" if plus else "xb"
        if self._appending:
            return "ab+" if plus else "ab"
        return "rb+" if plus else "rb" if self._can_read else "wb"

    def __repr__(self):
        kind = f"_io.{type(self).__qualname__}" if type(self) is FileIO else f"{type(self).__module__}.{type(self).__qualname__}"
        if self._fd < 0:
            return f"<{kind} [closed]>"
        try:
            name = self.name
        except AttributeError:
            return f"<{kind} fd={self._fd} mode={self.mode!r} closefd={self._closefd}>"
        return f"<{kind} name={name!r} mode={self.mode!r} closefd={self._closefd}>"

    __reduce_ex__ = __reduce__ = _no_pickle


class _Buffered(_BufferedIOBase):
    # What the buffers in front of a raw file share.
    __module__ = "_io"
    _raw = None
    _detached = False

    @property
    def raw(self):
        self._attached()
        return self._raw

    def _attached(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached" if self._detached else "I/O operation on uninitialized object")
        return self._raw

    def _open(self, action):
        raw = self._raw
        if raw is None:
            self._attached()
        if raw.closed:
            raise ValueError(f"{action} of closed file")
        return raw

    def seekable(self):
        return self._attached().seekable()

    def fileno(self):
        return self._attached().fileno()

    def isatty(self):
        return self._attached().isatty()

    @property
    def closed(self):
        return self._attached().closed

    @property
    def name(self):
        return self._attached().name

    @property
    def mode(self):
        return self._attached().mode

    def flush(self):
        self._open("flush").flush()

    def close(self):
        raw = self._attached()
        if not raw.closed:
            try:
                self.flush()
            finally:
                raw.close()

    def detach(self):
        raw = self._attached()
        self.flush()
        self._raw = None
        self._detached = True
        return raw

    def __del__(self):
        if self._raw is not None:
            _BufferedIOBase.__del__(self)

    def __repr__(self):
        cls = type(self)
        kind = f"{cls.__module__}.{cls.__qualname__}"
        try:
            name = self._raw.name
        except AttributeError:
            return f"<{kind}>"
        return f"<{kind} name={name!r}>"

    __reduce_ex__ = __reduce__ = _no_pickle

    def _where(self):
        pos = self._attached().tell()
        if pos < 0:
            raise OSError(f"Raw stream returned invalid position {pos}")
        return pos


class _Reader:
    # Reading through a buffer: bytes [_at, len(_ahead)) of _ahead come next.
    _ahead = b""
    _at = 0

    def _drop_ahead(self):
        self._ahead = b""
        self._at = 0

    def _raw_read(self, size):
        data = self._raw.read(size)
        if data is not None and type(data) is not bytes:
            data = bytes(data)
        return data

    def read(self, size=-1, /):
        raw = self._open("read")
        if size is None:
            size = -1
        else:
            size = _index(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        at = self._at
        ahead = self._ahead
        if size >= 0 and size <= len(ahead) - at:
            self._at = at + size
            return ahead[at:at + size]
        self._before_reading()
        head = ahead[at:]
        self._drop_ahead()
        if size < 0:
            readall = getattr(raw, "readall", None)
            if readall is not None:
                rest = readall()
                if rest is None:
                    return head or None
                return head + rest if head else rest
            parts = [head] if head else []
            piece = None
            while piece := self._raw_read(self.buffer_size):
                parts.append(piece)
            return b"".join(parts) if parts else (b"" if piece is not None else None)
        parts = [head]
        missing = size - len(head)
        while missing > 0:
            piece = self._raw_read(max(missing, self.buffer_size))
            if not piece:
                if piece is None and not any(parts):
                    return None
                break
            if len(piece) > missing:
                self._ahead = piece
                self._at = missing
                parts.append(piece[:missing])
                break
            parts.append(piece)
            missing -= len(piece)
        return b"".join(parts)

    def read1(self, size=-1, /):
        self._open("read")
        size = _index(size)
        if size == 0:
            return b""
        if size < 0:
            size = self.buffer_size
        if self._at >= len(self._ahead):
            self._before_reading()
            piece = self._raw_read(size if size >= self.buffer_size else self.buffer_size)
            self._ahead = piece or b""
            self._at = 0
        at = self._at
        data = self._ahead[at:at + size]
        self._at = at + len(data)
        return data

    def peek(self, size=0, /):
        self._open("peek")
        if self._at >= len(self._ahead):
            self._before_reading()
            self._ahead = self._raw_read(self.buffer_size) or b""
            self._at = 0
        return self._ahead[self._at:]

    def __next__(self):
        raw = self._raw
        if type(self) is BufferedReader and type(raw) is FileIO and not raw._closed:
            at = self._at
            end = self._ahead.find(b"\n", at) + 1
            if end:
                self._at = end
                return self._ahead[at:end]
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None, /):
        if (hint is None or hint <= 0) and type(self) is BufferedReader:
            data = self.read()
            if type(data) is bytes:
                return _split_lines(data, False)
            return []
        return _BufferedIOBase.readlines(self, hint)

    def readline(self, size=-1, /):
        self._open("readline")
        size = _index(size)
        at = self._at
        end = self._ahead.find(b"\n", at) + 1
        if end and (size < 0 or end - at <= size):
            self._at = end
            return self._ahead[at:end]
        parts = []
        count = 0
        while True:
            if self._at >= len(self._ahead) and not self.peek():
                break
            at = self._at
            end = self._ahead.find(b"\n", at) + 1
            stop = end or len(self._ahead)
            if size >= 0 and stop - at > size - count:
                stop = at + size - count
                end = stop
            parts.append(self._ahead[at:stop])
            count += stop - at
            self._at = stop
            if end:
                break
        return b"".join(parts)

    def _readinto(self, buffer, name, one):
        self._open("readinto")
        room = _room(buffer, name)
        data = self.read1(room) if one and room else self.read(room)
        return None if data is None else _fill(buffer, data, name)

    def readinto(self, buffer, /):
        return self._readinto(buffer, "readinto", False)

    def readinto1(self, buffer, /):
        return self._readinto(buffer, "readinto1", True)

    def _before_reading(self):
        pass


class BufferedReader(_Reader, _Buffered):
    """Create a new buffered reader using the given readable raw IO object."""
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._raw = None
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._raw = raw
        self.buffer_size = buffer_size
        self._drop_ahead()

    def readable(self):
        return self._attached().readable()

    def tell(self):
        self._open("tell")
        return max(self._where() - (len(self._ahead) - self._at), 0) # (devices stay where they are)

    def seek(self, target, whence=0, /):
        raw = self._open("seek")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        if not raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        if whence == _CUR:
            target -= len(self._ahead) - self._at
        elif whence == _SET and self._ahead:
            # Inside what was read ahead: no system call.
            offset = target - (raw.tell() - len(self._ahead))
            if 0 <= offset <= len(self._ahead):
                self._at = offset
                return target
        self._drop_ahead()
        return raw.seek(target, whence)

    def truncate(self, pos=None, /):
        self._open("truncate")
        if pos is None:
            pos = self.tell()
        return self._raw.truncate(pos)


class _Writer:
    # Writing through a buffer: `_pending` is written before anything else happens.
    _pending_count = 0

    def write(self, data, /):
        self._open("write")
        data = _bytes_of(data)
        count = len(data)
        self._before_writing()
        self._pending.append(data)
        self._pending_count += count
        if self._pending_count > self.buffer_size:
            self._flush_pending()
        return count

    def _flush_pending(self):
        if not self._pending_count:
            return
        data = b"".join(self._pending)
        self._pending = []
        self._pending_count = 0
        raw = self._raw
        at = 0
        try:
            while at < len(data):
                count = raw.write(data[at:] if at else data)
                if count is None:
                    raise BlockingIOError(11, "write could not complete without blocking", 0)
                if count > len(data) - at or count < 0:
                    raise OSError(f"raw write() returned invalid length {count} (should have been between 0 and {len(data) - at})")
                at += count
        except BaseException:
            rest = data[at:]
            if rest:
                self._pending = [rest]
                self._pending_count = len(rest)
            raise

    def flush(self):
        raw = self._open("flush")
        self._flush_pending()
        raw.flush()

    def close(self):
        raw = self._attached()
        if raw.closed:
            return
        try:
            self.flush()
        finally:
            raw.close()

    def _before_writing(self):
        pass


class BufferedWriter(_Writer, _Buffered):
    """A buffer for a writeable sequential RawIO object."""
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._raw = None
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._raw = raw
        self.buffer_size = buffer_size
        self._pending = []
        self._pending_count = 0

    def writable(self):
        return self._attached().writable()

    def tell(self):
        self._open("tell")
        return self._where() + self._pending_count

    def seek(self, target, whence=0, /):
        raw = self._open("seek")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        self._flush_pending()
        return raw.seek(target, whence)

    def truncate(self, pos=None, /):
        raw = self._open("truncate")
        self._flush_pending()
        if pos is None:
            pos = raw.tell()
        return raw.truncate(pos)


class BufferedRandom(_Writer, _Reader, _Buffered):
    """A buffered interface to random access streams."""
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._raw = None
        if not raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._raw = raw
        self.buffer_size = buffer_size
        self._drop_ahead()
        self._pending = []

    def readable(self):
        return self._attached().readable()

    def writable(self):
        return self._attached().writable()

    def _before_reading(self):
        self._flush_pending()

    def _before_writing(self):
        unread = len(self._ahead) - self._at
        if unread:
            self._raw.seek(-unread, _CUR)
        self._drop_ahead()

    def read(self, size=-1, /):
        if self._pending_count:
            self._flush_pending()
        return _Reader.read(self, size)

    def tell(self):
        self._open("tell")
        return self._where() + self._pending_count - (len(self._ahead) - self._at)

    def seek(self, target, whence=0, /):
        raw = self._open("seek")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        self._flush_pending()
        if whence == _CUR:
            target -= len(self._ahead) - self._at
        self._drop_ahead()
        return raw.seek(target, whence)

    def truncate(self, pos=None, /):
        raw = self._open("truncate")
        if pos is None:
            pos = self.tell()
        self._flush_pending()
        return raw.truncate(pos)


class BufferedRWPair(_BufferedIOBase):
    """A buffered reader and writer object together."""
    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        if not reader.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not writer.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /): return self.reader.read(size)
    def read1(self, size=-1, /): return self.reader.read1(size)
    def readinto(self, buffer, /): return self.reader.readinto(buffer)
    def readinto1(self, buffer, /): return self.reader.readinto1(buffer)
    def peek(self, size=0, /): return self.reader.peek(size)
    def readable(self): return self.reader.readable()
    def write(self, data, /): return self.writer.write(data)
    def flush(self): return self.writer.flush()
    def writable(self): return self.writer.writable()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def isatty(self): return self.reader.isatty() or self.writer.isatty()

    @property
    def closed(self):
        return self.writer.closed


from _krait import seal_types as _seal_types

_seal_types(FileIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair)
