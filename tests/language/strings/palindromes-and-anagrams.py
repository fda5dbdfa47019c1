# palindromes and anagrams
words = ["level", "python", "Noon", "été", "listen", "silent"]
print([w for w in words if w.lower() == w.lower()[::-1]])  # expect: ['level', 'Noon', 'été']
groups = {}
for w in words:
    groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])  # expect: [['listen', 'silent']]
