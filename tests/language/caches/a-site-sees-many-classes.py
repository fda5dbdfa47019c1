# a site sees many classes
classes = [type(f"C{i}", (), {"v": i, "m": lambda self, i=i: i * 10}) for i in range(40)]
objs = [c() for c in classes]
total = 0
for r in range(5):
    for o in objs:
        total += o.v + o.m()
print(total)  # expect: 42900
for c in classes[::2]:
    c.v = 100
print(sum(o.v for o in objs))  # expect: 2400
