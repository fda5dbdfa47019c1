# hashes of big ints follow the 64 bit modulus
# oracle: native
for n in (2**47, 2**61 - 1, 2**61, 2**63, 10**30, -(10**30), 3**200):
    print(hash(n))
# expect: 140737488355328
# expect: 0
# expect: 1
# expect: 4
# expect: 465258685558744706
# expect: -465258685558744706
# expect: 424410663027747676
print(hash(0.5), hash(1e300), hash(-2.75), hash(2**61 + 0.0), hash(1 + 2j), hash(float("inf")))
# expect: 1152921504606846976 1224995262755759164 -1729382256910270466 1 2000007 314159
