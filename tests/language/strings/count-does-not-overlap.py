# count does not overlap
print("aaaa".count("aa"), "abc".count(""), "".count(""), "banana".count("an"), "banana".count("a", 2), "banana".count("a", 2, 4), "é😀é".count("é"))
# expect: 2 4 1 2 2 1 2
