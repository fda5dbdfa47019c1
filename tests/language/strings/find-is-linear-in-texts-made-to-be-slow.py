# find is linear in texts made to be slow
a = "a" * 300_000
print((a + "b").find("a" * 100_000 + "ba"))  # expect: -1
print((a + "b" + a).find("a" * 100_000 + "b"))  # expect: 200000
print((a + "b" + a).rfind("b" + "a" * 100_000))  # expect: 300000
print(("ab" * 100_000).rfind("ba" * 50_000 + "c"))  # expect: -1
print(("é\u0100" * 100_000).find("é\u0100" * 50_000 + "\u0100"))  # expect: -1
print((a.encode() + b"b").find(b"a" * 100_000 + b"b"))  # expect: 200000
print((a + "b").count("a" * 1000 + "b"), (a + "b").replace("a" * 150_000 + "c", "") == a + "b")
# expect: 1 True
