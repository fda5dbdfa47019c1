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
    for _ in range(300):
        source = text("ab,;\t \"'\\\r\n5\xe9\u4e2d", 30)
        for newline in "", None, "\n":
            lines = io.StringIO(source, newline)
            reader = csv.reader(lines, **options)
            seen.append((outcome(lambda: list(reader)), reader.line_num))
    for _ in range(300):
        row = [chance.choice([text("ab,; \"'\\\n\t|\xe9", 6), chance.randrange(-9, 99), 2**70, 1.5, -0.0, None, True, "", "plain"]) for _ in range(chance.randrange(5))]
        out = io.StringIO(newline="")
        writer = csv.writer(out, **options)
        seen.append((outcome(lambda: writer.writerow(row)), out.getvalue()))
        out = io.StringIO(newline="")
        seen.append((outcome(lambda: csv.writer(out, **options).writerows([row, tuple(row), iter(row)])), out.getvalue()))
    print(hashlib.md5(repr(seen).encode("utf-8", "surrogatepass")).hexdigest())
# expect: 46b070e05931f27bf69e23f78996beeb
# expect: 7ba886c2b69850c4cae5e08d1b131d1b
# expect: 638e866580ca192c5d12618599a87c69
# expect: 4fd6f3a7b4e151cfe3763c6b5e891b1a
# expect: 98a433b46e84a7035c535dd86d78b9e7
# expect: b210ba55e321c47898b3c3c3b5cf5d6f
# expect: ed349ef2b5de9c124330e91a0adff486
# expect: 109903283baa156115135922f37fbf52
# expect: 3f988b3df6b6a5a453e99374b1197bf0
# expect: ae5eee424366728f669a94fb3a975e1a
# expect: f2e9a8e2509df591228f75530f632b5b
# expect: d5698786ac5d26164546607351e7e0d8
# expect: 2e84ad822b700b5c1a81d4de1caf7690
# expect: 8161068b43943382cef37b071b8d38b5
# expect: 84d026968e359277256497ff79cc205e
# expect: 8fd6530011eef4e9853465d799f1a462
# expect: bd41538a12e6b8ced6c3002728db8858
# expect: 186812eab2ba8aee8c7d3cb9926598a5
# expect: a6085facab1c50afcc5ca5b8aadbb2fa

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
