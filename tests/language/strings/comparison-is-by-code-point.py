# comparison is by code point
print("a" < "b", "a" < "B", "Z" < "a", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "😀" > "\uffff", "10" < "9")
# expect: True False True True True True True True True
print(sorted(["b", "A", "a", "é", "Z", "😀", ""]), max("hello"), min("hello"))
# expect: ['', 'A', 'Z', 'a', 'b', 'é', '😀'] o e
