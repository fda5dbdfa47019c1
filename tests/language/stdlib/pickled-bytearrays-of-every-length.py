# bytearrays have one code whatever their length, in every protocol
import io
import pickle
import pickletools

for n in (0, 1, 3, 255, 256, 257, 65535, 65536, 70000):
    for protocol in range(6):
        b = bytearray(b"x" * n)
        for value in (b, [b, b, bytes(b)], {"k": b}):
            data = pickle.dumps(value, protocol)
            file = io.BytesIO()
            pickle.Pickler(file, protocol).dump(value)
            same = pickle.loads(data) == value == pickle._loads(data) and file.getvalue() == data
            if not same:
                print(n, protocol, "differs")
    print(n, [op.name for op, _, _ in pickletools.genops(pickle.dumps(bytearray(n), 5))])
# expect: 0 ['PROTO', 'FRAME', 'BYTEARRAY8', 'MEMOIZE', 'STOP']
# expect: 1 ['PROTO', 'FRAME', 'BYTEARRAY8', 'MEMOIZE', 'STOP']
# expect: 3 ['PROTO', 'FRAME', 'BYTEARRAY8', 'MEMOIZE', 'STOP']
# expect: 255 ['PROTO', 'FRAME', 'BYTEARRAY8', 'MEMOIZE', 'STOP']
# expect: 256 ['PROTO', 'FRAME', 'BYTEARRAY8', 'MEMOIZE', 'STOP']
# expect: 257 ['PROTO', 'FRAME', 'BYTEARRAY8', 'MEMOIZE', 'STOP']
# expect: 65535 ['PROTO', 'FRAME', 'BYTEARRAY8', 'MEMOIZE', 'STOP']
# expect: 65536 ['PROTO', 'BYTEARRAY8', 'MEMOIZE', 'STOP']
# expect: 70000 ['PROTO', 'BYTEARRAY8', 'MEMOIZE', 'STOP']
