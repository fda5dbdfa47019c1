# The module _hashes: the classes of hashlib's hash objects. Their states are TypeScript's (hashes.ts), and most never need one: what is hashed is
# collected first, and little of it is hashed in one step.
from _krait import seal_types as _seal_types

implementation = "OpenSSL"
_new = object.__new__
_MOST_COLLECTED = 4096  # bytes
_known_names = set()
_types = []


def _bytes_of(data):
    if type(data) is bytes or type(data) is bytearray:
        return data
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("object supporting the buffer API required") from None


_NOTHING = object()  # no data were given


def _one_argument(data, string):
    if data is _NOTHING:
        return b"" if string is None else string
    if string is not None:
        raise TypeError("'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a "
                        "future version.")
    return data


class _State:
    # A state of TypeScript's, given back when it dies.
    __slots__ = ("place",)

    def __init__(self, place):
        self.place = place

    def __del__(self):
        _forget(self.place)


class _Hash:
    __slots__ = ("_data", "_state", "__weakref__")  # bytes that the state has not taken in yet; None: there is no state

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create '{cls.__module__}.{cls.__qualname__}' instances")

    def update(self, data, /):
        """Update this hash object's state with the provided string."""
        data = _bytes_of(data)
        if len(self._data) + len(data) <= _MOST_COLLECTED:
            self._data += data
        else:
            _update(self._place(), data)

    def _place(self):
        # Of the state, which knows everything so far.
        if self._state is None:
            self._state = _State(_start(self._name))
        place = self._state.place
        if self._data:
            _update(place, self._data)
            self._data = b""
        return place

    def copy(self):
        """Return a copy of the hash object."""
        other = _new(type(self))
        other._data = self._data
        other._state = None if self._state is None else _State(_copy(self._state.place))
        return other

    def digest(self):
        """Return the digest value as a bytes object."""
        return _digest_of(self._name, self._data) if self._state is None else _digest(self._place())

    def hexdigest(self):
        """Return the digest value as a string of hexadecimal digits."""
        return self.digest().hex()

    def __repr__(self):
        return f"<{self.name} {type(self).__module__}.{type(self).__qualname__} object @ {id(self):#x}>"

    @property
    def name(self):
        return self._name

    @property
    def digest_size(self):
        return self._digest_size

    @property
    def block_size(self):
        return self._block_size


class _Shake(_Hash):
    __slots__ = ()

    def digest(self, length, /):
        """Return the digest value as a bytes object."""
        if length < 0:
            raise ValueError("Cannot convert negative int")
        return _squeeze(self._place(), length)

    def hexdigest(self, length, /):
        """Return the digest value as a string of hexadecimal digits."""
        return self.digest(length).hex()


def _type(module, type_name, name, digest_size, block_size, base=_Hash):
    cls = type(type_name, (base,), {"__module__": module, "__slots__": (), "_name": name, "_digest_size": digest_size, "_block_size": block_size})
    _types.append(cls)
    return cls


def _begin(cls, data, string):
    data = _bytes_of(_one_argument(data, string))
    if cls._name not in _known_names:
        _check_name(cls._name)
        _known_names.add(cls._name)
    self = _new(cls)
    self._data = b""
    self._state = None
    if data:
        self.update(data)
    return self


# Each hash's function and type. (Functions of the module itself, not of a factory: as attributes of a class they do not become methods.)
MD5Type = _type("_md5", "md5", "md5", 16, 64)
SHA1Type = _type("_sha1", "sha1", "sha1", 20, 64)
SHA224Type = _type("_sha2", "SHA224Type", "sha224", 28, 64)
SHA256Type = _type("_sha2", "SHA256Type", "sha256", 32, 64)
SHA384Type = _type("_sha2", "SHA384Type", "sha384", 48, 128)
SHA512Type = _type("_sha2", "SHA512Type", "sha512", 64, 128)
_SHA3_224 = _type("_sha3", "sha3_224", "sha3_224", 28, 144)
_SHA3_256 = _type("_sha3", "sha3_256", "sha3_256", 32, 136)
_SHA3_384 = _type("_sha3", "sha3_384", "sha3_384", 48, 104)
_SHA3_512 = _type("_sha3", "sha3_512", "sha3_512", 64, 72)
_SHAKE_128 = _type("_sha3", "shake_128", "shake_128", 0, 168, _Shake)
_SHAKE_256 = _type("_sha3", "shake_256", "shake_256", 0, 136, _Shake)


def md5(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(MD5Type, data, string)
def sha1(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(SHA1Type, data, string)
def sha224(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(SHA224Type, data, string)
def sha256(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(SHA256Type, data, string)
def sha384(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(SHA384Type, data, string)
def sha512(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(SHA512Type, data, string)
def sha3_224(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(_SHA3_224, data, string)
def sha3_256(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(_SHA3_256, data, string)
def sha3_384(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(_SHA3_384, data, string)
def sha3_512(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(_SHA3_512, data, string)
def shake_128(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(_SHAKE_128, data, string)
def shake_256(data=_NOTHING, *, usedforsecurity=True, string=None): return _begin(_SHAKE_256, data, string)


for _function, _cls in ((md5, MD5Type), (sha1, SHA1Type), (sha224, SHA224Type), (sha256, SHA256Type), (sha384, SHA384Type), (sha512, SHA512Type),
                        (sha3_224, _SHA3_224), (sha3_256, _SHA3_256), (sha3_384, _SHA3_384), (sha3_512, _SHA3_512),
                        (shake_128, _SHAKE_128), (shake_256, _SHAKE_256)):
    _function.__module__ = _cls.__module__
_seal_types(*_types)
