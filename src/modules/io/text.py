# Text files.
class IncrementalNewlineDecoder:
    """Codec used when reading a file in universal newlines mode."""
    __module__ = "_io"
    _LF, _CR, _CRLF = 1, 2, 4

    def __init__(self, decoder, translate, errors="strict"):
        self._decoder = decoder
        self._translate = bool(translate)
        self.errors = errors
        self._seen = 0
        self._held = False  # a "\r" whose "\n" may still come

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final)
        if not isinstance(text, str):
            raise TypeError(f"decoder should return a string result, not '{type(text).__name__}'")
        if self._held and (text or final):
            text = "\r" + text
            self._held = False
        if not final and text.endswith("\r"):
            text = text[:-1]
            self._held = True
        if "\r" not in text:
            if not self._seen & 1 and "\n" in text:
                self._seen |= 1
            return text
        pairs = text.count("\r\n")
        carriages = text.count("\r") - pairs
        feeds = text.count("\n") - pairs
        self._seen |= (feeds and self._LF) | (carriages and self._CR) | (pairs and self._CRLF) if feeds or carriages or pairs else 0
        if self._translate:
            if pairs:
                text = text.replace("\r\n", "\n")
            if carriages:
                text = text.replace("\r", "\n")
        return text

    def getstate(self):
        held, flag = (b"", 0) if self._decoder is None else self._decoder.getstate()
        return (held, flag << 1 | self._held)

    def setstate(self, state, /):
        held, flag = state
        self._held = bool(flag & 1)
        if self._decoder is not None:
            self._decoder.setstate((held, flag >> 1))

    def reset(self):
        self._seen = 0
        self._held = False
        if self._decoder is not None:
            self._decoder.reset()

    @property
    def newlines(self):
        return (None, "\n", "\r", ("\r", "\n"), "\r\n", ("\n", "\r\n"), ("\r", "\r\n"), ("\r", "\n", "\r\n"))[self._seen]


def text_encoding(encoding, stacklevel=2, /):
    """A helper function to choose the text encoding."""
    if encoding is not None:
        return encoding
    import sys
    if sys.flags.warn_default_encoding:
        import warnings
        warnings.warn("'encoding' argument not specified.", EncodingWarning, stacklevel)
    return "locale"


_codec_cache = {}


def _codec(encoding):
    # (CodecInfo, name for errors) of a text encoding.
    found = _codec_cache.get(encoding)
    if found is None:
        import codecs
        found = codecs.lookup(encoding)
        if not found._is_text_encoding:
            raise LookupError(f"{encoding!r} is not a text encoding")
        _codec_cache[encoding] = found
    return found


_CHECKED = object()


