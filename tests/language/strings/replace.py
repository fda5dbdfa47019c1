# replace
print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "aaa".replace("aa", "b"))
# expect: bonono bonona -a-b-c- -a-bc ba
print("x".replace("y", "z"), "aé😀".replace("😀", ""), "abc".replace("b", "é"), "a.b".replace(".", count=1, new="!") if False else "a.b.c".replace(".", "!", count=1))
# expect: x aé aéc a!b.c
