# records that the core reads and writes, and those that it leaves to Python, are what one state machine makes of them
import csv, hashlib, io, random

chance = random.Random(7)
dialects = [{}, {"delimiter": ";"}, {"delimiter": "\t", "quotechar": "'"}, {"doublequote": False, "escapechar": "\\"}, {"escapechar": "\\"},
            {"skipinitialspace": True}, {"delimiter": " "}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
            {"quoting": csv.QUOTE_NONNUMERIC}, {"strict": True}, {"quotechar": None, "quoting": csv.QUOTE_NONE}, {"lineterminator": "\n"},
            {"lineterminator": "|\n"}, {"delimiter": "\xe9"}, {"delimiter": "5"}, {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL},
            {"delimiter": " ", "skipinitialspace": True}]

def text(alphabet, most):
    return "".join(chance.choice(alphabet) for _ in range(chance.randrange(most)))

def outcome(step):
    try:
        return step()
    except (csv.Error, ValueError) as error:
        return type(error).__name__, str(error)

for options in dialects:
    seen = []
    for _ in range(100):
        source = text("ab,;\t \"'\\\r\n5\xe9\u4e2d", 30)
        for newline in "", None, "\n":
            lines = io.StringIO(source, newline)
            reader = csv.reader(lines, **options)
            seen.append((outcome(lambda: list(reader)), reader.line_num))
    for _ in range(100):
        row = [chance.choice([text("ab,; \"'\\\n\t|\xe9", 6), chance.randrange(-9, 99), 2**70, 1.5, -0.0, None, True, "", "plain"]) for _ in range(chance.randrange(5))]
        out = io.StringIO(newline="")
        writer = csv.writer(out, **options)
        seen.append((outcome(lambda: writer.writerow(row)), out.getvalue()))
        out = io.StringIO(newline="")
        seen.append((outcome(lambda: csv.writer(out, **options).writerows([row, tuple(row), iter(row)])), out.getvalue()))
    print(hashlib.md5(repr(seen).encode("utf-8", "surrogatepass")).hexdigest())
# expect: c8cb83ee42876b5d6e212e9834d6c526
# expect: 414476754f08245fd37d6ecba320548a
# expect: 424d5a6d3e5d514aa855c98b6875ffde
# expect: 52a5035f1c888525c77ecf62829512d2
# expect: 5acc3a6425cd526f27f0e23b1a9d3bfa
# expect: ffb6c4d42931cdb066aac646040ec0c6
# expect: 440c8a39ccfc647e42c2d32806435b18
# expect: bc0b49e41505d53102a604c87bfeb4f7
# expect: ecf3e30ef32093837aeaf2460b351152
# expect: 0640a28c869b184f92d68f6a81b4e53e
# expect: df470595e3a055d6112e3f4b42b53d3a
# expect: bfcc79c8725895bd5384422cd0f191d7
# expect: 9436dc98a7a4ed26653611f2777770f8
# expect: 560c48d90ae514dbb969a2b2c980c4f5
# expect: ceebcc6062d5c268c5f3cba73a738758
# expect: f0f02e7b2baf3791461dcbbe7e1ff67e
# expect: 0f862c65a631bb0a0210be5e3f150d5b
# expect: 83b9be5e1d36f569152a47368e5bf3dc
# expect: d365b1e613b050f13df1cd796dee7710

# other kinds of rows, values and lines
class Text(str): pass
class Whole(int):
    def __str__(self): return "whole"
class Real(float):
    def __repr__(self): return "real"
out = io.StringIO()
writer = csv.writer(out)
writer.writerow([Text("a,b"), Whole(3), Real(2.5), True, 2**100, float("nan"), 1e22, [1, 2], b"x"])
writer.writerow(dict(a=1, b=2))
writer.writerow(x for x in ("a", None, 'q"q'))
writer.writerow([]); writer.writerow([""]); writer.writerow([None]); writer.writerow(["", ""])
print(out.getvalue())
# expect-json: "\"a,b\",whole,real,True,1267650600228229401496703205376,nan,1e+22,\"[1, 2]\",b'x'\r"
# expect-json: "a,b\r"
# expect-json: "a,,\"q\"\"q\"\r"
# expect-json: "\r"
# expect-json: "\"\"\r"
# expect-json: "\"\"\r"
# expect-json: ",\r"
# expect:
for lines in ["a,b"], ["a,b\n", "", "\n", 'c,"d\n', 'e",f\r\n'], [Text("x,y")], ["a\0b,c"]:
    print(list(csv.reader(lines)))
