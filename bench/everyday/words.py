# Regular expressions and word counts.
import re, string
from collections import Counter
text = ("The quick brown fox jumps over the lazy dog. " * 50 + "Lorem ipsum dolor sit amet, consectetur adipiscing elit; sed do eiusmod. " * 40) * 40
words = re.findall(r"[a-z]+", text.lower())
c = Counter(words)
print(c.most_common(5))
table = str.maketrans("", "", string.punctuation)
clean = text.translate(table).split()
print(len(clean), sum(len(w) for w in clean))
freq = {}
for w in clean:
    w = w.lower()
    freq[w] = freq.get(w, 0) + 1
print(sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
out = []
for i, w in enumerate(clean):
    out.append(f"{i}:{w.upper():>10}|")
s = "".join(out)
print(len(s), hash(s) is not None)
def is_pal(s): return s == s[::-1]
print(sum(1 for w in clean if is_pal(w)))
def caesar(s, k):
    r = []
    for ch in s:
        if ch.isalpha():
            base = ord("A") if ch.isupper() else ord("a")
            r.append(chr((ord(ch) - base + k) % 26 + base))
        else: r.append(ch)
    return "".join(r)
e = caesar(text, 3)
print(caesar(e, -3) == text)
