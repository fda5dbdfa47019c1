# del unbinds and rebinds
x = 1
del x
try:
    x
except NameError as e:
    print(e)  # expect: name 'x' is not defined
x = 2
print(x)  # expect: 2
a = b = c = 1
del (a, b), c
print([n in globals() for n in "abc"])  # expect: [False, False, False]
d = {"k": [1, 2, 3]}
del d["k"][1], d["k"][0]
print(d)  # expect: {'k': [3]}


class O:
    pass


o = O()
o.p = 1
del o.p
print(hasattr(o, "p"))  # expect: False
