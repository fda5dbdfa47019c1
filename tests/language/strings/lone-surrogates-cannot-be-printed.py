# lone surrogates cannot be printed
for text in ("a\ud800", "\udc80", "ok \U0001f600"):
    try:
        print(text)
    except UnicodeEncodeError as error:
        print(type(error).__name__, error.encoding, error.start, error.end, error.reason)
# expect: UnicodeEncodeError utf-8 1 2 surrogates not allowed
# expect: UnicodeEncodeError utf-8 0 1 surrogates not allowed
# expect: ok 😀
print(ascii("\ud800"), repr("\udfff"), len("\ud83d\ude00"), "\ud83d\ude00" == "\U0001f600")
# expect: '\ud800' '\udfff' 2 False
print("\udc80".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"), "\ud800".encode("ascii", "backslashreplace"))
# expect: b'\x80' b'\xed\xa0\x80' b'\\ud800'
