# character class predicates
for s in ("abc", "abc1", "123", "½", "²", "٣", "", " \t", "a b", "_x1", "1x", "é", "\n", "·", "def"):
    print(ascii(s), s.isalpha(), s.isalnum(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isspace(), s.isidentifier(), s.isprintable(), s.isascii())
# expect: 'abc' True True False False False False True True True
# expect: 'abc1' False True False False False False True True True
# expect: '123' False True True True True False False True True
# expect: '\xbd' False True False False True False False True False
# expect: '\xb2' False True True False True False False True False
# expect: '\u0663' False True True True True False False True False
# expect: '' False False False False False False False True True
# expect: ' \t' False False False False False True False False True
# expect: 'a b' False False False False False False False True True
# expect: '_x1' False False False False False False True True True
# expect: '1x' False True False False False False False True True
# expect: '\xe9' True True False False False False True True False
# expect: '\n' False False False False False True False False True
# expect: '\xb7' False False False False False False False True False
# expect: 'def' True True False False False False True True True
