# blake2 of every block length, zlib streams at once and in pieces, normal forms, wide encodings, sizes of structs
import hashlib, zlib, unicodedata, struct, bisect, os, random
random.seed(3)
for n in (0,1,63,64,65,127,128,129,255,256,1000,5000):
    d=bytes(random.randrange(256) for _ in range(n))
    print(n, hashlib.blake2b(d).hexdigest()[:40], hashlib.blake2s(d).hexdigest()[:40], hashlib.blake2b(d,key=b"k"*30,salt=b"s",person=b"p",digest_size=20,fanout=2,depth=3,leaf_size=9,node_offset=7,node_depth=1,inner_size=30,last_node=True).hexdigest(), hashlib.blake2s(d,key=b"abc",last_node=True,node_offset=2**40).hexdigest()[:30])
    for w in (15,-15,31,-9):
        c=zlib.compressobj(6,8,w); z=c.compress(d)+c.flush()
        assert zlib.decompress(z,w)==d
        o=zlib.decompressobj(w); assert o.decompress(z+b"tail")==d and o.unused_data==b"tail" and o.eof
        o=zlib.decompressobj(w); r=b"".join(o.decompress(z[i:i+7]) for i in range(0,len(z),7)); assert r+o.flush()==d and o.eof, (n,w)
        if n>5:
            try: zlib.decompress(z[:-1],w); print("??")
            except zlib.error as e: print(e)
            try: zlib.decompress(z[:-5],w); print("??")
            except zlib.error as e: print(e)
            o=zlib.decompressobj(w); x=o.decompress(z[:len(z)//2]); print(len(x)<=n, o.eof); print(o.decompress(z[len(z)//2:])==d[len(x):], o.eof)
# expect: 0 786a02f742015903c6c6fd852552d272912f4740 69217a3079908094e11121d042354a7c1f55b648 c1c81103a67e077deb4395cc4e21fd18d28f25ec 2d9225ecd2c3f2754798c00dea42e3
# expect: 1 b0e6cc243c674f234a1952c9df71b73696eca9d1 6b72b1d2f40706e48e0787bf521740fdb55e7f8a 56e3dfbfb488654985cd65ba646ec59e81f0d1b4 c9554279d791da2377c85a0da0dc0b
# expect: 63 7c26352e1970210fd1d23cd6954dd71a574134f5 987e6de30e4e811f7537a30fb4fc53a132bcc0ed f45a5161fa71f4ae6aa6b1c430e23cb1bc1263f0 f791d324605b903a67e1af75d8569f
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: 64 4cf1d40f02eebe0fa9d285aaa9763d8e7f4100ec f701aec093d6ac0d996e8a1f48b4e900a233cb22 2713a9ce6f2db65298b17025050fcbc6b424d5b5 3c36cb522859c4673c56c066849462
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: 65 9d4211509c10aafbd6b91678b660690ccbfb17cb 2f2ab1e34c4e4c90c0c1fbbf34ec78eee95da170 0829ced36e205f897891a5aa9f647eebb9f7106b b252f3e039c81decd1a01b20ae5391
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: 127 092d2b7579401f3703aaf8ea4648f1ede8579a5f 0d8eba7383d3647d8ad93bb36037bdb6de7360e3 bb7deea7291299f5ffe4fd7b029efaa4728ead76 2970a9e8f98e2e157f29fb83efecb2
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: 128 072802bd760337e5ff6bbe54f93c6b31b4dd52a2 f7d65141518bc8da7bd5e42d5bd2713608ebaac9 6f0138d390baa183877df0fded511a8f565982ad dd9923130371e032591783af3485d0
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: 129 140e5e8b2bf1a825f8f9efce126e099817b3d995 371d243c6b9019e1aed9053be1e1c7faffdb2b0a 642c7aeba0ba121a92b088872f1450a64b5a0188 54d6ec1b065f7afea2e90a3e818346
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: 255 922c14730792bfff9f38a01150e4a989da893d00 37785dd0a2200270fc62454dc9ae705bce1577e0 8bbb3bceb12c063661e84a684a24eef1e1de906b c3afe881b7c7cb8e880da60ddd96a1
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: 256 3f4bd29d45eb0ea4f064bf8d10fb7051bccc6fa6 dd9315040240153ca9c0140eebc2754fd62eab6c 59cde8312e17376d250dd5984e2e5ba9b4b761db e687c410135f972a9fe924df123a7d
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: 1000 ab9ac2daea1fbc88a050faaea3ca51d8f59945ef 89fe27e33218b63a5c2dbed982b78839d5e7ecb7 1ff7d6d928aa719b6d2ab6f515f346e5c271e61d 513662d2b9115a323f27a1c58f6dce
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: 5000 ecbc642492f859c1ce7485d84b628089318eb528 8361296df76136acb698b493c02e3207b0d1dea7 94debff2464b981d7fd757fb36017f90ec16efed 467976c151ad3790e7ee20667f4e11
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: Error -5 while decompressing data: incomplete or truncated stream
# expect: True False
# expect: True True
try: zlib.decompress(b"x\x9c\xff\xff\xff\xff")
except zlib.error as e: print(e)  # expect: Error -3 while decompressing data: invalid block type
d=b"ab"*400000; z=zlib.compress(d); print(zlib.decompress(z)==d, len(zlib.decompressobj().decompress(z)))
# expect: True 800000
for s in ("é"*5,"abc","Привет мир","日本語テキスト","한국어 각","e\u0301x","\u1100\u1161\u11a8","ﬁ½","\u0344","a\u0327\u0301","\u212b","\u0958","𝒳"):
    print([ascii(unicodedata.normalize(f,s)) for f in ("NFC","NFD","NFKC","NFKD")],[unicodedata.is_normalized(f,s) for f in ("NFC","NFD","NFKC","NFKD")])
# expect: ["'\\xe9\\xe9\\xe9\\xe9\\xe9'", "'e\\u0301e\\u0301e\\u0301e\\u0301e\\u0301'", "'\\xe9\\xe9\\xe9\\xe9\\xe9'", "'e\\u0301e\\u0301e\\u0301e\\u0301e\\u0301'"] [True, False, True, False]
# expect: ["'abc'", "'abc'", "'abc'", "'abc'"] [True, True, True, True]
# expect: ["'\\u041f\\u0440\\u0438\\u0432\\u0435\\u0442 \\u043c\\u0438\\u0440'", "'\\u041f\\u0440\\u0438\\u0432\\u0435\\u0442 \\u043c\\u0438\\u0440'", "'\\u041f\\u0440\\u0438\\u0432\\u0435\\u0442 \\u043c\\u0438\\u0440'", "'\\u041f\\u0440\\u0438\\u0432\\u0435\\u0442 \\u043c\\u0438\\u0440'"] [True, True, True, True]
# expect: ["'\\u65e5\\u672c\\u8a9e\\u30c6\\u30ad\\u30b9\\u30c8'", "'\\u65e5\\u672c\\u8a9e\\u30c6\\u30ad\\u30b9\\u30c8'", "'\\u65e5\\u672c\\u8a9e\\u30c6\\u30ad\\u30b9\\u30c8'", "'\\u65e5\\u672c\\u8a9e\\u30c6\\u30ad\\u30b9\\u30c8'"] [True, True, True, True]
# expect: ["'\\ud55c\\uad6d\\uc5b4 \\uac01'", "'\\u1112\\u1161\\u11ab\\u1100\\u116e\\u11a8\\u110b\\u1165 \\u1100\\u1161\\u11a8'", "'\\ud55c\\uad6d\\uc5b4 \\uac01'", "'\\u1112\\u1161\\u11ab\\u1100\\u116e\\u11a8\\u110b\\u1165 \\u1100\\u1161\\u11a8'"] [True, False, True, False]
# expect: ["'\\xe9x'", "'e\\u0301x'", "'\\xe9x'", "'e\\u0301x'"] [False, True, False, True]
# expect: ["'\\uac01'", "'\\u1100\\u1161\\u11a8'", "'\\uac01'", "'\\u1100\\u1161\\u11a8'"] [False, True, False, True]
# expect: ["'\\ufb01\\xbd'", "'\\ufb01\\xbd'", "'fi1\\u20442'", "'fi1\\u20442'"] [True, True, False, False]
# expect: ["'\\u0308\\u0301'", "'\\u0308\\u0301'", "'\\u0308\\u0301'", "'\\u0308\\u0301'"] [False, False, False, False]
# expect: ["'\\xe1\\u0327'", "'a\\u0327\\u0301'", "'\\xe1\\u0327'", "'a\\u0327\\u0301'"] [False, True, False, True]
# expect: ["'\\xc5'", "'A\\u030a'", "'\\xc5'", "'A\\u030a'"] [False, False, False, False]
# expect: ["'\\u0915\\u093c'", "'\\u0915\\u093c'", "'\\u0915\\u093c'", "'\\u0915\\u093c'"] [False, False, False, False]
# expect: ["'\\U0001d4b3'", "'\\U0001d4b3'", "'X'", "'X'"] [True, True, False, False]
for s in ("abc","é","Привет","a𝒳b",""):
    for e in ("utf-16","utf-16-le","utf-16-be","utf-32","utf-32-le","utf-32-be"): print(s.encode(e).hex(),end=" ")
    print()
# expect-json: "fffe610062006300 610062006300 006100620063 fffe0000610000006200000063000000 610000006200000063000000 000000610000006200000063 "
# expect-json: "fffee900 e900 00e9 fffe0000e9000000 e9000000 000000e9 "
# expect-json: "fffe1f0440043804320435044204 1f0440043804320435044204 041f04400438043204350442 fffe00001f0400004004000038040000320400003504000042040000 1f0400004004000038040000320400003504000042040000 0000041f0000044000000438000004320000043500000442 "
# expect-json: "fffe610035d8b3dc6200 610035d8b3dc6200 0061d835dcb30062 fffe000061000000b3d4010062000000 61000000b3d4010062000000 000000610001d4b300000062 "
# expect-json: "fffe   fffe0000   "
for e in ("utf-16","utf-32-be"):
    try: "a\ud800".encode(e)
    except UnicodeEncodeError as x: print(x)
    print("a\ud800".encode(e,"surrogatepass"),"a\ud800".encode(e,"replace"))
# expect: 'utf-16' codec can't encode character '\ud800' in position 1: surrogates not allowed
# expect: b'\xff\xfea\x00\x00\xd8' b'\xff\xfea\x00?\x00'
# expect: 'utf-32-be' codec can't encode character '\ud800' in position 1: surrogates not allowed
# expect: b'\x00\x00\x00a\x00\x00\xd8\x00' b'\x00\x00\x00a\x00\x00\x00?'
print(struct.calcsize("<IHb"),struct.calcsize("<IHb"),struct.calcsize(b"3s"))  # expect: 7 7 3
a=[1,2,2,3]; print(bisect.bisect(a,2),bisect.bisect_left(a,2),bisect.bisect(a,2,1,3),bisect.bisect_left(a,2,2))
# expect: 3 1 3 2
try: bisect.bisect(a,2,-1)
except ValueError as x: print(x)  # expect: lo must be non-negative
