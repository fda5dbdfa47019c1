# string building in loops
out = []
word = ""
for i in range(400):
    c = "abcde "[i * 7 % 6]
    if c == " ":
        out.append(word)
        word = ""
    else:
        word += c
print(len(out), out[:3], word)  # expect: 66 ['abcde', 'abcde', 'abcde'] abcd
digits = 0
for ch in str(3**300):
    if ch in "13579":
        digits += int(ch)
print(digits)  # expect: 387
