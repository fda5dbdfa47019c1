# property and slot behind the same name
class P:
    @property
    def x(self):
        return "property"


class S:
    __slots__ = ("x",)

    def __init__(self):
        self.x = "slot"


class I:
    def __init__(self):
        self.x = "instance"


class C:
    x = "class"


class G:
    def __getattr__(self, n):
        return "getattr"


def read(o):
    return o.x


objs = [P(), S(), I(), C(), G()]
for _ in range(20):
    out = [read(o) for o in objs]
print(out)  # expect: ['property', 'slot', 'instance', 'class', 'getattr']
