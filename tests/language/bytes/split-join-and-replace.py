# split join and replace
print(b"a,b,,c".split(b","), b" a  b ".split(), b"a,b,c".rsplit(b",", 1), b"a\nb\r\nc".splitlines(), b"k=v".partition(b"="), b"x".rpartition(b"="))
# expect: [b'a', b'b', b'', b'c'] [b'a', b'b'] [b'a,b', b'c'] [b'a', b'b', b'c'] (b'k', b'=', b'v') (b'', b'', b'x')
print(b",".join([b"a", bytearray(b"b")]), b"banana".replace(b"an", b"-"), b"abc".replace(b"", b"."), b"aXbX".replace(b"X", b"", 1))
# expect: b'a,b' b'b--a' b'.a.b.c.' b'abX'