# expect: [['a', 'b']]
# expect: [['a', 'b'], [], [], ['c', 'd\ne', 'f']]
# expect: [['x', 'y']]
# expect: [['a\x00b', 'c']]
for lines in [b"a,b"], ['a\rb'], [3], ['"open']:
    try:
        print(list(csv.reader(lines)))
    except csv.Error as error:
        print(error)
# expect: iterator should return strings, not bytes (the file should be opened in text mode)
# expect: new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: iterator should return strings, not int (the file should be opened in text mode)
# expect: [['open']]
old = csv.field_size_limit(5)
for line in "aaaaa,b", "aaaaaa,b", '"aaa""aa",c', '"aaa""a",c':
    try:
        print(list(csv.reader([line])))
    except csv.Error as error:
        print(error)
# expect: [['aaaaa', 'b']]
# expect: field larger than field limit (5)
# expect: field larger than field limit (5)
# expect: [['aaa"a', 'c']]
csv.field_size_limit(2**31 - 1)
print(list(csv.reader(["a" * 9 + ",b"])))  # expect: [['aaaaaaaaa', 'b']]
csv.field_size_limit(old)

# lines of files, one by one and all at once
import os, tempfile
name = os.path.join(tempfile.mkdtemp(), "lines")
source = "a\nb\r\nc\rd\n\ne\x0bf\x85g\u2028h\r\r\n\xe9\nlast"
with open(name, "wb") as file:
    file.write(source.encode())
for newline in None, "", "\n", "\r", "\r\n":
    with open(name, encoding="utf-8", newline=newline) as file:
        whole = file.readlines()
    with open(name, encoding="utf-8", newline=newline) as file:
        one = [next(file), file.readline()]
        one += list(file)
        print(whole == one, whole, file.tell())
    with open(name, encoding="utf-8", newline=newline) as file:
        file.readline()
        print(len(file.readlines(3)), len(file.readlines()), file.readlines(), file.tell())
    with io.StringIO(source, newline) as file:
        whole = file.readlines()
        file.seek(2)
        print(len(whole), list(file), file.readlines(), file.tell())
# expect: True ['a\n', 'b\n', 'c\n', 'd\n', '\n', 'e\x0bf\x85g\u2028h\n', '\n', 'é\n', 'last'] 30
# expect: 2 6 [] 30
# expect: 9 ['b\n', 'c\n', 'd\n', '\n', 'e\x0bf\x85g\u2028h\n', '\n', 'é\n', 'last'] [] 24
# expect: True ['a\n', 'b\r\n', 'c\r', 'd\n', '\n', 'e\x0bf\x85g\u2028h\r', '\r\n', 'é\n', 'last'] 30
# expect: 2 6 [] 30
# expect: 9 ['b\r\n', 'c\r', 'd\n', '\n', 'e\x0bf\x85g\u2028h\r', '\r\n', 'é\n', 'last'] [] 26
# expect: True ['a\n', 'b\r\n', 'c\rd\n', '\n', 'e\x0bf\x85g\u2028h\r\r\n', 'é\n', 'last'] 30
# expect: 2 4 [] 30
# expect: 7 ['b\r\n', 'c\rd\n', '\n', 'e\x0bf\x85g\u2028h\r\r\n', 'é\n', 'last'] [] 26
# expect: True ['a\nb\r', '\nc\r', 'd\n\ne\x0bf\x85g\u2028h\r', '\r', '\né\nlast'] 30
# expect: 2 2 [] 30
# expect: 11 ['b\r', '\r', 'c\r', 'd\r', '\r', 'e\x0bf\x85g\u2028h\r', '\r', '\r', 'é\r', 'last'] [] 26
# expect: True ['a\nb\r\n', 'c\rd\n\ne\x0bf\x85g\u2028h\r\r\n', 'é\nlast'] 30
# expect: 1 1 [] 30
# expect: 7 ['\nb\r\r\n', 'c\rd\r\n', '\r\n', 'e\x0bf\x85g\u2028h\r\r\r\n', 'é\r\n', 'last'] [] 32
with open(name, "rb") as file:
    whole = file.readlines()
    file.seek(0)
    print(whole == list(file) == io.BytesIO(source.encode()).readlines() == list(io.BytesIO(source.encode())), len(whole), file.tell())
# expect: True 7 30
class Loud(io.StringIO):
    def readline(self, size=-1):
        return io.StringIO.readline(self, size).upper()
print(Loud("a\nb\n").readlines(), list(Loud("a\nb")))  # expect: ['A\n', 'B\n'] ['A\n', 'B']
file = io.StringIO("a\nb\n")
file.close()
for step in file.readlines, lambda: next(file):
    try:
        step()
    except ValueError as error:
        print(error)
# expect: I/O operation on closed file.
# expect: I/O operation on closed file