class TextIOWrapper(_TextIOBase):
    """Character and line based layer over a BufferedIOBase object, buffer."""
    __module__ = "_io"
    _CHUNK_SIZE = 8192
    _buffer = None
    _detached = False
    _fd = None          # descriptor of a standard stream that the program has not touched: write then goes to the host at once
    _file = None        # the FileIO below, if the layers are the usual ones: whether it is closed says all
    _quick_lines = False  # readline is ours, and lines end at "\n" in _text, or at any end of three
    _prints_whole = True  # print() may put together what it writes (src/prelude/streams.py)

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self._buffer = None
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        self._set_newline(newline)
        if encoding is None or encoding == "locale":
            encoding = "UTF-8"
        if errors is None:
            errors = "strict"
        elif not isinstance(errors, str):
            raise TypeError(f"TextIOWrapper() argument 'errors' must be str or None, not {type(errors).__name__}")
        self._codec_info = _codec(encoding)
        self._encoding = encoding
        self._errors = errors
        self._line_buffering = bool(line_buffering)
        self._write_through = bool(write_through)
        self._encoder = None
        self._decoder = None
        self._text = ""         # decoded characters
        self._at = 0            # how many of them were given out
        self._snapshot = None   # (decoder state, bytes decoded since) at the start of _text
        self._pending = []
        self._pending_count = 0
        self._telling = self._seekable = buffer.seekable()
        self._has_read1 = hasattr(buffer, "read1")
        readable = buffer.readable()
        self._can_read = readable
        self._can_write = buffer.writable()
        self._buffer = buffer
        self._note_start()
        if type(buffer) in (BufferedReader, BufferedWriter, BufferedRandom) and type(buffer._raw) is FileIO:
            self._file = buffer._raw
        self._know_ways()

    def _note_start(self):
        # In the middle of a file there is no byte order mark.
        if self._seekable and self._can_write and self._buffer.tell():
            try:
                self._get_encoder().setstate(0)
            except LookupError:
                pass

    def _know_ways(self):
        self._utf8 = self._codec_info.name == "utf-8"
        self._quick_lines = self._file is not None and self._universal and type(self).readline is TextIOWrapper.readline

    def _set_newline(self, newline):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"TextIOWrapper() argument 'newline' must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        self._newline = newline
        self._universal = not newline
        self._translate = newline is None
        self._write_newline = None if newline in (None, "", "\n") else newline

    def _open(self):
        buffer = self._buffer
        if buffer is None:
            raise ValueError("underlying buffer has been detached" if self._detached else "I/O operation on uninitialized object")
        if buffer.closed:
            raise ValueError("I/O operation on closed file.")
        return buffer

    def _attached(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached" if self._detached else "I/O operation on uninitialized object")
        return self._buffer

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def buffer(self):
        return self._attached()

    @property
    def closed(self):
        return self._attached().closed

    @property
    def name(self):
        return self._attached().name

    @property
    def newlines(self):
        decoder = self._decoder
        return decoder.newlines if isinstance(decoder, IncrementalNewlineDecoder) else None

    def __repr__(self):
        text = f"<{type(self).__module__}.{type(self).__qualname__}"
        try:
            text += f" name={self.name!r}"
        except Exception:
            pass
        mode = self.__dict__.get("mode")
        if mode is not None:
            text += f" mode={mode!r}"
        return f"{text} encoding={self._encoding!r}>"

    __reduce_ex__ = __reduce__ = _no_pickle

    def __del__(self):
        if self._buffer is not None:
            _TextIOBase.__del__(self)

    def reconfigure(self, *, encoding=None, errors=None, newline=_CHECKED, line_buffering=None, write_through=None):
        """Reconfigure the text stream with new parameters."""
        changes = encoding is not None or errors is not None or newline is not _CHECKED
        if self._decoder is not None and changes:
            raise UnsupportedOperation("It is not possible to set the encoding or newline of stream after the first read")
        self.flush()
        if encoding is not None or errors is not None:
            if encoding is None:
                encoding = self._encoding
            else:
                if encoding == "locale":
                    encoding = "UTF-8"
                if errors is None:
                    errors = "strict"
            self._codec_info = _codec(encoding)
            self._encoding = encoding
            if errors is not None:
                self._errors = errors
            self._encoder = None
            self._note_start()
        if newline is not _CHECKED:
            self._set_newline(newline)
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        self._know_ways()
        if write_through is not None:
            self._write_through = bool(write_through)
        _reconfigured(self)

    def seekable(self):
        return self._open().seekable()

    def readable(self):
        return self._attached().readable()

    def writable(self):
        return self._attached().writable()

    def fileno(self):
        return self._attached().fileno()

    def isatty(self):
        return self._open().isatty()

    def detach(self):
        self._attached()
        self.flush()
        buffer = self._buffer
        self._buffer = self._fd = self._file = None
        self._quick_lines = False
        self._detached = True
        return buffer

    def close(self):
        buffer = self._attached()
        if not buffer.closed:
            try:
                self.flush()
            finally:
                self._fd = None
                buffer.close()

    # --- writing

    def _get_encoder(self):
        encoder = self._encoder
        if encoder is None:
            make = self._codec_info.incrementalencoder
            if make is None:
                raise LookupError(f"no incremental encoder for {self._encoding}")
            encoder = self._encoder = make(self._errors)
        return encoder

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        count = len(text)
        fd = self._fd
        if fd is not None:
            fd_print(fd, text, self._errors, self._line_buffering)
            return count
        file = self._file
        buffer = self._open() if file is None or file._closed else self._buffer
        flush = self._line_buffering and ("\n" in text or "\r" in text)
        if self._write_newline is not None and "\n" in text:
            text = text.replace("\n", self._write_newline)
        if not self._can_write:
            raise UnsupportedOperation("not writable")
        data = str.encode(text, "utf-8", self._errors) if self._utf8 else (self._encoder or self._get_encoder()).encode(text)
        if self._decoder is not None:
            self._text = ""
            self._at = 0
            self._snapshot = None
            self._decoder.reset()
        self._pending.append(data)
        self._pending_count += len(data)
        if self._pending_count > self._CHUNK_SIZE or flush or self._write_through:
            self._write_pending()
        if flush:
            buffer.flush()
        return count

    def _write_pending(self):
        if self._pending_count:
            data = b"".join(self._pending)
            self._pending = []
            self._pending_count = 0
            self._buffer.write(data)

    def flush(self):
        buffer = self._open()
        fd = self._fd
        if fd is not None:
            buffer.flush()
            fd_flush(fd)
            return
        self._telling = self._seekable
        self._write_pending()
        buffer.flush()

    # --- reading

    def _get_decoder(self):
        if not self._can_read:
            raise UnsupportedOperation("not readable")
        make = self._codec_info.incrementaldecoder
        if make is None:
            raise LookupError(f"no incremental decoder for {self._encoding}")
        decoder = make(self._errors)
        if self._universal:
            decoder = IncrementalNewlineDecoder(decoder, self._translate)
        self._decoder = decoder
        return decoder

    def _read_chunk(self):
        # Decodes some more input; False at the end of the file.
        decoder = self._decoder or self._get_decoder()
        if self._telling:
            held, flags = decoder.getstate()
        chunk = self._buffer.read1(self._CHUNK_SIZE) if self._has_read1 else self._buffer.read(self._CHUNK_SIZE)
        if not isinstance(chunk, bytes):
            if not isinstance(chunk, (bytearray, memoryview)):
                raise TypeError(f"underlying read1() should have returned a bytes-like object, not '{type(chunk).__name__}'")
            chunk = bytes(chunk)
        text = decoder.decode(chunk, not chunk)
        self._text = text
        self._at = 0
        if self._telling:
            self._snapshot = (flags, held + chunk)
        return bool(chunk) or bool(text)

    def _start_reading(self):
        buffer = self._open()
        if self._pending_count:
            self._write_pending()
            buffer.flush()
        if self._decoder is None:
            if self._fd is not None:
                fd_flush(1)
            self._get_decoder()

    def read(self, size=None, /):
        size = _index(size)
        self._start_reading()
        at = self._at
        if size < 0:
            rest = self._buffer.read()
            if rest is None:
                raise BlockingIOError(11, "Read returned None.")
            text = self._decoder.decode(rest, True)
            if at < len(self._text):
                text = self._text[at:] + text
            self._text = ""
            self._at = 0
            self._snapshot = None
            return text
        parts = []
        while True:
            piece = self._text[self._at:self._at + size]
            self._at += len(piece)
            size -= len(piece)
            parts.append(piece)
            if size <= 0 or not self._read_chunk():
                break
        return "".join(parts)

    def readline(self, size=-1, /):
        size = _index(size)
        if self._pending_count or self._decoder is None:
            self._start_reading()
        elif self._buffer is None or self._buffer.closed:
            self._open()
        at = self._at
        text = self._text
        # Nearly always the line is in what was decoded already.
        if size < 0 and self._universal:
            end = text.find("\n", at) + 1
            if end and (self._translate or _is_line(text, at, end)):
                self._at = end
                return text[at:end]
        line = text[at:]
        start = 0
        while True:
            end = self._find_end(line, start)
            if end:
                break
            if size >= 0 and len(line) >= size:
                end = size
                break
            start = len(line) - 1 if line.endswith("\r") else len(line)
            if not self._read_chunk():
                self._text = line
                end = len(line)
                self._snapshot = None
                self._at = end
                return line
            if line and self._snapshot is not None:
                # The text starts in an earlier chunk: tell() needs it from the start.
                self._snapshot = self._joined_snapshot(line)
            self._text = line = line + self._text
        if size >= 0 and end > size:
            end = size
        self._text = line
        self._at = end
        return line[:end]

    def _joined_snapshot(self, line):
        # Position of tell() cannot be told from here: it is found by seeking from the chunk's own start.
        return ("behind", len(line), self._snapshot)

    def _find_end(self, line, start):
        if self._translate or self._newline == "\n":
            return line.find("\n", start) + 1
        if self._newline == "":
            end = _line_end(line, start)
            # A "\r" at the very end may be half of "\r\n".
            return 0 if end == len(line) and line.endswith("\r") and self._decoder._held else end
        end = line.find(self._newline, max(0, start - len(self._newline) + 1))
        return end + len(self._newline) if end >= 0 else 0

    def __next__(self):
        self._telling = False
        if self._quick_lines and not self._file._closed and not self._pending_count:
            text = self._text
            at = self._at
            end = text.find("\n", at) + 1
            if end and (self._translate or _is_line(text, at, end)):
                self._at = end
                return text[at:end]
        line = self.readline()
        if not line:
            self._snapshot = None
            self._telling = self._seekable
            raise StopIteration
        return line

    def readlines(self, hint=None, /):
        if (hint is None or hint <= 0) and type(self) is TextIOWrapper and self._newline in (None, "", "\n"):
            self._start_reading()
            lines = _split_lines(self.read(), self._newline == "")
            self._telling = self._seekable
            return lines
        return _TextIOBase.readlines(self, hint)

    # --- positions: a number as CPython makes it: byte position, decoder flags, bytes to feed, need of an end, characters to skip

    def tell(self):
        buffer = self._open()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self.flush()
        position = buffer.tell()
        decoder = self._decoder
        snapshot = self._snapshot
        if decoder is None or snapshot is None:
            return position
        used = self._at
        if snapshot[0] == "behind":
            _, before, inner = snapshot
            while inner[0] == "behind":
                before += inner[1]
                inner = inner[2]
            if used < before:
                return self._tell_by_encoding(position)
            used -= before
            snapshot = inner
        flags, data = snapshot
        position -= len(data)
        if used == 0:
            return _pack_cookie(position, flags)
        saved = decoder.getstate()
        try:
            return self._locate(decoder, position, flags, data, used)
        finally:
            decoder.setstate(saved)

    def _tell_by_encoding(self, position):
        rest = self._text[self._at:]
        held = self._decoder.getstate()[0]
        return position - len(held) - len(rest.encode(self._encoding, self._errors))

    def _locate(self, decoder, position, flags, data, used):
        # How many bytes give the `used` characters? Guess by encoding them, then creep.
        decoder.setstate((b"", flags))
        low = 0
        chars = 0
        start_flags = flags
        fed = 0
        at = 0
        while at < len(data) and chars < used:
            step = max(1, min(used - chars, len(data) - at) // 2) if used - chars > 32 else 1
            before = decoder.getstate()
            text = decoder.decode(data[at:at + step])
            if chars + len(text) > used and step > 1:
                decoder.setstate(before)
                for i in range(at, len(data)):
                    text = decoder.decode(data[i:i + 1])
                    chars += len(text)
                    at = i + 1
                    held, state = decoder.getstate()
                    if not held and chars <= used:
                        position += at - low
                        low = at
                        start_flags = state
                        used -= chars
                        chars = 0
                    if chars >= used:
                        break
                break
            at += step
            chars += len(text)
            held, state = decoder.getstate()
            if not held and chars <= used:
                position += at - low
                low = at
                start_flags = state
                used -= chars
                chars = 0
        need_end = 0
        if chars < used:
            chars += len(decoder.decode(b"", True))
            need_end = 1
            if chars < used:
                raise OSError("can't reconstruct logical file position")
        return _pack_cookie(position, start_flags, at - low if used else 0, need_end, used)

    def seek(self, cookie, whence=0, /):
        buffer = self._open()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == _CUR:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            whence = 0
            cookie = self.tell()
        elif whence == _END:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            position = buffer.seek(0, 2)
            self._forget_text()
            if self._decoder is not None:
                self._decoder.reset()
            self._reset_encoder(position)
            return position
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError(f"negative seek position {cookie!r}")
        self.flush()
        start, flags, feed, need_end, skip = _unpack_cookie(cookie)
        if isinstance(buffer, BufferedReader):
            buffer._drop_ahead() # CPython's has nothing ahead of its text: a child that gets the descriptor goes on from here
        buffer.seek(start)
        self._forget_text()
        decoder = self._decoder
        if cookie == 0 and decoder is not None:
            decoder.reset()
        elif decoder is not None or flags or skip:
            decoder = decoder or self._get_decoder()
            decoder.setstate((b"", flags))
            self._snapshot = (flags, b"")
        if skip:
            data = buffer.read(feed)
            self._text = decoder.decode(data, bool(need_end))
            self._snapshot = (flags, data)
            if len(self._text) < skip:
                raise OSError("can't restore logical file position")
            self._at = skip
        self._reset_encoder(cookie)
        return cookie

    def _forget_text(self):
        self._text = ""
        self._at = 0
        self._snapshot = None

    def _reset_encoder(self, position):
        if self._can_write and not self._utf8:
            if position:
                self._get_encoder().setstate(0)
            elif self._encoder is not None:
                self._encoder.reset()

    def truncate(self, pos=None, /):
        buffer = self._open()
        self.flush()
        if not buffer.writable():
            raise UnsupportedOperation("truncate")
        if pos is None:
            pos = self.tell()
        return buffer.truncate(pos)


def _pack_cookie(position, flags=0, feed=0, need_end=0, skip=0):
    return position | flags << 64 | feed << 128 | skip << 192 | bool(need_end) << 256


def _unpack_cookie(cookie):
    rest, position = divmod(cookie, 1 << 64)
    rest, flags = divmod(rest, 1 << 64)
    rest, feed = divmod(rest, 1 << 64)
    need_end, skip = divmod(rest, 1 << 64)
    return position, flags, feed, need_end, skip


def _reconfigured(stream):
    # A standard stream whose settings are no longer those of the quick way.
    if stream._fd is not None:
        if stream._encoding.lower().replace("_", "-") not in ("utf-8", "utf8") or stream._write_newline is not None:
            stream._fd = None


_known_modes = {}  # what open() was asked for: (mode of the raw file, reads, updates, binary)


def _checked_mode(mode):
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in letters
    if "t" in letters and binary:
        raise ValueError("can't have text and binary mode at once")
    purposes = [letter for letter in "xrwa" if letter in letters]
    if len(purposes) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode" if purposes else
                         "Must have exactly one of create/read/write/append mode and at most one plus")
    updating = "+" in letters
    return purposes[0] + ("+" if updating else ""), "r" in letters, updating, binary


def _check_binary(encoding, errors, newline):
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if value is not None:
            raise ValueError(f"binary mode doesn't take {'an' if name != 'newline' else 'a'} {name} argument")


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open file and return a stream.  Raise OSError upon failure."""
    if not isinstance(file, int):
        file = fd_path(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if not isinstance(buffering, int):
        buffering = _index(buffering, "'%s' object cannot be interpreted as an integer")
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"open() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    if errors is not None and not isinstance(errors, str):
        raise TypeError(f"open() argument 'errors' must be str or None, not {type(errors).__name__}")
    known = _known_modes.get(mode)
    if known is None:
        _known_modes[mode] = known = _checked_mode(mode)
    raw_mode, reading, updating, binary = known
    if binary and (encoding is not None or errors is not None or newline is not None or buffering == 1):
        _check_binary(encoding, errors, newline)
        if buffering == 1:
            import warnings
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used", RuntimeWarning)
    raw = FileIO(file, raw_mode, closefd, opener)
    result = raw
    try:
        line_buffering = buffering == 1 and not binary
        if buffering < 0 and raw.isatty():
            buffering = -1
            line_buffering = True
        elif buffering == 1:
            buffering = -1
        if buffering < 0:
            buffering = DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if binary:
                return result
            raise ValueError("can't have unbuffered text I/O")
        cls = BufferedRandom if updating else BufferedReader if reading else BufferedWriter
        result = buffer = cls(raw, buffering)
        if binary:
            return result
        result = TextIOWrapper(buffer, text_encoding(encoding), errors, newline, line_buffering)
        result.mode = mode
        return result
    except BaseException:
        result.close()
        raise


def open_code(path, /):
    """Opens the provided file with the intent to import the contents."""
    if not isinstance(path, str):
        raise TypeError(f"open_code() argument 'path' must be str, not {type(path).__name__}")
    return open(path, "rb")


def _standard_stream(fd, name, mode, errors, line_buffering=False):
    # sys.stdin, sys.stdout, sys.stderr.
    raw = FileIO(fd, mode, False)
    raw.name = name
    buffer = BufferedReader(raw) if mode == "r" else BufferedWriter(raw)
    stream = TextIOWrapper(buffer, "utf-8", errors, None if mode == "r" else "\n", line_buffering)
    stream.mode = mode
    if mode == "w":
        stream._fd = fd
    return stream


from _krait import seal_types as _seal_types

_seal_types(IncrementalNewlineDecoder, TextIOWrapper)
