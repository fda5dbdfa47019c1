# io stringio and bytesio
import io

s = io.StringIO()
print(s.write("ab\ncd"), s.getvalue(), s.tell(), s.seek(0), s.readline(), s.read(), repr(s.read()))
# expect: 5 ab
# expect: cd 5 0 ab
# expect-json: " cd ''"
s.seek(1)
s.write("Z")
s.truncate(4)
print(repr(s.getvalue()), list(io.StringIO("x\ny\r\nz")))  # expect: 'aZ\nc' ['x\n', 'y\r\n', 'z']
b = io.BytesIO(b"hello")
print(b.read(2), b.read(), b.seek(-3, 2), b.read(1), b.getvalue(), b.getbuffer().nbytes, b.readable(), b.seekable())
# expect: b'he' b'llo' 2 b'l' b'hello' 5 True True
with io.StringIO("ctx") as c:
    print(c.read())  # expect: ctx
