# hashes agree with equal numbers
print(hash(0), hash(1), hash(-1), hash(-2), hash(2**30), hash(-12345))  # expect: 0 1 -2 -2 1073741824 -12345
print(hash(10**20) == hash(1e20), hash(True), hash(2**53) == hash(2.0**53), hash(-0.0))
# expect: True 1 True 0
print(hash(2**100) == hash(2.0**100), hash(3 + 0j) == hash(3))  # expect: True True
table = {1: "int"}
table[1.0] = "float"
table[True] = "bool"
print(table)  # expect: {1: 'bool'}
