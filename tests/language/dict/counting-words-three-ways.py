# counting words three ways
text = "the cat and the dog and the bird"
a = {}
for w in text.split():
    a[w] = a.get(w, 0) + 1
from collections import Counter, defaultdict

b = defaultdict(int)
for w in text.split():
    b[w] += 1
c = Counter(text.split())
print(a, a == b == c, c.most_common(2), dict(c))
# expect: {'the': 3, 'cat': 1, 'and': 2, 'dog': 1, 'bird': 1} True [('the', 3), ('and', 2)] {'the': 3, 'cat': 1, 'and': 2, 'dog': 1, 'bird': 1}
