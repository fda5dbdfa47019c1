# digests of texts that fill their blocks in every way, in one step and in several; files read whole
import hashlib, hmac, io, os, tempfile
for name in "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b":
    together = hashlib.sha256()
    for length in range(420):
        data = bytes((n * 7 + length) & 255 for n in range(length))
        whole = hashlib.new(name, data)
        parts = getattr(hashlib, name)()
        parts.update(bytearray(data[:length // 3]))
        half = parts.copy()
        parts.update(memoryview(data)[length // 3:])
        half.update(data[length // 3:])
        assert whole.digest() == parts.digest() == half.digest() and whole.hexdigest() == parts.hexdigest() == whole.digest().hex()
        together.update(whole.digest())
    print(name, together.hexdigest())
# expect: md5 5cf8a04cd39ca5157a203eea7aa7014481cff0a157e8d4858af64b49a55973be
# expect: sha1 50ab971e89c164bce10da0b047c423a42829ad19eb73cc20303e80b9d7a2d640
# expect: sha224 3c2c40e83bd7b0eb3bdc0e3e2ce0ce33d817158fed70d7fe395cf20238dc045b
# expect: sha256 9c801f592273716dd3e9fa9a93d472cf37f7236d55679d57c2c732ca86dc263f
# expect: sha384 d1ff7a99499e66ed9f0dd75db768a181a802262195930ee68b0050a6bb97fed5
# expect: sha512 18d7e71c5d4296073baa19da4d3f7def543279769c6de846e3f37aeb69399351
# expect: sha3_256 793d95f8d14603b0d7b5d5bfa39da738b9fef02d80950bc17dafe806d51f5087
# expect: blake2b d6555ca873e54aa50fe7625f8f4186bf5cdf47e4bc9d2637abf984da300bca84
print(hmac.new(b"key", b"text", "sha256").hexdigest())
# expect: 6afa9046a9579cad143a384c1b564b9a250d27d6f6a63f9f20bf3a7594c9e2c6

name = os.path.join(tempfile.mkdtemp(), "file")
for size in 0, 1, 4095, 4096, 4097, 70000, 300000:
    data = bytes(n * 31 & 255 for n in range(size))
    with open(name, "wb") as file:
        file.write(data)
    with open(name, "rb") as file:
        first = file.read(size // 2)
        assert first + file.read() == data and file.read() == b"" and file.tell() == size
    with open(name, "rb", buffering=0) as file:
        file.seek(size // 3)
        assert file.readall() == data[size // 3:] and file.tell() == size and file.read() == b""
    with open(name, "rb") as file, open(name, "ab") as more:
        file.seek(size // 4)
        more.write(b"more")
        more.flush()
        assert file.read() == data[size // 4:] + b"more"
        os.truncate(name, size // 2)
        file.seek(1)
        assert file.read() == data[1:size // 2] and file.tell() == max(1, size // 2)
    with open(name, "r+", encoding="latin-1", newline="") as file:
        assert file.read() == data[:size // 2].decode("latin-1")
        file.write("z")
    assert open(name, "rb").read() == data[:size // 2] + b"z"
print("read")  # expect: read
