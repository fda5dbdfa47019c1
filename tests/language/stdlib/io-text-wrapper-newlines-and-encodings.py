# io text wrapper newlines and encodings
import io

raw = io.BytesIO("é\r\nb\rc\n".encode())
t = io.TextIOWrapper(raw, encoding="utf-8")
print(t.readlines())  # expect: ['é\n', 'b\n', 'c\n']
t = io.TextIOWrapper(io.BytesIO(b"a\r\nb"), encoding="ascii", newline="")
print(t.read().encode())  # expect: b'a\r\nb'
out = io.BytesIO()
w = io.TextIOWrapper(out, encoding="utf-16-le", newline="\r\n", write_through=True)
w.write("x\n")
print(out.getvalue())  # expect: b'x\x00\r\x00\n\x00'
b = io.BufferedReader(io.BytesIO(b"hello world"), 4)
print(b.peek(2)[:2], b.read(3), b.read1(2), b.read())  # expect: b'he' b'hel' b'l' b'o world'
try:
    io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(e.reason)  # expect: invalid start byte
