# nans made apart are told apart by containers
import struct
a = float("nan")
b = float("NaN")
c = float("-nan")
print(a is a, a is b, [a] == [a], [a] == [b], [b] == [c], a in [b], a in [b, a], [b, a].index(a), (a,) == (b,))
# expect: True False True False False False True 1 False
print({a: 1, b: 2}[a], len({a, b, a}), [a, b].count(b), a in {b}, a in {a})  # expect: 1 2 1 False True
print(struct.pack(">d", a).hex(), struct.pack("<f", a).hex(), a.hex(), repr(c), b"x" in [a])
# expect: 7ff8000000000000 0000c07f nan nan False
x = y = a
print(x is y, [x] == [y], {x} == {y}, id(a) == id(x), id(a) == id(b))  # expect: True True True True False
