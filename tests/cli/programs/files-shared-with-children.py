# a file that a child or a duplicate has too goes on where the other has stopped
# oracle: native
import os
import subprocess
import tempfile

os.chdir(tempfile.mkdtemp())
with open("log", "w") as f:
    f.write("first\n")
    f.flush()
    subprocess.run(["echo", "child"], stdout=f)
    f.write("second\n")
    f.flush()
    subprocess.run(["echo", "other child"], stdout=f)
    f.write("third\n")
print(open("log").read().split())  # expect: ['first', 'child', 'second', 'other', 'child', 'third']
with open("log") as f:
    print(f.readline())
    f.seek(6)
    print(subprocess.run(["cat"], stdin=f, capture_output=True).stdout)
    print(repr(f.read()))
# expect: first
# expect:
# expect: b'child\nsecond\nother child\nthird\n'
# expect: ''
with open("log", "ab") as f:
    subprocess.run(["echo", "more"], stdout=f)
    f.write(b"x")
    print(f.tell(), os.stat("log").st_size)  # expect: 43 42
with tempfile.TemporaryFile("w+") as f:
    for text in "one", "two":
        subprocess.run(["echo", text], stdout=f, stderr=f)
        f.seek(0)
        print(f.read().split())
# expect: ['one']
# expect: ['one', 'two']
one = os.open("log", os.O_RDWR)
two = os.dup(one)
print(os.read(one, 3), os.read(two, 3), os.lseek(two, 0, os.SEEK_CUR), os.lseek(one, -1, os.SEEK_END), os.read(two, 5))
# expect: b'fir' b'st\n' 6 42 b'x'
os.close(one)
os.close(two)

# devices
for mode in "r", "r+", "rb", "r+b":
    with open("/dev/null", mode) as f:
        print(f.seekable(), f.seek(5) if "b" in mode else f.tell(), f.read())
# expect-json: "True 0 "
# expect-json: "True 0 "
# expect: True 0 b''
# expect: True 0 b''
with open("/dev/zero", "rb") as f:
    print(f.read(3), f.tell())  # expect: b'\x00\x00\x00' 0

os.symlink("target", "link")
print(os.readlink("link"), os.readlink(b"link"))  # expect: target b'target'
print(oct(os.stat(subprocess.run(["touch", "masked"], umask=0o77).args[1]).st_mode))  # expect: 0o100600
