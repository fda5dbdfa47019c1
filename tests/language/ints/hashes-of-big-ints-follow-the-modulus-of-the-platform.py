# hashes of big ints follow the modulus of the platform
import sys

modulus = sys.hash_info.modulus
for n in (2**47, 2**63, 10**30, 3**200):
    print(hash(n) == n % modulus, hash(-n) == -(n % modulus))
# expect: True True
# expect: True True
# expect: True True
# expect: True True
