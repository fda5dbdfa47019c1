# sort is stable
pairs = [(2, "b"), (1, "z"), (2, "a"), (1, "a"), (0, "q")]
pairs.sort(key=lambda p: p[0])
print(pairs)  # expect: [(0, 'q'), (1, 'z'), (1, 'a'), (2, 'b'), (2, 'a')]
pairs.sort(key=lambda p: p[0], reverse=True)
print(pairs)  # expect: [(2, 'b'), (2, 'a'), (1, 'z'), (1, 'a'), (0, 'q')]
print(sorted(pairs), sorted("hello", reverse=True), sorted([3, 1, 2], key=lambda x: -x))
# expect: [(0, 'q'), (1, 'a'), (1, 'z'), (2, 'a'), (2, 'b')] ['o', 'l', 'l', 'h', 'e'] [3, 2, 1]
words = "the quick brown fox jumps over the lazy dog".split()
words.sort(key=len)
print(words)  # expect: ['the', 'fox', 'the', 'dog', 'over', 'lazy', 'quick', 'brown', 'jumps']
