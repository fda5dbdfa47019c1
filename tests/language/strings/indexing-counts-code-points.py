# indexing counts code points
s = "aé€😀z"
print(len(s), s[0], s[1], s[2], s[3], s[-1], s[-2])  # expect: 5 a é € 😀 z 😀
print([ord(c) for c in s], [c for c in reversed(s)])
# expect: [97, 233, 8364, 128512, 122] ['z', '😀', '€', 'é', 'a']
print(s[1:4], s[::-1], s[::2], s[10:], s[-100:2], s[3:1])
# expect-json: "\u00e9\u20ac\ud83d\ude00 z\ud83d\ude00\u20ac\u00e9a a\u20acz  a\u00e9 "
