# bit length and bit count
for n in (0, 1, -1, 255, 256, -256, 2**47, 2**100 - 1, -(2**100)):
    print(n, n.bit_length(), n.bit_count())
# expect: 0 0 0
# expect: 1 1 1
# expect: -1 1 1
# expect: 255 8 8
# expect: 256 9 1
# expect: -256 9 1
# expect: 140737488355328 48 1
# expect: 1267650600228229401496703205375 100 100
# expect: -1267650600228229401496703205376 101 1
