# The module zlib: the objects over TypeScript's streams (zlib.ts).
error = type("error", (Exception,), {"__module__": "zlib"})
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.3.1"
# Copies are made by feeding a new stream what the old one was fed; more than this is not remembered for them.
_COPY_LIMIT = 1 << 24
from _krait import seal_types as _seal_types
from _operator import index as _index


def _check_level(level):
    if not -1 <= level <= 9:
        raise error("Bad compression level")


def compress(data, /, level=-1, wbits=15):
    """Returns a bytes object containing compressed data.

  data
    Binary data to be compressed.
  level
    Compression level, in 0-9 or -1.
  wbits
    The window buffer size and container format.
"""
    data = _data(data)
    _check_level(level)
    stream = _deflater(level, wbits, 8, 0, b"")
    try:
        return _deflate(stream, data, Z_FINISH)
    finally:
        _forget(stream)


def decompress(data, /, wbits=15, bufsize=16384):
    """Returns a bytes object containing the uncompressed data.

  data
    Compressed data.
  wbits
    The window buffer size and container format.
  bufsize
    The initial output buffer size.
"""
    data = _data(data)
    bufsize = _index(bufsize)
    if bufsize < 0:
        raise ValueError("bufsize must be non-negative")
    stream = _inflater(wbits, b"")
    try:
        output, _, ended = _inflate(stream, data, -1)
    finally:
        _forget(stream)
    if not ended:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return output


class _Stream:
    __slots__ = ("_stream", "_options", "_history", "_remembered", "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create 'zlib.{cls.__name__}' instances")

    def __del__(self):
        if self._stream is not None:
            _forget(self._stream)

    def _remember(self, data, argument):
        if self._history is not None:
            self._remembered += len(data)
            if self._remembered > _COPY_LIMIT:
                self._history = None
            else:
                self._history.append((data, argument))

    def copy(self, /):
        """Return a copy of the object."""
        if self._history is None:
            raise NotImplementedError(f"krait does not support copy() of a zlib object that has taken more than {_COPY_LIMIT} bytes")
        return self._copied()

    def __reduce_ex__(self, protocol, /):
        raise TypeError(f"cannot pickle 'zlib.{type(self).__name__}' object")

    def __copy__(self, /):
        return self.copy()

    def __deepcopy__(self, memo, /):
        return self.copy()


class Compress(_Stream):
    __slots__ = ("_done",)

    def _start(self):
        self._stream = _deflater(*self._options)
        self._history = []
        self._remembered = 0
        self._done = False
        return self

    def compress(self, data, /):
        """Returns a bytes object containing compressed data.

  data
    Binary data to be compressed.

After calling this function, some of the input data may still
be stored in internal buffers for later processing.
Call the flush() method to clear these buffers.
"""
        data = _data(data)
        if self._done:
            raise error("Error -2 while compressing data: inconsistent stream state")
        self._remember(data, Z_NO_FLUSH)
        return _deflate(self._stream, data, Z_NO_FLUSH)

    def flush(self, mode=4, /):
        """Return a bytes object containing any remaining compressed data.

  mode
    One of the constants Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH.
    If mode == Z_FINISH, the compressor object can no longer be
    used after calling the flush() method.  Otherwise, more data
    can still be compressed.
"""
        if mode == Z_NO_FLUSH:
            return b""
        if self._done:
            raise error("Error -2 while flushing: inconsistent stream state")
        if not 0 <= mode <= 6:
            raise error("Error -2 while flushing: stream error")
        self._remember(b"", mode)
        output = _deflate(self._stream, b"", mode)
        if mode == Z_FINISH:
            self._done = True
            _forget(self._stream)
            self._stream = None
        return output

    def _copied(self):
        if self._done:
            raise ValueError("Inconsistent stream state")
        other = object.__new__(Compress)
        other._options = self._options
        other._start()
        for data, flush in self._history:
            other._remember(data, flush)
            _deflate(other._stream, data, flush)
        return other


def compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None):
    """Return a compressor object.

  level
    The compression level (an integer in the range 0-9 or -1; default is
    currently equivalent to 6).  Higher compression levels are slower,
    but produce smaller results.
  method
    The compression algorithm.  If given, this must be DEFLATED.
  wbits
    * +9 to +15: The base-two logarithm of the window size.  Include a zlib
        container.
    * -9 to -15: Generate a raw stream.
    * +25 to +31: Include a gzip container.
  memLevel
    Controls the amount of memory used for internal compression state.
    Valid values range from 1 to 9.  Higher values result in higher memory
    usage, faster compression, and smaller output.
  strategy
    Used to tune the compression algorithm.  Possible values are
    Z_DEFAULT_STRATEGY, Z_FILTERED, and Z_HUFFMAN_ONLY.
  zdict
    The predefined compression dictionary - a sequence of bytes
    containing subsequences that are likely to occur in the input data.
"""
    dictionary = b"" if zdict is None else _data(zdict)
    if method != 8 or not -1 <= level <= 9 or not 1 <= memLevel <= 9 or not 0 <= strategy <= 4:
        raise ValueError("Invalid initialization option")
    self = object.__new__(Compress)
    self._stream = None
    self._options = (level, wbits, memLevel, strategy, dictionary)
    return self._start()


