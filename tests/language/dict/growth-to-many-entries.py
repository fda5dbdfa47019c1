# growth to many entries
d = {}
for i in range(20000):
    d[f"k{i}"] = i
print(len(d), d["k0"], d["k19999"], "k20000" in d, sum(d.values()))  # expect: 20000 0 19999 False 199990000
e = {k: v for k, v in d.items() if v % 1000 == 0}
print(e["k7000"], len(e), list(e)[:3])  # expect: 7000 20 ['k0', 'k1000', 'k2000']
