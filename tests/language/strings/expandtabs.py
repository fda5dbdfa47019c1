# expandtabs
print("a\tb".expandtabs(), "a\tbc\td".expandtabs(4), "\t|".expandtabs(0), "ab\ncd\te".expandtabs(4), "12345678\tx".expandtabs(8))
# expect: a       b a   bc  d | ab
# expect: cd  e 12345678        x
