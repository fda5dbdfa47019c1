# keeps insertion order
d = {"b": 1, "a": 2, "c": 3}
d["d"] = 4
d["b"] = 5
del d["a"]
d["a"] = 6
print(d, list(d), list(d.values()), list(reversed(d)), list(d.items())[-1])
# expect: {'b': 5, 'c': 3, 'd': 4, 'a': 6} ['b', 'c', 'd', 'a'] [5, 3, 4, 6] ['a', 'd', 'c', 'b'] ('a', 6)
