# inverting and sorting
d = {"b": 2, "a": 3, "c": 1}
print({v: k for k, v in d.items()}, sorted(d), sorted(d.items(), key=lambda kv: kv[1]), dict(sorted(d.items())), min(d, key=d.get))
# expect: {2: 'b', 3: 'a', 1: 'c'} ['a', 'b', 'c'] [('c', 1), ('b', 2), ('a', 3)] {'a': 3, 'b': 2, 'c': 1} c
