# print() to objects with a write method
import io
class File:
    def __init__(self):
        self.pieces = []
    def write(self, text):
        self.pieces.append(text)
    def flush(self):
        self.pieces.append("<flush>")
f = File()
print(file=f)
print("a", 1, None, file=f)
print(1, 2.5, sep="-", end="!", file=f)
print([1], file=f, flush=True, sep=None, end=None)
print(f.pieces)
# expect: ['\n', 'a', ' ', '1', ' ', 'None', '\n', '1', '-', '2.5', '!', '[1]', '\n', '<flush>']
s = io.StringIO()
print("x", 2**70, file=s, sep="")
print(repr(s.getvalue()))  # expect: 'x1180591620717411303424\n'
class Text:
    def __str__(self):
        return "text"
print(Text(), "é", file=s)
print(repr(s.getvalue()))  # expect: 'x1180591620717411303424\ntext é\n'
for options in ({"sep": 3}, {"end": b""}, {"file": 5}, {"file": f, "nothing": 1}):
    try:
        print(1, **{"file": f, **options})
    except Exception as error:
        print(type(error).__name__, error)
# expect: TypeError sep must be None or a string, not int
# expect: TypeError end must be None or a string, not bytes
# expect: AttributeError 'int' object has no attribute 'write'
# expect: TypeError print() got an unexpected keyword argument 'nothing'
class Broken:
    def write(self, text):
        raise ValueError(text)
try:
    print("now", file=Broken())
except ValueError as error:
    print("ValueError", error)  # expect: ValueError now
