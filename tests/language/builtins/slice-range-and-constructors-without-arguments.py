# slice range and constructors without arguments
print(int(), float(), complex(), str(), bytes(), bytearray(), list(), tuple(), dict(), set(), frozenset(), bool(), object().__class__.__name__, zip().__class__.__name__)
# expect: 0 0.0 0j  b'' bytearray(b'') [] () {} set() frozenset() False object zip
