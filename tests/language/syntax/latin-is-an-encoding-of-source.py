# latin is an encoding of source
for name in b"latin", b"latin-1", b"latin1", b"L1", b"iso8859-1":
    names = {}
    exec(b"# coding: " + name + b"\ntext = '\xe9'\n", names)
    print(names["text"])
# expect: é
# expect: é
# expect: é
# expect: é
# expect: é
