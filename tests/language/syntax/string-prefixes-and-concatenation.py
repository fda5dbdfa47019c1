# string prefixes and concatenation
print("a" 'b' """c""" r"\d" u"e" f"{1}" rb"x".decode(), b"a" b"b", R"\n", Rb"\n", bR"\n", f"""{
    1 + 1
}""", "tab\there", 'q\'q', "line\
 joined")
for source in ('"abc', "'''abc", "b'é'", "'\\x1'", "'\\u12'", "'\\N{no such}'", "'a' b'b'", "ub'a'", "'\\U00110000'", "f'{'", "f'{a b}'", "f'}'", "f'{}'", "f'{a!x}'", "f'{a!}'", "f'{*a}'", "f'{lambda x: 1}'", "f'{a:{b:{c:{d}}}}'", "t'a' 'b'"):
    try:
        compile(source, "s", "eval")
        print("ok", source)
    except SyntaxError as e:
        print(source, "|", e.msg)
# raises: SyntaxError: cannot mix bytes and nonbytes literals
