# a byte order mark belongs to the start of a file, wherever writing began and whatever the encoding was before
import os, tempfile

path = os.path.join(tempfile.mkdtemp(), "a.txt")

def content():
    with open(path, "rb") as f:
        return f.read()

for encoding in "utf-8-sig", "utf-16", "utf-32":
    with open(path, "w", encoding=encoding) as f:
        f.write("aaa")
        end = f.tell()
    with open(path, "r+", encoding=encoding) as f:
        f.seek(end)
        f.write("zzz")
        f.seek(0)
        f.write("bbb")
    print(content())
    with open(path, "a", encoding=encoding) as f:
        f.write("c")
    print(content())
# expect: b'\xef\xbb\xbfbbbzzz'
# expect: b'\xef\xbb\xbfbbbzzzc'
# expect: b'\xff\xfeb\x00b\x00b\x00z\x00z\x00z\x00'
# expect: b'\xff\xfeb\x00b\x00b\x00z\x00z\x00z\x00c\x00'
# expect: b'\xff\xfe\x00\x00b\x00\x00\x00b\x00\x00\x00b\x00\x00\x00z\x00\x00\x00z\x00\x00\x00z\x00\x00\x00'
# expect: b'\xff\xfe\x00\x00b\x00\x00\x00b\x00\x00\x00b\x00\x00\x00z\x00\x00\x00z\x00\x00\x00z\x00\x00\x00c\x00\x00\x00'
with open(path, "w", encoding="latin-1") as f:
    f.write("abc\n")
    f.reconfigure(encoding="utf-8-sig")
    f.write("d\xe9f\n")
print(content())  # expect: b'abc\nd\xc3\xa9f\n'
with open(path, "w", encoding="ascii") as f:
    f.reconfigure(encoding="utf-8-sig")
    f.write("d\xe9f\n")
print(content())  # expect: b'\xef\xbb\xbfd\xc3\xa9f\n'
os.remove(path)
os.rmdir(os.path.dirname(path))
