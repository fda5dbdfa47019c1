# hmac objects are updated and copied, digests compared only where both are bytes or both are ASCII text
import hmac,hashlib
for n in ("md5","sha1","sha256","sha3_256","sha512"):
    h=hmac.new(b"key"*30,b"msg",n); h.update(b"more"); c=h.copy(); c.update(b"x"); print(n,h.hexdigest()[:20],c.hexdigest()[:20],h.name,h.block_size,h.digest_size)
# expect: md5 3fa842df2c506591d2b1 1e45201f74efe79731a6 hmac-md5 64 16
# expect: sha1 3c81e46b323fe20b02cd beb02c26cd13526aa0aa hmac-sha1 64 20
# expect: sha256 9a29a397cf2c22e0bec9 aa5d51efc0d246a2cd96 hmac-sha256 64 32
# expect: sha3_256 315e6ec3e6f7fdc68183 89a51caa538331ccd28f hmac-sha3_256 136 32
# expect: sha512 f6ff3f2bc60fc869e4e3 fb8929d8bd39cb8ac074 hmac-sha512 128 64
print(hmac.digest(b"k",b"m","sha256").hex()[:20])  # expect: b60090e3052297aeb5a0
print(hmac.new(b"k",b"m",hashlib.sha256).hexdigest()[:20])  # expect: b60090e3052297aeb5a0
for a,b in ((5,5),("a",b"a"),(b"a",5),([1],[1]),("é","é"),(b"ab",bytearray(b"ab")),(memoryview(b"x"),b"x"),("a","a"),(b"a",b"b"),(b"a",b"ab")):
    try: print(hmac.compare_digest(a,b))
    except TypeError as e: print("TypeError",e)
# expect: TypeError unsupported operand types(s) or combination of types: 'int' and 'int'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'int'
# expect: TypeError unsupported operand types(s) or combination of types: 'list' and 'list'
# expect: TypeError comparing strings with non-ASCII characters is not supported
# expect: True
# expect: True
# expect: True
# expect: False
# expect: False