class Decompress(_Stream):
    __slots__ = ("_unused", "_tail", "_eof")

    def _start(self):
        self._stream = _inflater(*self._options)
        self._history = []
        self._remembered = 0
        self._unused = self._tail = b""
        self._eof = False
        return self

    @property
    def unused_data(self):
        return self._unused

    @property
    def unconsumed_tail(self):
        return self._tail

    @property
    def eof(self):
        return self._eof

    def _feed(self, data, most):
        self._remember(data, most)
        output, taken, ended = _inflate(self._stream, data, most)
        rest = data[taken:]
        if ended:
            self._eof = True
            self._unused += rest
            # (A tail that was there stays, as in CPython.)
            self._tail = rest if self._tail else b""
            self._history = []
            _forget(self._stream)
            self._stream = None
        else:
            self._tail = rest
        return output

    def decompress(self, data, /, max_length=0):
        """Return a bytes object containing the decompressed version of the data.

  data
    The binary data to decompress.
  max_length
    The maximum allowable length of the decompressed data.
    Unconsumed input data will be stored in
    the unconsumed_tail attribute.

After calling this function, some of the input data may still be stored in
internal buffers for later processing.
Call the flush() method to clear these buffers.
"""
        data = _data(data)
        max_length = _index(max_length)
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        if self._eof:
            self._unused += data
            return b""
        return self._feed(data, max_length or -1)

    def flush(self, length=16384, /):
        """Return a bytes object containing any remaining decompressed data.

length
    the initial size of the output buffer.
"""
        length = _index(length)
        if length <= 0:
            raise ValueError("length must be greater than zero")
        return b"" if self._eof else self._feed(self._tail, -1)

    def _copied(self):
        other = object.__new__(Decompress)
        other._stream = None
        other._options = self._options
        if self._eof:
            other._history = []
            other._remembered = 0
        else:
            other._start()
            for data, most in self._history:
                other._feed(data, most)
        other._unused, other._tail, other._eof = self._unused, self._tail, self._eof
        return other


def decompressobj(wbits=15, zdict=b""):
    """Return a decompressor object.

  wbits
    The window buffer size and container format.
  zdict
    The predefined compression dictionary.  This must be the same
    dictionary as used by the compressor that produced the input data.
"""
    self = object.__new__(Decompress)
    self._stream = None
    self._options = (wbits, _data(zdict))
    return self._start()


class _ZlibDecompressor:
    """Create a decompressor object for decompressing data incrementally."""
    __slots__ = ("_stream", "_input", "_eof", "_unused", "_needs_input", "__weakref__")

    def __new__(cls, wbits=15, zdict=b""):
        self = object.__new__(cls)
        self._stream = None
        self._stream = _inflater(wbits, _data(zdict))
        self._input = self._unused = b""
        self._eof = False
        self._needs_input = True
        return self

    def __init__(self, wbits=15, zdict=b""):
        pass

    def __del__(self):
        if self._stream is not None:
            _forget(self._stream)

    @property
    def eof(self):
        """True if the end-of-stream marker has been reached."""
        return self._eof

    @property
    def unused_data(self):
        """Data found after the end of the compressed stream."""
        return self._unused

    @property
    def needs_input(self):
        """True if more input is needed before more decompressed data can be produced."""
        return self._needs_input

    def decompress(self, /, data, max_length=-1):
        """Decompress *data*, returning uncompressed data as bytes.

If *max_length* is nonnegative, returns at most *max_length* bytes of
decompressed data. If this limit is reached and further output can be
produced, *self.needs_input* will be set to ``False``. In this case, the next
call to *decompress()* may provide *data* as b'' to obtain more of the output.

If all of the input data was decompressed and returned (either because this
was less than *max_length* bytes, or because *max_length* was negative),
*self.needs_input* will be set to True.

Attempting to decompress data after the end of stream is reached raises an
EOFError.  Any data found after the end of the stream is ignored and saved in
the unused_data attribute.
"""
        if self._eof:
            raise EOFError("End of stream already reached")
        data = self._input + _data(data)
        output, taken, ended = _inflate(self._stream, data, max_length)
        rest = data[taken:]
        if ended:
            self._eof = True
            self._unused = rest
            self._input = b""
            self._needs_input = False
            _forget(self._stream)
            self._stream = None
        else:
            self._input = rest
            self._needs_input = not rest and (max_length < 0 or len(output) < max_length)
        return output


_seal_types(Compress, Decompress, _ZlibDecompressor)
