# what print() and files make of odd streams, and lines that are read by turns
import io, os, sys, tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "a.txt")

class Talks:
    def __str__(self):
        print("inner", file=out)
        return "outer"

for out in io.StringIO(), open(path, "w+"):
    print("a", 1, 2.5, Talks(), "z", file=out)
    print(file=out)
    print("x", None, [1], sep="-", end="!\n", file=out, flush=True)
    out.seek(0)
    print(out.read().splitlines())
# expect: ['a 1 2.5 inner', 'outer z', '', 'x-None-[1]!']
# expect: ['a 1 2.5 inner', 'outer z', '', 'x-None-[1]!']

class Counting(io.StringIO):
    count = 0
    def write(self, text):
        self.count += 1
        return super().write(text)

c = Counting()
print("a", "b", file=c)
print(c.count, repr(c.getvalue()))  # expect: 4 'a b\n'
s = io.StringIO()
pieces = []
s.write = pieces.append
print("a", 1, file=s)
print(pieces)  # expect: ['a', ' ', '1', '\n']

class Fails:
    def __str__(self):
        raise ValueError("no text")

s = io.StringIO()
try:
    print("before", Fails(), "after", file=s)
except ValueError as error:
    print(repr(s.getvalue()), error)  # expect: 'before ' no text

with open(path, "w", encoding="utf-8") as f:
    f.write("eins\nzwei\r\ndrei\rvier\n\nfünf €\U0001f40d")
with open(path) as f:
    print(next(f), f.readline(), f.read(3), f.readlines())
    print(list(f), repr(f.readline()))
# expect: eins
# expect-json: " zwei"
# expect-json: " dre ['i\\n', 'vier\\n', '\\n', 'f\u00fcnf \u20ac\ud83d\udc0d']"
# expect: [] ''
for newline in None, "", "\n", "\r", "\r\n":
    with open(path, encoding="utf-8", newline=newline) as f:
        print(newline and newline.encode(), [line for line in f], f.newlines)
# expect: None ['eins\n', 'zwei\n', 'drei\n', 'vier\n', '\n', 'fünf €🐍'] ('\r', '\n', '\r\n')
# expect-json: " ['eins\\n', 'zwei\\r\\n', 'drei\\r', 'vier\\n', '\\n', 'f\u00fcnf \u20ac\ud83d\udc0d'] ('\\r', '\\n', '\\r\\n')"
# expect: b'\n' ['eins\n', 'zwei\r\n', 'drei\rvier\n', '\n', 'fünf €🐍'] None
# expect: b'\r' ['eins\nzwei\r', '\ndrei\r', 'vier\n\nfünf €🐍'] None
# expect: b'\r\n' ['eins\nzwei\r\n', 'drei\rvier\n\nfünf €🐍'] None
f = open(path, encoding="utf-8")
next(f)
f.close()
for action in lambda: next(f), lambda: f.readline(), lambda: f.write("x"), lambda: list(f):
    try:
        action()
    except ValueError as error:
        print(error)
# expect: I/O operation on closed file.
# expect: I/O operation on closed file.
# expect: I/O operation on closed file.
# expect: I/O operation on closed file.
f = open(path, encoding="utf-8")
next(f)
f.buffer.close()
try:
    next(f)
except ValueError as error:
    print(error)  # expect: I/O operation on closed file.
f = open(path, encoding="utf-8")
next(f)
buffer = f.detach()
try:
    next(f)
except ValueError as error:
    print(error)  # expect: underlying buffer has been detached
buffer.close()

class Loud(io.TextIOWrapper):
    def readline(self, *args):
        return super().readline(*args).upper()

with Loud(open(path, "rb"), encoding="utf-8") as f:
    print(list(f)[:2])  # expect: ['EINS\n', 'ZWEI\n']
with open(path, "r+", encoding="utf-8") as f:
    line = f.readline()
    f.seek(0, 2)
    print("more", file=f)
    f.seek(0)
    print(len(f.readlines()), f.isatty(), f.seekable(), f.buffer.raw.isatty())  # expect: 6 False True False
for mode in "w", "r":
    f = open(path, mode)
    try:
        f.write("x") if mode == "r" else f.read()
    except io.UnsupportedOperation as error:
        print(error)
    f.close()
# expect: not readable
# expect: not writable
for arguments in ("rw",), ("",), ("bt",), ("rb", -1, "utf-8"), ("rb", -1, None, "strict"), ("rb", -1, None, None, "\n"), ("rr",), ("q",), ("r+",):
    for _ in range(2):
        try:
            open(path, *arguments).close()
            print("well")
        except ValueError as error:
            print(error)
# expect: must have exactly one of create/read/write/append mode
# expect: must have exactly one of create/read/write/append mode
# expect: Must have exactly one of create/read/write/append mode and at most one plus
# expect: Must have exactly one of create/read/write/append mode and at most one plus
# expect: can't have text and binary mode at once
# expect: can't have text and binary mode at once
# expect: binary mode doesn't take an encoding argument
# expect: binary mode doesn't take an encoding argument
# expect: binary mode doesn't take an errors argument
# expect: binary mode doesn't take an errors argument
# expect: binary mode doesn't take a newline argument
# expect: binary mode doesn't take a newline argument
# expect: invalid mode: 'rr'
# expect: invalid mode: 'rr'
# expect: invalid mode: 'q'
# expect: invalid mode: 'q'
# expect: well
# expect: well
with open(path, "w", encoding="utf-8", errors="replace") as f:
    f.write("a\ud800b")
with open(path, "w", encoding="utf-8") as f:
    try:
        f.write("a\ud800b")
    except UnicodeEncodeError as error:
        print(error)
# expect: 'utf-8' codec can't encode character '\ud800' in position 1: surrogates not allowed
with open(path, "w", encoding="latin-1") as f:
    f.write("é")
    f.reconfigure(encoding="utf-8")
    f.write("é")
with open(path, "rb") as f:
    print(f.read())  # expect: b'\xe9\xc3\xa9'
with open(path, "w", newline="\r\n") as f:
    print("a", "b\nc", file=f)
with open(path, "rb") as f:
    print(f.read(), b"abc".isascii(), b"".isascii(), b"a\x80".isascii(), b"abcdefgh\x80".isascii())
# expect: b'a b\r\nc\r\n' True True False False
class Text(str):
    def encode(self, *args):
        return b"wrong"
with open(path, "w") as f:
    f.write(Text("right\n"))
    print(Text("yes"), file=f)
print(open(path).read())
# expect: right
# expect: yes
# expect:
import shutil
shutil.rmtree(folder)
