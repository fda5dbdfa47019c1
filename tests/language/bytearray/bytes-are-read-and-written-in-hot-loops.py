# items of bytes and bytearrays in hot loops: limits, indices from the end, errors, other types, sizes that change
def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0] = flags[1] = 0
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = 0
        i += 1
    count = 0
    for i in range(n + 1):
        count += flags[i]
    return count

print(sieve(2000))  # expect: 303


def counts(text):
    seen = bytearray(256)
    for i in range(len(text)):
        seen[text[i]] += 1
    return [(i, seen[i]) for i in range(256) if seen[i]]

print(counts(b"hello, world" * 20))
# expect: [(32, 20), (44, 20), (100, 20), (101, 20), (104, 20), (108, 60), (111, 40), (114, 20), (119, 20)]


def from_end(n):
    b, c = bytes(range(10)), bytearray(range(10))
    total = 0
    for i in range(n):
        k = i % 10
        total += b[-1 - k] - c[k] + b[-1] + c[-10]
        c[-1 - k] = (c[-1 - k] + 3) % 256
    return total, c

print(from_end(205))  # expect: (1570, bytearray(b'<=>?@DEFGH'))


def errors(n):
    c, b = bytearray(5), bytes(5)
    caught = {}
    for i in range(n):
        for f in (
            lambda: c[i % 7],
            lambda: b[i % 7],
            lambda: b[-(i % 8)],
            lambda: c.__setitem__(0, i % 260),
            lambda: put(c, i % 6, i % 258),
            lambda: put(c, -(i % 7), -(i % 3)),
            lambda: put(b, 0, 1),
            lambda: put(c, 0, 1.5 if i % 5 == 0 else 1),
            lambda: put(c, 0, 2**70 if i % 5 == 1 else 1),
            lambda: put(c, 2**70 if i % 9 == 1 else 1, 1),
            lambda: c["a" if i % 4 == 0 else 0],
        ):
            try:
                f()
            except (IndexError, ValueError, TypeError, OverflowError) as e:
                said = f"{type(e).__name__}: {e}"
                caught[said] = caught.get(said, 0) + 1
    return sorted(caught.items()), c

def put(c, i, x):
    c[i] = x

for line in errors(300)[0]:
    print(line)
# expect: ('IndexError: bytearray index out of range', 148)
# expect: ("IndexError: cannot fit 'int' into an index-sized integer", 34)
# expect: ('IndexError: index out of range', 159)
# expect: ("TypeError: 'bytes' object does not support item assignment", 300)
# expect: ("TypeError: 'float' object cannot be interpreted as an integer", 60)
# expect: ('TypeError: bytearray indices must be integers or slices, not str', 75)
# expect: ('ValueError: byte must be in range(0, 256)', 266)


# flags are ints; ints that do not stay in a byte
def flagged(n):
    c = bytearray(4)
    wrong = 0
    for i in range(n):
        c[i & 3] = i % 2 == 0
        try:
            c[i & 3] += 255
        except ValueError:
            wrong += 1
    return wrong, c

print(flagged(101))  # expect: (51, bytearray(b'\x01\xff\x01\xff'))


# the array grows, shrinks and gets a new block under the loop; views keep it from that
def resized(n):
    c = bytearray(b"abc")
    total = 0
    for i in range(n):
        c.append(i % 256)
        total += c[len(c) - 1] + c[i % 3]
        if i % 50 == 49:
            del c[3:]
        elif i % 70 == 69:
            c[:] = b"xyz" * 3
        elif i % 90 == 89:
            c = c + c
    return total, len(c)

print(resized(1000))  # expect: (244105, 3)


def viewed(n):
    c = bytearray(16)
    v = memoryview(c)
    for i in range(n):
        v[i % 16] = i % 251
        c[(i + 1) % 16] ^= c[i % 16]
        c[(i + 2) % 16] = v[(i + 1) % 16] >> 1
    return bytes(c)

print(viewed(400))  # expect: b'\xe5r\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94'


# classes that derive from them
class Loud(bytearray):
    def __getitem__(self, i):
        return -super().__getitem__(i)
    def __setitem__(self, i, x):
        super().__setitem__(i, x + 1)

class Plain(bytearray):
    pass

class Text(bytes):
    def __getitem__(self, i):
        return "item"

def several(n):
    things = [bytearray(b"ab"), Plain(b"cd"), Loud(b"ef"), [1, 2]]
    for i in range(n):
        t = things[i % 4]
        t[0] = t[1] if i % 4 != 2 else i % 200
        t[1] = (t[0] if i % 4 != 2 else 5) + i % 2 & 127
    return things, [x[1] for x in (b"ab", Text(b"ab"), Plain(b"ab"), "ab", (1, 2)) for _ in range(2)]

print(several(404))
# expect: ([bytearray(b'bb'), Plain(b'HI'), Loud(b'\x03\x06'), [102, 103]], [98, 98, 'item', 'item', 98, 98, 'b', 'b', 2, 2])


# two names of one array
def twice(n):
    a = bytearray(8)
    b = a
    total = 0
    for i in range(n):
        a[i & 7] = i & 255
        b[i & 7] = a[i & 7] ^ 1
        total += a[i & 7]
    return total

print(twice(600))  # expect: 69108
