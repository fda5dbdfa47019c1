# find and index
s = "abracadabra"
print(s.find("abra"), s.find("abra", 1), s.rfind("abra"), s.find("z"), s.find(""), s.find("", 11), s.find("", 12))
# expect: 0 7 7 -1 0 11 -1
print(s.index("cad"), s.rindex("a"), s.find("a", -3), s.find("a", 2, 3), s.rfind("a", 0, 5), s.rfind(""))
# expect: 4 10 10 -1 3 11
print("aé€😀".find("😀"), "aé€".find("é€"), "abc".find("é"), "x" in "xyz", "" in "", "é" in "abc")
# expect: 3 1 -1 True True False
