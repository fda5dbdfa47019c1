# The module _bz2: compressors and decompressors over TypeScript's streams (bz2.ts).
class BZ2Compressor:
    """Create a compressor object for compressing data incrementally.

  compresslevel
    Compression level, as a number between 1 and 9."""
    __module__ = "_bz2"
    __slots__ = ("_stream",)

    def __new__(cls, compresslevel=9, /):
        self = object.__new__(cls)
        self._stream = -1
        if not isinstance(compresslevel, int):
            raise TypeError(f"'{type(compresslevel).__name__}' object cannot be interpreted as an integer")
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        self._stream = _encoder(compresslevel)
        return self

    def __init__(self, compresslevel=9, /):
        pass

    def __del__(self):
        if self._stream >= 0:
            _forget_encoder(self._stream)

    def __reduce__(self):
        raise TypeError(f"cannot pickle '_bz2.{type(self).__name__}' object")

    def compress(self, data, /):
        """Provide data to the compressor object."""
        data = _data(data)
        if self._stream < 0:
            raise ValueError("Compressor has been flushed")
        return _encode(self._stream, data)

    def flush(self):
        """Finish the compression process."""
        if self._stream < 0:
            raise ValueError("Repeated call to flush()")
        stream, self._stream = self._stream, -1
        try:
            return _finish(stream)
        finally:
            _forget_encoder(stream)


class BZ2Decompressor:
    """Create a decompressor object for decompressing data incrementally."""
    __module__ = "_bz2"
    __slots__ = ("_stream", "_eof", "_needs_input", "_unused_data")

    def __new__(cls):
        self = object.__new__(cls)
        self._stream = _decoder()
        self._eof = False
        self._needs_input = True
        self._unused_data = b""
        return self

    def __init__(self):
        pass

    def __del__(self):
        if self._stream >= 0:
            _forget_decoder(self._stream)

    def __reduce__(self):
        raise TypeError(f"cannot pickle '_bz2.{type(self).__name__}' object")

    def decompress(self, data, max_length=-1):
        """Decompress *data*, returning uncompressed data as bytes."""
        data = _data(data)
        if self._eof:
            raise EOFError("End of stream already reached")
        if self._stream < 0:
            raise OSError("Invalid data stream")
        stream, self._stream = self._stream, -1
        try:
            output, ended, more, unused = _decode(stream, data, max_length)
            self._stream = stream
        finally:
            if self._stream < 0:
                _forget_decoder(stream)
        if ended and not more:
            self._eof = True
            self._unused_data = unused
        self._needs_input = not self._eof and not more and (max_length < 0 or len(output) < max_length)
        return output

    eof = property(lambda self: self._eof, doc="True if the end-of-stream marker has been reached.")
    needs_input = property(lambda self: self._needs_input, doc="True if more input is needed before more decompressed data can be produced.")
    unused_data = property(lambda self: self._unused_data, doc="Data found after the end of the compressed stream.")


from _krait import seal_types as _seal_types
_seal_types(BZ2Compressor, BZ2Decompressor)
