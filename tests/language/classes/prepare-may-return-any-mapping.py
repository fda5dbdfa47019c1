# prepare may return any mapping
class Log(dict):
    def __init__(self):
        super().__init__()
        self.order = []

    def __setitem__(self, k, v):
        self.order.append(k)
        super().__setitem__(k, v)

    def __missing__(self, k):
        if k.startswith("auto_"):
            return f"<{k}>"
        raise KeyError(k)


class Meta(type):
    @classmethod
    def __prepare__(m, name, bases):
        return Log()

    def __new__(m, name, bases, ns):
        cls = super().__new__(m, name, bases, dict(ns))
        cls.order = [n for n in ns.order if not n.startswith("__")]
        return cls


class A(metaclass=Meta):
    x = 1
    y = auto_thing
    x = 2

    def f(self): pass


print(A.order, A.y, A.x)  # expect: ['x', 'y', 'x', 'f'] <auto_thing> 2
try:
    class B(metaclass=Meta):
        z = not_auto
except NameError as e:
    print(e)  # expect: name 'not_auto' is not defined
