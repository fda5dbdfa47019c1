# The module _blake2: the classes blake2b and blake2s. They keep what they were given, and the core (native/core/blake2.c) hashes it when a digest is
# asked for.
from _hashes import _NOTHING, _one_argument
from _krait import blake2 as _hash, seal_types as _seal_types, to_index as _to_index

_GIL_MINSIZE = 2048


def _bytes_of(data):
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    return bytes(data) if isinstance(data, (bytes, bytearray)) else bytes(memoryview(data))


def _int(n):
    n = _to_index(n)
    if not -1 << 31 <= n < 1 << 31:
        raise OverflowError("Python int too large to convert to C int")
    return n


def _unsigned(n, type):
    n = _to_index(n)
    if n < 0:
        raise ValueError("Cannot convert negative int")
    if n >> 64:
        raise OverflowError(f"Python int too large for C {type}")
    return n


class _Blake2:
    __slots__ = ("_data", "_parameters", "_last_node", "_size", "__weakref__")

    def __new__(cls, data=_NOTHING, *, digest_size=_NOTHING, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0,
                inner_size=0, last_node=False, usedforsecurity=True, string=None):
        data = _one_argument(data, string)
        label = cls._label
        most = cls.MAX_DIGEST_SIZE
        digest_size = most if digest_size is _NOTHING else _int(digest_size)
        fanout, depth, node_depth, inner_size = _int(fanout), _int(depth), _int(node_depth), _int(inner_size)
        leaf_size, node_offset = _unsigned(leaf_size, "unsigned long"), _unsigned(node_offset, "unsigned long long")
        for given in (key, salt, person):
            if isinstance(given, str):
                raise TypeError(f"a bytes-like object is required, not '{type(given).__name__}'")
        if not 1 <= digest_size <= most:
            raise ValueError(f"digest_size for {label} must be between 1 and {most} bytes, here it is {digest_size}")
        if len(salt) > cls.SALT_SIZE:
            raise ValueError(f"maximum salt length is {cls.SALT_SIZE} bytes")
        if len(person) > cls.PERSON_SIZE:
            raise ValueError(f"maximum person length is {cls.PERSON_SIZE} bytes")
        if not 0 <= fanout <= 255:
            raise ValueError("fanout must be between 0 and 255")
        if not 1 <= depth <= 255:
            raise ValueError("depth must be between 1 and 255")
        if leaf_size > 0xFFFFFFFF:
            raise OverflowError("leaf_size is too large")
        if node_offset >> 8 * cls._offset_bytes:
            raise OverflowError("node_offset is too large")
        if not 0 <= node_depth <= 255:
            raise ValueError("node_depth must be between 0 and 255")
        if not 0 <= inner_size <= most:
            raise ValueError(f"inner_size must be between 0 and is {most}")
        if len(key) > cls.MAX_KEY_SIZE:
            raise ValueError(f"maximum key length is {cls.MAX_KEY_SIZE} bytes")
        self = object.__new__(cls)
        head = bytes((digest_size, len(key), fanout, depth)) + leaf_size.to_bytes(4, "little")
        middle = node_offset.to_bytes(cls._offset_bytes, "little") + bytes((node_depth, inner_size)) + bytes(cls._reserved)
        self._parameters = head + middle + bytes(salt).ljust(cls.SALT_SIZE, b"\0") + bytes(person).ljust(cls.PERSON_SIZE, b"\0")
        self._last_node = bool(last_node)
        self._size = digest_size
        self._data = bytearray(bytes(key).ljust(cls._block, b"\0") if key else b"")
        self._data += _bytes_of(data)
        return self

    def __init_subclass__(cls):
        if cls.__module__ != "_blake2":
            raise TypeError(f"type '_blake2.{cls.__mro__[1].__name__}' is not an acceptable base type")

    def update(self, data, /):
        """Update this hash object's state with the provided bytes-like object."""
        self._data += _bytes_of(data)

    def copy(self):
        """Return a copy of the hash object."""
        other = object.__new__(type(self))
        other._data = bytearray(self._data)
        other._parameters, other._last_node, other._size = self._parameters, self._last_node, self._size
        return other

    def digest(self):
        """Return the digest value as a bytes object."""
        return _hash(self._word, self._parameters, self._data, self._last_node, self._size)

    def hexdigest(self):
        """Return the digest value as a string of hexadecimal digits."""
        return self.digest().hex()

    @property
    def name(self):
        return type(self).__name__

    @property
    def digest_size(self):
        return self._size

    @property
    def block_size(self):
        return self._block


class blake2b(_Blake2):
    """Return a new BLAKE2b hash object."""
    __module__ = "_blake2"
    __slots__ = ()
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16
    _label, _word, _block, _offset_bytes, _reserved = "Blake2b", 8, 128, 8, 14


class blake2s(_Blake2):
    """Return a new BLAKE2s hash object."""
    __module__ = "_blake2"
    __slots__ = ()
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8
    _label, _word, _block, _offset_bytes, _reserved = "Blake2s", 4, 64, 6, 0


BLAKE2B_MAX_DIGEST_SIZE = BLAKE2B_MAX_KEY_SIZE = 64
BLAKE2B_SALT_SIZE = BLAKE2B_PERSON_SIZE = 16
BLAKE2S_MAX_DIGEST_SIZE = BLAKE2S_MAX_KEY_SIZE = 32
BLAKE2S_SALT_SIZE = BLAKE2S_PERSON_SIZE = 8
_seal_types(blake2b, blake2s)
