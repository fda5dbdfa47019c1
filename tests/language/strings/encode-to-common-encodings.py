# encode to common encodings
s = "aé€😀"
print(s.encode(), s.encode("utf-16-le"), s.encode("utf-32-be"))
# expect: b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80' b'a\x00\xe9\x00\xac =\xd8\x00\xde' b'\x00\x00\x00a\x00\x00\x00\xe9\x00\x00 \xac\x00\x01\xf6\x00'
print("é".encode("latin-1"), "abc".encode("ascii"), "é".encode("ascii", "ignore"), "é€".encode("ascii", "replace"))
# expect: b'\xe9' b'abc' b'' b'??'
print("é€".encode("ascii", "xmlcharrefreplace"), "é€😀".encode("ascii", "backslashreplace"), "é".encode("ascii", "namereplace"))
# expect: b'&#233;&#8364;' b'\\xe9\\u20ac\\U0001f600' b'\\N{LATIN SMALL LETTER E WITH ACUTE}'
print("é".encode("UTF8"), "é".encode(encoding="utf_8"), "x".encode("utf-8-sig"), "é".encode("utf-16") in (b"\xff\xfe\xe9\x00",))
# expect: b'\xc3\xa9' b'\xc3\xa9' b'\xef\xbb\xbfx' True
