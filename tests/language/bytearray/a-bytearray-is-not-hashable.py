# bytearrays have no hash, also by what abstract classes say
from collections.abc import Buffer, Hashable

print(bytearray.__hash__)  # expect: None
print([isinstance(x, Hashable) for x in (bytearray(), b"", [], ())])  # expect: [False, True, False, True]
try:
    hash(bytearray())
except TypeError as e:
    print(e)  # expect: unhashable type: 'bytearray'
print([isinstance(x, Buffer) for x in (bytearray(), b"", memoryview(b""), "")])
# expect: [True, True, True, False]
print(b"abc".__buffer__(0).tolist(), bytearray(b"ab").__buffer__(0).readonly)  # expect: [97, 98, 99] False
