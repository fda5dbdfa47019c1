# case predicates
for s in ("abc", "ABC", "Abc", "Abc Def", "abc1", "1", "", "ǅ", "a-B"):
    print(repr(s), s.islower(), s.isupper(), s.istitle())
# expect: 'abc' True False False
# expect: 'ABC' False True False
# expect: 'Abc' False False True
# expect: 'Abc Def' False False True
# expect: 'abc1' True False False
# expect: '1' False False False
# expect: '' False False False
# expect: 'ǅ' False False True
# expect: 'a-B' False False False
