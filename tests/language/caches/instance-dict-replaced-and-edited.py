# instance dict replaced and edited
class A:
    def __init__(self):
        self.a = 1
        self.b = 2


def read(o):
    return o.a, o.b


o = A()
for _ in range(50):
    read(o)
o.__dict__["a"] = 10
print(read(o))  # expect: (10, 2)
o.__dict__ = {"b": 20, "a": 30}
print(read(o))  # expect: (30, 20)
d = o.__dict__
d["b"] = 5
print(read(o), A().__dict__)  # expect: (30, 5) {'a': 1, 'b': 2}
del o.a
o.a = "back"
print(read(o), list(o.__dict__))  # expect: ('back', 5) ['b', 'a']
vars(o).clear()
try:
    read(o)
except AttributeError as e:
    print(e)  # expect: 'A' object has no attribute 'a'
