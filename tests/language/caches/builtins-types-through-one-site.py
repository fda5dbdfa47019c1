# builtins types through one site
def length(x):
    return len(x)


def first(x):
    return x[0]


def double(x):
    return x + x


values = ["ab", [1, 2], (3, 4), b"xy", range(5, 9), {0: "zero"}, bytearray(b"q")]
for _ in range(10):
    out = [(length(v), first(v)) for v in values]
print(out)  # expect: [(2, 'a'), (2, 1), (2, 3), (2, 120), (4, 5), (1, 'zero'), (1, 113)]
for _ in range(10):
    out = [double(v) for v in (1, 2.5, "s", [1], (2,), 2**47, -(2**47), True, 1j, b"b")]
print(out)  # expect: [2, 5.0, 'ss', [1, 1], (2, 2), 281474976710656, -281474976710656, 2, 2j, b'bb']
