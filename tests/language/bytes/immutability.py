# immutability
b = b"abc"
try:
    b[0] = 1
except TypeError as e:
    print(e)  # expect: 'bytes' object does not support item assignment
try:
    del b[0]
except TypeError as e:
    print(e)  # expect: 'bytes' object doesn't support item deletion
b += b"d"
print(b)  # expect: b'abcd'
