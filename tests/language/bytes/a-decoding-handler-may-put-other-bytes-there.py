import codecs

calls = 0


def other(error):
    global calls
    calls += 1
    if calls > 1:
        raise RuntimeError("called again")
    error.object = b"abcdef"
    return "?", 3


codecs.register_error("other", other)
print(b"x\xffyz".decode("ascii", "other"))  # expect: x?def
print(ascii(b"\x00".decode("utf-16-le", "other")) if calls == 0 else "")  # expect:


def wrong(error):
    error.object = None
    return "?", 1


codecs.register_error("wrong", wrong)
try:
    print(b"\xff".decode("ascii", "wrong"))
except TypeError as e:
    print(e)  # expect: UnicodeError 'object' attribute must be a bytes
codecs.register_error("one", lambda error: ("?", error.end))
text = (b"a" * 400000 + b"\xff" + b"b" * 400000).decode("ascii", "one")
print(len(text), text[399999:400003])  # expect: 800001 a?bb
