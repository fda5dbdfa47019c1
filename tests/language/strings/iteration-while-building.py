# iteration while building
s = ""
for c in "hello":
    s = c + s
print(s, "".join(sorted("hello")), list(enumerate("aé")), dict(zip("ab", "cd")))
# expect: olleh ehllo [(0, 'a'), (1, 'é')] {'a': 'c', 'b': 'd'}
it = iter("ab")
print(next(it), next(it), next(it, "end"))  # expect: a b end
