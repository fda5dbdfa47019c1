# counter arithmetic
from collections import Counter

a, b = Counter("aabbc"), Counter("abbbd")
print(a + b, a - b, a & b, a | b, +Counter(a=0, b=-1, c=2), sorted(a.elements()), a.total(), a["zzz"])
# expect: Counter({'b': 5, 'a': 3, 'c': 1, 'd': 1}) Counter({'a': 1, 'c': 1}) Counter({'b': 2, 'a': 1}) Counter({'b': 3, 'a': 2, 'c': 1, 'd': 1}) Counter({'c': 2}) ['a', 'a', 'b', 'b', 'c'] 5 0
a.subtract(b)
print(a, a.most_common()[-1], Counter(x=2, y=1) == Counter({"y": 1, "x": 2}))
# expect: Counter({'a': 1, 'c': 1, 'b': -1, 'd': -1}) ('d', -1) True
