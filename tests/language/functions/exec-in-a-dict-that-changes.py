# code executed in a plain dict sees what happens to that dict, and the dict stays a dict
space = {"k": 2, 1: "one", None: 3}
exec("""
def f(n):
    s = 0
    for i in range(n):
        s += g(i) + k
    return s
def g(i): return i * 2
def setk(v):
    global k
    k = v
def drop():
    global k
    del k
""", space)
f = space["f"]
print(f(300))  # expect: 90300
space["k"] = 5
print(f(300))  # expect: 91200
space["g"] = lambda i: 1
print(f(300))  # expect: 1800
space.update(k=0.5)
print(f(10))  # expect: 15.0
space["setk"]("x")
try:
    f(2)
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +: 'int' and 'str'
space["drop"]()
try:
    f(2)
except NameError as e:
    print(e)  # expect: name 'k' is not defined
print("k" in space, len(space), space.get("k"), 1 in space, space[None])  # expect: False 7 None True 3
space["len"] = lambda x: "mine"
exec("r = len([])", space)
print(space["r"])  # expect: mine
del space["len"]
exec("r = len([])", space)
print(space["r"])  # expect: 0
print([k for k in space if k != "__builtins__"])  # expect: [1, None, 'f', 'g', 'setk', 'drop', 'r']
print(space.popitem(), space.pop(1), space.setdefault("z", 9), space.pop("nothing", 4))
# expect: ('r', 0) one 9 4
copy = dict(space)
copy["k"] = 1
print("k" in space, copy == space, {**copy} == copy, (space | {"k": 1}) == copy)
# expect: False False True True
space.clear()
try:
    f(1)
except NameError as e:
    print(e)  # expect: name 'g' is not defined
print(len(space), list(space), bool(space), repr(space))  # expect: 0 [] False {}


# in a loop over it, and of an object's attributes
d = {"a": 1, "b": 2}
eval("1", d)
for name in d:
    exec("c = 0\na += 1", d, {"a": 1})
    if name != "__builtins__":
        print(name, d[name])
# expect: a 1
# expect: b 2


class Holder:
    pass


h = Holder()
h.x = 4
exec("y = x * 2\ndef z(): return x + y", h.__dict__)
print(h.y, h.z())  # expect: 8 12
h.x = 10
print(h.z(), sorted(k for k in vars(h) if k[0] != "_"))  # expect: 18 ['x', 'y', 'z']
del h.x
try:
    h.z()
except NameError as e:
    print(e)  # expect: name 'x' is not defined


def loop(n):
    s = 0
    for i in range(n):
        e = {"i": i}
        exec("j = i + 1", e)
        s += e["j"] + e["i"] + len(e)
        s += eval("(lambda: q)()", {"q": i})
    return s


print(loop(60))  # expect: 5550
big = {i: i for i in range(1000)}
big["v"] = 1
exec("def get(): return v", big)
big["v"] = 2
print(big["get"](), len(big))  # expect: 2 1003


class Del:
    def __del__(self):
        print("gone")


e = {"o": Del()}
exec("def p(): return o", e)
e["o"] = None  # expect: gone
print(e["p"]())  # expect: None
e["o"] = Del()
exec("p = None", e)
del e  # expect: gone
print("end")  # expect: end
