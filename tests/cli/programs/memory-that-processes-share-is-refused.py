# multiprocessing.Value, Array and shared_memory: refused, as the other process would see nothing of what is written
import mmap
import multiprocessing
import tempfile
from multiprocessing import shared_memory

for make in (
    lambda: multiprocessing.Value("i", 3),
    lambda: multiprocessing.Array("d", 3),
    lambda: shared_memory.SharedMemory(create=True, size=10),
    lambda: shared_memory.ShareableList([1, 2]),
):
    try:
        make()
    except NotImplementedError as error:
        print(error)
with tempfile.TemporaryFile() as file:
    file.write(b"x" * 100)
    file.flush()
    with mmap.mmap(file.fileno(), 100) as view:
        view[:2] = b"ab"
    print(file.seek(0), file.read(4))
# expect: krait does not support memory that processes share yet
# expect: krait does not support memory that processes share yet
# expect: krait does not support memory that processes share yet
# expect: krait does not support memory that processes share yet
# expect: 0 b'abxx'
