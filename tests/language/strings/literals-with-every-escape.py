# literals with every escape
print(repr("\a\b\t\n\v\f\r\\\'\""), "\x41\101\u0042\U00000043\N{LATIN SMALL LETTER D}")
# expect: '\x07\x08\t\n\x0b\x0c\r\\\'"' AABCd
print(len("\
abc"), r"\n\x41", R'\'', "a" "b" 'c', """x
y""", '''"''')
# expect: 3 \n\x41 \' abc x
# expect: y "
print(ascii("\xe9\u20ac\U0001f600"), repr("\xe9\u20ac\U0001f600"))  # expect: '\xe9\u20ac\U0001f600' 'é€😀'
