# arguments that are flags may be anything with a truth, which may need Python code, raise or be no truth
from itertools import batched


class Yes:
    def __bool__(self):
        return True


class No:
    def __len__(self):
        return 0


class Raises:
    def __bool__(self):
        raise KeyError("truth")


class Wrong:
    def __bool__(self):
        return 5


class Text(str):
    pass


FUNCTIONS = [
    lambda flag: "a\nb\r\n".splitlines(flag),
    lambda flag: "a\nb".splitlines(keepends=flag),
    lambda flag: Text("x\ny").splitlines(flag),
    lambda flag: b"a\nb".splitlines(flag),
    lambda flag: bytearray(b"a\nb").splitlines(keepends=flag),
    lambda flag: list(zip([1, 2], [3], strict=flag)),
    lambda flag: list(map(max, [1, 2], [3, 4], strict=flag)),
    lambda flag: list(batched([1, 2, 3], 2, strict=flag)),
    lambda flag: sorted([1, 3, 2], reverse=flag),
    lambda flag: int.from_bytes(b"\xff", signed=flag),
    lambda flag: (-1 if flag else 1).to_bytes(1, signed=flag),
]

for make in (Yes, No, Raises, Wrong):
    for function in FUNCTIONS:
        try:
            print(function(make()))
        except (KeyError, TypeError, ValueError) as error:
            print(type(error).__name__, error)
# expect: ['a\n', 'b\r\n']
# expect: ['a\n', 'b']
# expect: ['x\n', 'y']
# expect: [b'a\n', b'b']
# expect: [bytearray(b'a\n'), bytearray(b'b')]
# expect: ValueError zip() argument 2 is shorter than argument 1
# expect: [3, 4]
# expect: ValueError batched(): incomplete batch
# expect: [3, 2, 1]
# expect: -1
# expect: b'\xff'
# expect: ['a', 'b']
# expect: ['a', 'b']
# expect: ['x', 'y']
# expect: [b'a', b'b']
# expect: [bytearray(b'a'), bytearray(b'b')]
# expect: [(1, 3)]
# expect: [3, 4]
# expect: [(1, 2), (3,)]
# expect: [1, 2, 3]
# expect: 255
# expect: b'\x01'
# expect: KeyError 'truth'
# expect: KeyError 'truth'
# expect: KeyError 'truth'
# expect: KeyError 'truth'
# expect: KeyError 'truth'
# expect: KeyError 'truth'
# expect: KeyError 'truth'
# expect: KeyError 'truth'
# expect: KeyError 'truth'
# expect: KeyError 'truth'
# expect: KeyError 'truth'
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError __bool__ should return bool, returned int


class Row(dict):
    __eq__ = dict.get


print([Row({1: Yes()})] == [1], [Row({1: No()})] == [1], 1 in [Row({1: Yes()})], [Row()].count(7))
# expect: True False True 0
try:
    print([Row({1: Raises()})] == [1])
except KeyError as error:
    print(error)  # expect: 'truth'
