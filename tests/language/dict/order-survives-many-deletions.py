# order survives many deletions
d = {}
for i in range(100):
    d[i] = str(i)
for i in range(0, 100, 3):
    del d[i]
for i in range(0, 30, 3):
    d[i] = "back"
print(list(d)[:5], list(d)[-5:], len(d), d[3], 33 in d, next(iter(d)))
# expect: [1, 2, 4, 5, 7] [15, 18, 21, 24, 27] 76 back False 1
for i in range(95):
    d.pop(i, None)
print(d)  # expect: {95: '95', 97: '97', 98: '98'}
