# globals change under a running loop
factor = 1
def scale(x):
    return x * factor


out = []
for i in range(300):
    if i == 100:
        factor = 2
    if i == 200:
        factor = 1.5
    if i == 250:
        factor = "a"
    out.append(scale(i % 3))
print(out[98:104], out[198:204], out[248:254])
# expect: [2, 0, 2, 4, 0, 2] [0, 2, 3.0, 0.0, 1.5, 3.0] [3.0, 0.0, 'a', 'aa', '', 'a']
len_before = len
def measure(x):
    return len(x)


sizes = []
for i in range(60):
    if i == 30:
        len = lambda x: "shadowed"
    if i == 50:
        del len
    sizes.append(measure("abc"))
print(sizes[28:32], sizes[48:52])  # expect: [3, 3, 'shadowed', 'shadowed'] ['shadowed', 'shadowed', 3, 3]
