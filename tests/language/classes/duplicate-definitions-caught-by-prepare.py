# duplicate definitions caught by prepare
class NoDup(dict):
    def __setitem__(self, k, v):
        if k in self and not k.startswith("__"):
            raise TypeError(f"{k} defined twice")
        super().__setitem__(k, v)


class M(type):
    def __prepare__(name, bases):
        return NoDup()
    __prepare__ = classmethod(lambda m, n, b: NoDup())


class Ok(metaclass=M):
    a = 1
    b = 2


try:
    class Bad(metaclass=M):
        def f(self): pass
        def f(self): pass
except TypeError as e:
    print(e, Ok.a)  # expect: f defined twice 1
