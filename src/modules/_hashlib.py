# The module _hashlib: what CPython takes from OpenSSL beyond single hash functions. Hashes are those of _hashes; key derivation is node:crypto's (hashes.ts).
import _hashes
from _hashes import _Hash as HASH, _Shake as HASHXOF, _bytes_of
from _operator import _compare_digest as compare_digest

from _hashes import (
    md5 as openssl_md5,
    sha1 as openssl_sha1,
    sha224 as openssl_sha224,
    sha256 as openssl_sha256,
    sha384 as openssl_sha384,
    sha512 as openssl_sha512,
    sha3_224 as openssl_sha3_224,
    sha3_256 as openssl_sha3_256,
    sha3_384 as openssl_sha3_384,
    sha3_512 as openssl_sha3_512,
    shake_128 as openssl_shake_128,
    shake_256 as openssl_shake_256,
)

_constructors = {
    "md5": openssl_md5,
    "sha1": openssl_sha1,
    "sha224": openssl_sha224,
    "sha256": openssl_sha256,
    "sha384": openssl_sha384,
    "sha512": openssl_sha512,
    "sha3_224": openssl_sha3_224,
    "sha3_256": openssl_sha3_256,
    "sha3_384": openssl_sha3_384,
    "sha3_512": openssl_sha3_512,
    "shake_128": openssl_shake_128,
    "shake_256": openssl_shake_256,
}
_names = {constructor: name for name, constructor in _constructors.items()}
openssl_md_meth_names = frozenset(_constructors)
# Where CPython lets other threads run while it hashes.
_GIL_MINSIZE = 2048


class UnsupportedDigestmodError(ValueError):
    pass


def get_fips_mode():
    """Determine the OpenSSL FIPS mode of operation."""
    return 0


def _digest_name(digest):
    if isinstance(digest, str):
        name = digest.lower().replace("-", "_") if digest.lower().startswith("sha3") else digest.lower().replace("-", "")
    else:
        name = _names.get(digest)
    if name not in _constructors:
        raise UnsupportedDigestmodError(f"Unsupported digestmod {digest}")
    return name


def new(name, data=_hashes._NOTHING, *, usedforsecurity=True, string=None):
    """Return a new hash object using the named algorithm."""
    if not isinstance(name, str):
        raise TypeError("name must be a string")
    data = _hashes._one_argument(data, string)
    try:
        constructor = _constructors[_digest_name(name)]
    except UnsupportedDigestmodError:
        raise ValueError(f"unsupported hash type {name}") from None
    return constructor(data, usedforsecurity=usedforsecurity)


class HMAC:
    """The object used to calculate HMAC of a message."""

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_hashlib.HMAC' instances")

    @property
    def digest_size(self):
        return self._inner.digest_size

    @property
    def block_size(self):
        return self._inner.block_size

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        """Update the HMAC object with msg."""
        self._inner.update(_bytes_of(msg))

    def copy(self):
        """Return a copy ("clone") of the HMAC object."""
        return _hmac_of(self._inner.copy(), self._outer.copy())

    def digest(self):
        """Return the digest of the bytes passed to the update() method so far."""
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        """Return hexadecimal digest of the bytes passed to the update() method so far."""
        return self.digest().hex()

    def __repr__(self):
        return f"<{self._inner.name} HMAC object @ {id(self):#x}>"


def _hmac_of(inner, outer):
    made = object.__new__(HMAC)
    made._inner = inner
    made._outer = outer
    return made


_INNER_PAD = bytes(x ^ 0x36 for x in range(256))
_OUTER_PAD = bytes(x ^ 0x5C for x in range(256))


def hmac_new(key, msg=b"", digestmod=None):
    """Return a new hmac object."""
    if digestmod is None:
        raise TypeError("Missing required parameter 'digestmod'.")
    make = _constructors[_digest_name(digestmod)]
    if make in (openssl_shake_128, openssl_shake_256):
        raise UnsupportedDigestmodError(f"Unsupported digestmod {digestmod}")
    key = _bytes_of(key)
    inner, outer = make(), make()
    if len(key) > inner.block_size:
        key = make(key).digest()
    key = key.ljust(inner.block_size, b"\0")
    outer.update(key.translate(_OUTER_PAD))
    inner.update(key.translate(_INNER_PAD))
    if msg is not None:
        inner.update(_bytes_of(msg))
    return _hmac_of(inner, outer)


def hmac_digest(key, msg, digest):
    """Single-shot HMAC."""
    return _hmac(_digest_name(digest), _bytes_of(key), _bytes_of(msg))


def _positive(value, name):
    if value < 1:
        raise ValueError(f"{name} must be greater than 0.")
    return value


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}")
    try:
        name = _digest_name(hash_name)
    except UnsupportedDigestmodError:
        raise UnsupportedDigestmodError(f"unsupported hash type {hash_name}") from None
    password, salt = _bytes_of(password), _bytes_of(salt)
    iterations = _positive(iterations.__index__(), "iteration value")
    length = _constructors[name]().digest_size if dklen is None else _positive(dklen.__index__(), "key length")
    if iterations > 0x7fffffff:
        raise OverflowError("iteration value is too great.")
    if length > 0x7fffffff:
        raise OverflowError("key length is too great.")
    return _pbkdf2(name, password, salt, iterations, length)


def scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64):
    """scrypt password-based key derivation function."""
    password = _bytes_of(password)
    if salt is None:
        raise TypeError("salt is required")
    salt = _bytes_of(salt)
    if n is None or n < 2 or n & (n - 1):
        raise ValueError("n must be a power of 2 and larger than 1" if n is not None else "n is required")
    if r is None or p is None:
        raise TypeError(f"{'r' if r is None else 'p'} is required and must be an unsigned int")
    if maxmem < 0 or maxmem > 0x7fffffff:
        raise ValueError(f"maxmem must be positive and smaller than {0x7fffffff}")
    if dklen < 1 or dklen > 0x7fffffff:
        raise ValueError(f"dklen must be greater than 0 and smaller than {0x7fffffff}")
    if r < 1 or p < 1 or 128 * n * r > (maxmem or 32 * 1024 * 1024) or r * p >= 1 << 30:
        raise ValueError("Invalid parameter combination for n, r, p, maxmem.")
    return _scrypt(password, salt, n, r, p, dklen)
