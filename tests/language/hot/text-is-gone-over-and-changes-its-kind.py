# characters by index and by iteration, of strings of all kinds, in one hot loop
def scan(text):
    vowels = digits = other = 0
    for ch in text:
        if ch == "a" or ch == "e" or ch == "o":
            vowels += 1
        elif ch in "0123456789":
            digits += 1
        elif ch != " ":
            other += 1
    return vowels, digits, other


def by_index(text):
    i = 0
    out = []
    while i < len(text):
        ch = text[i]
        if ch == "b":
            out.append(text[-1 - i])
        elif ch > "x":
            out.append("!")
        else:
            out.append(ch)
        i += 1
    return "".join(out)


texts = ["a1 b2 c3 e9 " * 30, "äöü a1 ÿ " * 30, "αβγ a1 ω " * 30, "😀 a1 z\x00 " * 30, "", "o"]
for _ in range(3):
    for text in texts:
        print(scan(text), len(by_index(text)), hash(by_index(text)) == hash(by_index(text)))
# expect: (60, 120, 60) 360 True
# expect: (30, 30, 120) 270 True
# expect: (30, 30, 120) 270 True
# expect: (30, 30, 90) 240 True
# expect: (0, 0, 0) 0 True
# expect: (1, 0, 0) 1 True
# expect: (60, 120, 60) 360 True
# expect: (30, 30, 120) 270 True
# expect: (30, 30, 120) 270 True
# expect: (30, 30, 90) 240 True
# expect: (0, 0, 0) 0 True
# expect: (1, 0, 0) 1 True
# expect: (60, 120, 60) 360 True
# expect: (30, 30, 120) 270 True
# expect: (30, 30, 120) 270 True
# expect: (30, 30, 90) 240 True
# expect: (0, 0, 0) 0 True
# expect: (1, 0, 0) 1 True
print(by_index("abcxyz" * 10), by_index("αbγ" * 9))
# expect: aycx!!aycx!!aycx!!aycx!!aycx!!aycx!!aycx!!aycx!!aycx!!aycx!! !b!!b!!b!!b!!b!!b!!b!!b!!b!


def out_of_range(text, n):
    misses = 0
    for i in range(-n, n):
        try:
            text[i]
        except IndexError as e:
            misses += 1
            last = str(e)
    return misses, last


print(out_of_range("hello" * 20, 150), out_of_range("héλ" * 20, 150))
# expect: (100, 'string index out of range') (180, 'string index out of range')
data = bytes(range(256)) * 2
total = 0
for v in data:
    total = total * 3 % 65521 + v
for i in range(len(data)):
    total += data[i] ^ data[-1 - i]
print(total)  # expect: 148392
single = [chr(i) for i in range(200, 300)]
same = 0
for a in single:
    for b in single:
        if a == b:
            same += 1
print(same, "a" "" == "a", "".join(["a"]) is "abc"[0])  # expect: 100 True True
words = []
for ch in "hot loops, characters; and words. " * 20:
    if ch.isalpha():
        if not words or words[-1] is None:
            words.append("")
        words[-1] += ch
    elif words and words[-1] is not None:
        words.append(None)
print(sum(w is not None for w in words), words[:6])
# expect: 100 ['hot', None, 'loops', None, 'characters', None]
