# Files in memory.
class BytesIO(_BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""
    __module__ = "_io"
    _data = None

    def __init__(self, initial_bytes=b""):
        self._data = bytearray()
        self._pos = 0
        self._closed = False
        if initial_bytes is not None:
            self._data += _bytes_of(initial_bytes)

    def _open(self):
        data = self._data
        if data is None:
            raise ValueError("I/O operation on closed file.")
        return data

    def getvalue(self):
        return bytes(self._open())

    def getbuffer(self):
        return memoryview(self._open())

    def close(self):
        self._data = None
        self._closed = True

    def __del__(self):
        pass

    def read(self, size=-1, /):
        data = self._open()
        size = _index(size)
        pos = self._pos
        end = len(data) if size < 0 else min(pos + size, len(data))
        if end <= pos:
            return b""
        self._pos = end
        return bytes(data[pos:end])

    read1 = read

    def readinto(self, buffer, /):
        return _fill(buffer, self.read(_room(buffer)))

    def readline(self, size=-1, /):
        data = self._open()
        size = _index(size)
        line = _line_from(data, self._pos)
        if 0 <= size < len(line):
            line = line[:size]
        self._pos += len(line)
        return line

    # Subclasses' own read() and readline() have no say in these.
    def readlines(self, size=None, /):
        size = _index(size)
        if size <= 0:
            return _split_lines(BytesIO.read(self), False)
        lines = []
        count = 0
        while line := BytesIO.readline(self):
            lines.append(line)
            count += len(line)
            if size <= count:
                break
        return lines

    def __iter__(self):
        return self

    def __next__(self):
        line = _line_from(self._open(), self._pos)
        if not line:
            raise StopIteration
        self._pos += len(line)
        return line

    def write(self, data, /):
        target = self._open()
        data = _bytes_of(data)
        count = len(data)
        if not count:
            return 0
        pos = self._pos
        length = len(target)
        if pos == length:
            target += data
        else:
            if pos > length:
                target += bytes(pos - length)
            target[pos:pos + count] = data
        self._pos = pos + count
        return count

    def seek(self, pos, whence=0, /):
        data = self._open()
        pos = _index(pos, "'%s' object cannot be interpreted as an integer")
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
        elif whence == 1:
            pos = max(0, self._pos + pos)
        elif whence == 2:
            pos = max(0, len(data) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._pos = pos
        return pos

    def tell(self):
        self._open()
        return self._pos

    def truncate(self, size=None, /):
        data = self._open()
        if size is None:
            size = self._pos
        else:
            size = _index(size)
            if size < 0:
                raise ValueError(f"negative size value {size}")
        del data[size:]
        return size

    def readable(self):
        self._open()
        return True

    writable = seekable = readable

    def flush(self):
        self._open()

    def isatty(self):
        self._open()
        return False

    def __getstate__(self):
        extra = {name: value for name, value in self.__dict__.items() if name not in ("_data", "_pos", "_closed")}
        return (self.getvalue(), self._pos, extra or None)

    def __setstate__(self, state):
        self.__init__(state[0])
        self._pos = state[1]
        if state[2]:
            self.__dict__.update(state[2])

    def __reduce_ex__(self, protocol, /):
        import copyreg
        return (copyreg.__newobj__, (type(self),), self.__getstate__())


_BytesIOBuffer = memoryview


class StringIO(_TextIOBase):
    """Text I/O implementation using an in-memory buffer."""
    __module__ = "_io"
    # What was written at the end is collected in _parts until somebody wants to see it.
    _text = ""
    _parts = None
    _pos = 0
    _closed = True
    _newline = "\n"
    _prints_whole = True
    _simple_lines = True  # they end at "\n"

    def __init__(self, initial_value="", newline="\n"):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._universal = not newline
        self._simple_lines = newline is None or newline == "\n"
        self._decoder = IncrementalNewlineDecoder(None, newline is None) if not newline else None
        self._text = ""
        self._parts = []
        self._pos = 0
        self._closed = False
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    def _all(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        parts = self._parts
        if parts:
            self._text += "".join(parts)
            parts.clear()
        return self._text

    def getvalue(self):
        return self._all()

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        if self._closed:
            raise ValueError("I/O operation on closed file")
        count = len(text)
        if self._newline != "\n":
            if self._decoder is not None:
                text = self._decoder.decode(text, True)
            if self._newline:
                text = text.replace("\n", self._newline)
        pos = self._pos
        if pos is None:
            self._parts.append(text)
            return count
        if not count: # (beyond the end, nothing is filled up)
            return 0
        whole = self._all()
        if pos == len(whole):
            self._parts.append(text)
            self._pos = None
            return count
        if pos > len(whole):
            whole += "\0" * (pos - len(whole))
        self._text = whole[:pos] + text + whole[pos + len(text):]
        self._pos = pos + len(text)
        return count

    def _where(self):
        # _pos None: at the end
        if self._pos is None:
            self._pos = len(self._all())
        return self._pos

    def read(self, size=-1, /):
        whole = self._all()
        size = _index(size)
        pos = self._where()
        end = len(whole) if size < 0 else min(pos + size, len(whole))
        if end <= pos:
            return ""
        self._pos = end
        return whole[pos:end]

    def readline(self, size=-1, /):
        whole = self._all()
        size = _index(size)
        pos = self._where()
        if self._simple_lines:
            line = _line_from(whole, pos)
            if 0 <= size < len(line):
                line = line[:size]
            self._pos = pos + len(line)
            return line
        if self._newline == "":
            end = _line_end(whole, pos)
        else:
            end = whole.find(self._newline, pos)
            end = end + len(self._newline) if end >= 0 else 0
        end = end or len(whole)
        if size >= 0:
            end = min(end, pos + size)
        if end <= pos:
            return ""
        self._pos = end
        return whole[pos:end]

    def __next__(self):
        pos = self._pos
        if pos is not None and not self._parts and self._simple_lines and type(self) is StringIO:
            line = _line_from(self._text, pos)
            if line:
                self._pos = pos + len(line)
                return line
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None, /):
        if (hint is None or hint <= 0) and type(self) is StringIO and not self._closed and (self._simple_lines or self._newline == ""):
            return _split_lines(self.read(), self._newline == "")
        return _TextIOBase.readlines(self, hint)

    def tell(self):
        self._all()
        return self._where()

    def seek(self, pos, whence=0, /):
        whole = self._all()
        pos = _index(pos, "'%s' object cannot be interpreted as an integer")
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
        elif pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        else:
            pos = self._where() if whence == 1 else len(whole)
        self._pos = pos
        return pos

    def truncate(self, size=None, /):
        whole = self._all()
        size = self._where() if size is None else _index(size)
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._where()
        self._text = whole[:size]
        return size

    def close(self):
        self._closed = True
        self._text = ""
        self._parts = []

    def __del__(self):
        pass

    def readable(self):
        self._all()
        return True

    writable = seekable = readable

    def flush(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    @property
    def line_buffering(self):
        self._all()
        return False

    @property
    def newlines(self):
        self._all()
        return None if self._decoder is None else self._decoder.newlines

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>"

    def __getstate__(self):
        names = ("_text", "_parts", "_pos", "_closed", "_newline", "_universal", "_simple_lines", "_decoder")
        extra = {name: value for name, value in self.__dict__.items() if name not in names}
        return (self.getvalue(), self._newline, self._where(), extra or None)

    def __setstate__(self, state):
        self.__init__("", state[1])
        self._text = state[0]
        self._pos = state[2]
        if state[3]:
            self.__dict__.update(state[3])

    def __reduce_ex__(self, protocol, /):
        import copyreg
        return (copyreg.__newobj__, (type(self),), self.__getstate__())


def _is_line(text, start, end):
    # Whether text[start:end], at whose end the first "\n" is, has no other line end.
    carriage = text.find("\r", start, end)
    return carriage < 0 or carriage == end - 2


def _line_end(text, start):
    # End of the line that starts at `start`, with any of the three line ends; 0 if it has none.
    newline = text.find("\n", start)
    if newline < 0:
        carriage = text.find("\r", start)
    else:
        carriage = text.find("\r", start, newline)
    if carriage < 0:
        return newline + 1
    return carriage + 2 if text.startswith("\n", carriage + 1) else carriage + 1


from _krait import seal_types as _seal_types

_seal_types(BytesIO, StringIO)
