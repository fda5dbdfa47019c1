# hashlib derives keys and makes hashes by name, and hmac.digest() takes either
import hashlib
import hmac
print(hashlib.new("sha3_256", b"x").hexdigest()[:16], hashlib.new("SHA256", b"x").name)
# expect: 741efa311f976869 sha256
print(hmac.digest(b"k", b"m", "sha512").hex()[:16], hmac.new(b"k", b"m", hashlib.md5).hexdigest())
# expect: 94ec958658ae2d2e ed7e724d3a91554aaa2043041d9c5305
try:
    hashlib.new("nope")
except ValueError as error:
    print(type(error).__name__)  # expect: ValueError
if hasattr(hashlib, "pbkdf2_hmac"):
    key = hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000)
    assert key.hex() == "632c2812e46d4604102ba7618e9d6d7d2f8128f6266b4a03264d2a0460b7dcb3", key.hex()
    key = hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1)
    # (RFC 7914)
    assert key.hex().startswith("77d6576238657b203b19ca42c18a0497"), key.hex()
    for wrong in (dict(iterations=0), dict(iterations=1, dklen=0)):
        try:
            hashlib.pbkdf2_hmac("sha1", b"", b"", **wrong)
        except ValueError as error:
            assert "must be greater than 0" in str(error)
        else:
            raise AssertionError
