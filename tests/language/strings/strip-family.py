# strip family
s = "  xx hello xx\t\n"
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()))
# expect: 'xx hello xx' 'xx hello xx\t\n' '  xx hello xx'
print("xxhixx".strip("x"), "abcba".strip("ab"), "abc".lstrip("cb"), "abc".rstrip("cb"), "".strip(), "   ".strip() == "")
# expect: hi c abc a  True
print(repr("\u3000\xa0x\u2003".strip()), "x".strip(None), "TestHook".removeprefix("Test"), "TestHook".removesuffix("Hook"), "x".removeprefix("xy"))
# expect: 'x' x Hook Test x
