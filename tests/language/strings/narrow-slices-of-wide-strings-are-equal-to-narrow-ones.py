# narrow slices of wide strings are equal to narrow ones
wide = "abc😀def"
print(wide[:3] == "abc", hash(wide[:3]) == hash("abc"), {wide[4:]: 1}["def"], wide[:3] + wide[4:] == "abcdef")
# expect: True True 1 True
print(wide.replace("😀", "-") == "abc-def", "abc-def" in {wide.replace("😀", "-")})  # expect: True True
