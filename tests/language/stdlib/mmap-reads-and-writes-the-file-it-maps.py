import mmap
import os
import re
import tempfile


def attempt(work):
    try:
        print(repr(work()))
    except (TypeError, ValueError, IndexError, OverflowError, OSError, BufferError) as error:
        print(type(error).__name__, error)


folder = tempfile.mkdtemp()
name = os.path.join(folder, "mapped")
with open(name, "wb") as file:
    file.write(b"first line\nsecond line\nthird line\n")
with open(name, "r+b") as file, mmap.mmap(file.fileno(), 0) as mapped:
    print(len(mapped), mapped[0], mapped[-1], mapped[0:5], mapped[::4], mapped[9:2:-2], mapped.readline(), mapped.tell())
    print(mapped.find(b"line"), mapped.find(b"line", 0), mapped.rfind(b"line"), mapped.find(b"nothing"), mapped.rfind(b"line", 0, 20))
    mapped[0:5] = b"FIRST"
    mapped[6] = 76
    mapped[11:17:2] = b"123"
    mapped.seek(-5, os.SEEK_END)
    print(mapped.write(b"LINE"), mapped.read_byte(), mapped.read(), mapped.seek(0))
    mapped.move(0, 11, 6)
    print(mapped.read(12), mapped.read(0), mapped.size(), mapped.closed)
    mapped.flush()
    with open(name, "rb") as other:
        print(other.read())
    attempt(lambda: mapped[100])
    attempt(lambda: mapped["a"])
    attempt(lambda: mapped.seek(100))
    attempt(lambda: mapped.seek(0, 9))
    attempt(lambda: mapped.write("x"))
    attempt(lambda: mapped.write(b"x" * 100))
    attempt(lambda: mapped.__setitem__(0, 300))
    attempt(lambda: mapped.__setitem__(0, b"a"))
    attempt(lambda: mapped.__setitem__(slice(0, 3), b"ab"))
    attempt(lambda: mapped.write_byte(300))
    attempt(lambda: mapped.move(0, 20, 50))
# expect: 34 102 10 b'first' b'ftnednh e' b'ei s' b'first line\n' 11
# expect: 18 6 29 -1 6
# expect: 4 10 b'' 0
# expect: b'1e2o3dLine\n1' b'' 34 False
# expect: b'1e2o3dLine\n1e2o3d line\nthird LINE\n'
# expect: IndexError mmap index out of range
# expect: TypeError mmap indices must be integers
# expect: ValueError seek out of range
# expect: ValueError unknown seek type
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError data out of range
# expect: ValueError mmap item value must be in range(0, 256)
# expect: TypeError mmap item value must be an int
# expect: IndexError mmap slice assignment is wrong size
# expect: OverflowError unsigned byte integer is greater than maximum
# expect: ValueError source, destination, or count out of range
print(mapped.closed, mapped)  # expect: True <mmap.mmap closed=True>
attempt(lambda: mapped[0])  # expect: ValueError mmap closed or invalid
attempt(lambda: len(mapped))  # expect: ValueError mmap closed or invalid
with open(name, "rb") as file:
    with mmap.mmap(file.fileno(), 5, access=mmap.ACCESS_READ) as mapped:
        print(mapped, mapped[:], list(mapped)[:2], b"s" in mapped)
        attempt(lambda: mapped.__setitem__(0, 5))
        attempt(lambda: mapped.write(b"x"))
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as mapped:
        mapped[0:6] = b"COPIED"
        print(mapped[:8], file.read(8))
    attempt(lambda: mmap.mmap(file.fileno(), 1000, access=mmap.ACCESS_READ))
    attempt(lambda: mmap.mmap(file.fileno(), -5))
    attempt(lambda: mmap.mmap(file.fileno(), 5, access=9))
    attempt(lambda: mmap.mmap(file.fileno(), 5, offset=-1))
    attempt(lambda: mmap.mmap(file.fileno(), "x"))
# expect: <mmap.mmap closed=False, access=ACCESS_READ, length=5, pos=0, offset=0> b'1e2o3' [b'1', b'e'] False
# expect: TypeError mmap can't modify a readonly memory map.
# expect: TypeError mmap can't modify a readonly memory map.
# expect: b'COPIEDLi' b'1e2o3dLi'
# expect: ValueError mmap length is greater than file size
# expect: OverflowError memory mapped length must be positive
# expect: ValueError mmap invalid access parameter.
# expect: OverflowError memory mapped offset must be positive
# expect: TypeError 'str' object cannot be interpreted as an integer
memory = mmap.mmap(-1, 10)
memory[:] = b"0123456789"
print(re.search(b"3.", memory), bytes(memory), memory.readline())
# expect: <re.Match object; span=(3, 5), match=b'34'> b'0123456789' b'0123456789'
view = memoryview(memory)
attempt(memory.close)  # expect: BufferError cannot close exported pointers exist
view[0:2] = b"zz"
view.release()
print(memory[:4])  # expect: b'zz23'
memory.close()
memory.close()
