# percent with mappings and stars
print("%(a)s %(b)05.1f %(a)r" % {"a": "x", "b": 2.25}, "%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159), "%(k)s" % {"k": (1, 2)}, "%(a(b))s" % {"a(b)": 1})
# expect: x 002.2 'x'    42|42   |3.14 (1, 2) 1
print("%10s|%-10s|%.2s|%5.1s|" % ("abc", "abc", "abc", "abc"), "%s" % {"a": 1}, "plain" % {}, "plain" % [])
# expect-json: "       abc|abc       |ab|    a| {'a': 1} plain plain"
