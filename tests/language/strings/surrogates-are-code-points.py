# surrogates are code points
s = "\ud83d\ude00"
print(len(s), ascii(s), s == "😀", ascii(s[0]), [hex(ord(c)) for c in s], s.isprintable())
# expect: 2 '\ud83d\ude00' False '\ud83d' ['0xd83d', '0xde00'] False
print(ascii(s + "x"), s.find("\ude00"), ascii(chr(0xD800)))  # expect: '\ud83d\ude00x' 1 '\ud800'
print(s.encode("utf-16-le", "surrogatepass").decode("utf-16-le"))  # expect: 😀
