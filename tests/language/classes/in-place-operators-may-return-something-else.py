# in place operators may return something else
class Acc:
    def __init__(self):
        self.items = []

    def __iadd__(self, x):
        self.items.append(x)
        return self

    def __isub__(self, x):
        return "replaced"


a = b = Acc()
a += 1
a += "two"
print(a is b, b.items)  # expect: True [1, 'two']
a -= 1
print(a, b.items)  # expect: replaced [1, 'two']


class Plain:
    def __add__(self, o):
        return ("new", o)


p = Plain()
p += 5
print(p)  # expect: ('new', 5)
d = {"k": [1]}
d["k"] += [2]
d["k"] *= 2
print(d)  # expect: {'k': [1, 2, 1, 2]}
