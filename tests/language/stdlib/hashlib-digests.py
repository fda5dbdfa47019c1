# hashlib digests
import hashlib

print(hashlib.md5(b"abc").hexdigest(), hashlib.sha1(b"").hexdigest(), hashlib.sha256(b"abc").hexdigest())
# expect: 900150983cd24fb0d6963f7d28e17f72 da39a3ee5e6b4b0d3255bfef95601890afd80709 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
h = hashlib.sha512()
h.update(b"a")
h.update(b"b")
print(h.hexdigest()[:32], h.digest_size, h.name)  # expect: 2d408a0717ec188158278a796c689044 64 sha512
