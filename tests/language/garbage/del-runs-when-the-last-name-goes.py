# del runs when the last name goes
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def inner():
    a = Loud("local")
    print("leaving")


inner()
# expect: leaving
# expect: del local
x = Loud("first")
x = Loud("second")  # expect: del first
print("replaced")  # expect: replaced
y = x
del x
print("still there")  # expect: still there
y = None  # expect: del second
Loud("temporary")  # expect: del temporary
print("after temporary")  # expect: after temporary
[Loud("in list"), 1][1]  # expect: del in list
print("after list")  # expect: after list
items = [Loud(i) for i in range(3)]
items.pop()  # expect: del 2
items[0] = None  # expect: del 0
items.clear()  # expect: del 1
d = {"a": Loud("value"), Loud("key"): 1}
d["a"] = 0  # expect: del value
d.popitem()  # expect: del key
t = (Loud("tuple"),)
del t  # expect: del tuple
def generator():
    kept = Loud("in generator")
    yield 1
    yield 2


g = generator()
next(g)
del g  # expect: del in generator
try:
    raise ValueError(Loud("in exception"))
except ValueError as error:
    print("caught")
# expect: caught
# expect: del in exception
print("end of except")  # expect: end of except
for x in [Loud("looped")]:
    pass
x = 1  # expect: del looped
with_default = lambda a=Loud("default"): a
del with_default  # expect: del default
print("end")  # expect: end
del d
