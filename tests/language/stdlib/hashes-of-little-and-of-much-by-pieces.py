# hashes take their data in one piece or many, short or long, and copies go their own ways
import hashlib, hmac

for name in "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b":
    new = getattr(hashlib, name)
    print(name, new().hexdigest()[:16], new(b"abc").hexdigest()[:16], hashlib.new(name, b"abc").digest()[:4], new(b"").digest_size, new().block_size, new().name)
    for size in 0, 1, 63, 64, 4095, 4096, 4097, 10000:
        data = bytes(i % 251 for i in range(size))
        whole = new(data)
        by_pieces = new()
        for i in range(0, size, 100):
            by_pieces.update(data[i:i + 100])
        copy = by_pieces.copy()
        copy.update(b"more")
        by_pieces.update(bytearray(b""))
        print(size, whole.hexdigest()[-8:], whole.digest() == by_pieces.digest() == by_pieces.digest(), copy.digest() == new(data + b"more").digest())
# expect: md5 d41d8cd98f00b204 900150983cd24fb0 b'\x90\x01P\x98' 16 64 md5
# expect: 0 ecf8427e True True
# expect: 1 4fd59f71 True True
# expect: 63 a7185e72 True True
# expect: 64 9b5e7148 True True
# expect: 4095 b613da70 True True
# expect: 4096 6cf822d5 True True
# expect: 4097 96a6ef6d True True
# expect: 10000 edaa3594 True True
# expect: sha1 da39a3ee5e6b4b0d a9993e364706816a b'\xa9\x99>6' 20 64 sha1
# expect: 0 afd80709 True True
# expect: 1 eda2784f True True
# expect: 63 e28364bd True True
# expect: 64 69917ec7 True True
# expect: 4095 b91bfc6e True True
# expect: 4096 cbdb75fc True True
# expect: 4097 b0381329 True True
# expect: 10000 db8b05b5 True True
# expect: sha224 d14a028c2a3a2bc9 23097d223405d822 b'#\t}"' 28 64 sha224
# expect: 0 c5b3e42f True True
# expect: 1 5f59b073 True True
# expect: 63 6971998f True True
# expect: 64 ab73531e True True
# expect: 4095 b2d8279f True True
# expect: 4096 8f606d6b True True
# expect: 4097 57c1fde5 True True
# expect: 10000 0f8e4011 True True
# expect: sha256 e3b0c44298fc1c14 ba7816bf8f01cfea b'\xbax\x16\xbf' 32 64 sha256
# expect: 0 7852b855 True True
# expect: 1 17afa01d True True
# expect: 63 cdb9e488 True True
# expect: 64 d9151108 True True
# expect: 4095 4f7b999d True True
# expect: 4096 a2ceffca True True
# expect: 4097 43f74436 True True
# expect: 10000 fc6822c7 True True
# expect: sha384 38b060a751ac9638 cb00753f45a35e8b b'\xcb\x00u?' 48 128 sha384
# expect: 0 4898b95b True True
# expect: 1 08a11717 True True
# expect: 63 a2639ddf True True
# expect: 64 3824fc0a True True
# expect: 4095 6d688a0f True True
# expect: 4096 0420b125 True True
# expect: 4097 5d870424 True True
# expect: 10000 4fcdcf8c True True
# expect: sha512 cf83e1357eefb8bd ddaf35a193617aba b'\xdd\xaf5\xa1' 64 128 sha512
# expect: 0 f927da3e True True
# expect: 1 e36910ee True True
# expect: 63 5c2c0561 True True
# expect: 64 c4873949 True True
# expect: 4095 4ed528cd True True
# expect: 4096 ebdf36a2 True True
# expect: 4097 be444078 True True
# expect: 10000 a7c22c9c True True
# expect: sha3_256 a7ffc6f8bf1ed766 3a985da74fe225b2 b':\x98]\xa7' 32 136 sha3_256
# expect: 0 80f8434a True True
# expect: 1 f531e7d0 True True
# expect: 63 e2519560 True True
# expect: 64 1f490402 True True
# expect: 4095 1121f1ee True True
# expect: 4096 94c2cda2 True True
# expect: 4097 908bf8fa True True
# expect: 10000 1365673b True True
# expect: blake2b 786a02f742015903 ba80a53f981c4d0d b'\xba\x80\xa5?' 64 128 blake2b
# expect: 0 fe9be2ce True True
# expect: 1 7a506e4b True True
# expect: 63 df26eb63 True True
# expect: 64 e5ff0052 True True
# expect: 4095 dd2989aa True True
# expect: 4096 954cc95f True True
# expect: 4097 1694e0dd True True
# expect: 10000 369c1fe4 True True
h = hashlib.sha256()
for i in range(3000):
    h.update(b"abcdefgh")
    if i % 999 == 0:
        h.hexdigest()
print(h.hexdigest())  # expect: bd829f8110234bcbbdf338e696075fe7a39b47729314de1ab8907edf6f40ebbd
mutable = bytearray(b"abc")
h = hashlib.md5(mutable)
mutable[0] = 0
print(h.hexdigest(), hashlib.md5(memoryview(b"abc")).hexdigest())
# expect: 900150983cd24fb0d6963f7d28e17f72 900150983cd24fb0d6963f7d28e17f72
for bad in "text", 1, None:
    try:
        hashlib.sha1(bad)
    except TypeError as error:
        print(error)
# expect: Strings must be encoded before hashing
# expect: object supporting the buffer API required
# expect: object supporting the buffer API required
try:
    hashlib.new("nonsense")
except ValueError as error:
    print(error)  # expect: unsupported hash type nonsense
s = hashlib.shake_128(b"a" * 5000)
print(s.hexdigest(8), s.digest(0), hashlib.shake_256(b"a").hexdigest(4))
# expect: 0c09a5cdc9bb9f42 b'' 867e2cb0
print(hmac.new(b"key", b"message", "sha256").hexdigest(), hmac.digest(b"key", b"message", "sha1").hex())
# expect: 6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a 2088df74d5f2146b48146caf4965377e9d0be3a4
copies = [hashlib.sha256(b"x" * 5000) for _ in range(50)]
copies += [c.copy() for c in copies]
print(len({c.hexdigest() for c in copies}))  # expect: 1
