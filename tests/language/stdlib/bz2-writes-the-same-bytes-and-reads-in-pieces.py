# bzip2 writes what bzip2's library writes, and reads in pieces of every size; wrong data is refused
import bz2, hashlib, io, random
r=random.Random(5)
def h(b): return len(b), hashlib.md5(b).hexdigest()
cases=[b"",b"a",b"hello"*1000+b"!",r.randbytes(200000),("".join(r.choice("abcdefgh \n") for _ in range(300000))).encode(), bytes(range(256))*500+b"end", b"aaaa"+b"b"*259+b"c"*4+b"d"*255+b"e"*256, bytes(r.choice(b"\0\1\2") for _ in range(100000)), b"\xff"*900123+b"x"+b"\xfe"*70000]
for c in cases:
    for l in (1,9):
        z=bz2.compress(c,l); assert bz2.decompress(z)==c; print(l,h(z))
# expect: 1 (14, 'f3cea56bf9115371a573fa1aff5c8c33')
# expect: 9 (14, '4059d198768f9f8dc9372dc1c54bc3c3')
# expect: 1 (37, '5fcc0a8948a01daa068ef37f4f50731c')
# expect: 9 (37, 'f863253854f336359e992e575784e9f5')
# expect: 1 (51, '9576bcbf0b813f9fc6398bcffc04dd81')
# expect: 9 (51, '15c303c938de8ef9597ec45b41f5c862')
# expect: 1 (201658, 'b71ac042ab9d41657a8bc0843ca8142b')
# expect: 9 (201272, '5cb29151512edd43293c1fdaf59cee9f')
# expect: 1 (129448, '2c7de216cf838e6ec3123a5a6c41eac6')
# expect: 9 (129370, '3b19e7172ccd9e380cf4dd0eb68e1871')
# expect: 1 (1744, '43793a7eac0a48ae5cab57fa127813bd')
# expect: 9 (925, 'fa0160d24e3368e698c8b0b9f2c5e0cd')
# expect: 1 (55, '9c6212fcc72051f8950b1e4ad1c3a18f')
# expect: 9 (55, 'f3ee85b52f65b111e6c127e3475300b2')
# expect: 1 (22613, '6be41c7bfe8399a577922a3568cecb18')
# expect: 9 (22594, '2c064e47a37f5fb2829dd0b929cf87c8')
# expect: 1 (61, '5602a6754b500d95a7f95e4a9ac48535')
# expect: 9 (61, '7e3fc37b71fa4d690d33ccc12f28c025')
z=bz2.compress(cases[3])
for size in (1,7,1000):
    d=bz2.BZ2Decompressor(); out=b""
    if size==1: zz=bz2.compress(b"small data"*50)
    else: zz=z
    zz+=b"tail"
    for i in range(0,len(zz),size):
        if d.eof: print("rest",i); break
        out+=d.decompress(zz[i:i+size])
    print(h(out), d.eof, d.unused_data, d.needs_input)
# expect: rest 57
# expect: (500, 'be83f7b98ce8e175aea4588696a5e4c6') True b'' False
# expect: (200000, '39401334c0c654e07be38983bee3cf30') True b'tail' False
# expect: (200000, '39401334c0c654e07be38983bee3cf30') True b'tail' False
d=bz2.BZ2Decompressor(); o=d.decompress(z,10); n=0
while not d.eof:
    o+=d.decompress(b"",50000); n+=1
print(h(o), n)  # expect: (200000, '39401334c0c654e07be38983bee3cf30') 4
for bad in (b"BZh0",b"XX",z[:100]+b"\0"+z[101:],z[:-3]+b"abc"):
    d=bz2.BZ2Decompressor()
    for _ in range(1 + (bad[-3:] != b"abc")):
        try: print(len(d.decompress(bad)), d.eof)
        except Exception as e: print(type(e).__name__, e)
# expect: OSError Invalid data stream
# expect: OSError Invalid data stream
# expect: OSError Invalid data stream
# expect: OSError Invalid data stream
# expect: OSError Invalid data stream
# expect: OSError Invalid data stream
# expect: OSError Invalid data stream
try: bz2.decompress(z[:50])
except Exception as e: print(type(e).__name__, e)
# expect: ValueError Compressed data ended before the end-of-stream marker was reached
print(len(bz2.decompress(z+bz2.compress(b"xyz"))))  # expect: 200003
b=io.BytesIO()
with bz2.open(b,"wt") as f:
    for i in range(1000): f.write(f"line {i}\n")
b.seek(0)
with bz2.open(b,"rt") as f: print(sum(1 for _ in f))  # expect: 1000
c=bz2.BZ2Compressor(); c.flush()
for f in (lambda:c.flush(),lambda:c.compress(b""),lambda:bz2.BZ2Compressor(0),lambda:bz2.compress("x"),lambda:bz2.compress(b"x",10)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# expect: ValueError Repeated call to flush()
# expect: ValueError Compressor has been flushed
# expect: ValueError compresslevel must be between 1 and 9
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError compresslevel must be between 1 and 9
