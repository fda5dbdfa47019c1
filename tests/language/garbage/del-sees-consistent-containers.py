# del sees consistent containers
class D:
    def __init__(self, box):
        self.box = box

    def __del__(self):
        self.box.append("x")
        print(len(self.box))


l = []
l.append(D(l))
l[0] = None  # expect: 2
l.append(D(l))
l.pop()  # expect: 3
l.append(D(l))
l.clear()  # expect: 1
print(l)  # expect: ['x']
d = {}


class E:
    def __del__(self):
        d["during"] = len(d)


d["e"] = E()
d.pop("e")
print(d)  # expect: {'during': 0}
d["e"] = E()
d.clear()
print(d)  # expect: {'during': 0}
