# order after deleting and adding again
d = {i: i for i in range(6)}
del d[0], d[3]
d[0] = "back"
d[7] = 7
print(d, list(reversed(d)), list(d.items())[-1], d.popitem(), d)
# expect: {1: 1, 2: 2, 4: 4, 5: 5, 0: 'back'} [7, 0, 5, 4, 2, 1] (7, 7) (7, 7) {1: 1, 2: 2, 4: 4, 5: 5, 0: 'back'}
d.update({4: "four", 9: 9}, z=1)
print(d, next(iter(d)), d | {1: 0, "n": 0}, {"n": 0} | d)
# expect: {1: 1, 2: 2, 4: 'four', 5: 5, 0: 'back', 9: 9, 'z': 1} 1 {1: 0, 2: 2, 4: 'four', 5: 5, 0: 'back', 9: 9, 'z': 1, 'n': 0} {'n': 0, 1: 1, 2: 2, 4: 'four', 5: 5, 0: 'back', 9: 9, 'z': 1}
for i in range(100):
    d[i] = i
    if i % 2:
        del d[i]
print(len(d), list(d)[:8], list(d)[-3:])  # expect: 51 [2, 4, 0, 'z', 6, 8, 10, 12] [94, 96, 98]
d.clear()
d["only"] = 1
print(d, d.popitem())  # expect: {} ('only', 1)
try:
    d.popitem()
except KeyError as error:
    print(error)  # expect: 'popitem(): dictionary is empty'
e = dict.fromkeys("banana")
print(e, e.setdefault("b", 1), e.setdefault("c", 2), e)
# expect: {'b': None, 'a': None, 'n': None, 'c': 2} None 2 {'b': None, 'a': None, 'n': None, 'c': 2}
