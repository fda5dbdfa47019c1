# reversed() of bytes and bytearrays, of subclasses, and while they change
class S(str):
    def __getitem__(self, i): return "z"
class B(bytes):
    def __getitem__(self, i): return "y"
print(list(reversed(S("abc"))), list(reversed(B(b"abc"))), list(reversed(b"abc")), list(reversed(bytearray(b"abc"))), bytes(reversed(b"xyz")))
# expect: ['z', 'z', 'z'] ['y', 'y', 'y'] [99, 98, 97] [99, 98, 97] b'zyx'
a = bytearray(b"hello")
r = reversed(a)
print(next(r), next(r))  # expect: 111 108
del a[1:]
print(list(r), list(r))  # expect: [] []
r = reversed(b"ab"); print(r.__length_hint__(), next(r), r.__length_hint__(), list(r), r.__length_hint__())
# expect: 2 98 1 [97] 0
r = reversed(bytearray(b"abc")); next(r)
print(r.__reduce__())  # expect: (<class 'reversed'>, (bytearray(b'abc'),), 1)
a = bytearray(b"abcdef")
out = []
for c in reversed(a):
    out.append(c)
    if c == 101:
        a.extend(b"gh")
    if c == 99:
        a.clear()
print(out)  # expect: [102, 101, 100, 99]
r = reversed(bytearray(b"abcd"))
r.__setstate__(1)
print(list(r))  # expect: [98, 97]
r = reversed(b"abcd")
r.__setstate__(99)
print(list(r))  # expect: [100, 99, 98, 97]
total = 0
for _ in range(200):
    for c in reversed(b"\x00\x80\xff"):
        total += c
    for c in reversed(bytearray(b"\x01\xfe")):
        total -= c
print(total)  # expect: 25600
