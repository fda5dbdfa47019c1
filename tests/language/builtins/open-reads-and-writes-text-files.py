# open reads and writes text files
import os
import tempfile

path = os.path.join(tempfile.gettempdir(), f"krait-test-{os.getpid()}-a.txt")
with open(path, "w", encoding="utf-8") as f:
    print(f.write("line é\n"), f.writelines(["two\n", "three"]), f.closed)  # expect: 7 None False
print(f.closed)  # expect: True
with open(path, encoding="utf-8") as f:
    print(f.read(4), repr(f.readline()), f.readlines(), repr(f.read()))
# expect: line ' é\n' ['two\n', 'three'] ''
with open(path, "a", encoding="utf-8") as f:
    f.write("\nfour")
with open(path, encoding="utf-8") as f:
    print([line.rstrip("\n") for line in f], f.name == path, f.mode)
# expect: ['line é', 'two', 'three', 'four'] True r
with open(path, "rb") as f:
    data = f.read()
    print(len(data), data[:7], f.tell(), f.seek(2), f.read(3))  # expect: 22 b'line \xc3\xa9' 22 2 b'ne '
os.remove(path)
print(os.path.exists(path))  # expect: False
