# deep inheritance lookup
C = type("C0", (), {"deep": "found", "m": lambda self: "m0"})
classes = [C]
for i in range(1, 60):
    C = type(f"C{i}", (C,), {})
    classes.append(C)
o = C()


def look():
    return o.deep, o.m()


for _ in range(30):
    look()
print(look())  # expect: ('found', 'm0')
classes[30].deep = "middle"
print(look())  # expect: ('middle', 'm0')
classes[10].m = lambda self: "m10"
print(look())  # expect: ('middle', 'm10')
classes[59].m = lambda self: "m59"
del classes[30].deep
print(look(), len(C.__mro__))  # expect: ('found', 'm59') 61
