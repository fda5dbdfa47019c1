# metaclass controls creation
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"injected": 1}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")))
        ns["extra"] = kw.get("tag")
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", cls.__name__)
        super().__init__(name, bases, ns)

    def __call__(cls, *a):
        print("call", a)
        return super().__call__(*a)


class A(metaclass=Meta, tag="t"):
    x = 1

    def __init__(self, n):
        self.n = n
# expect: prepare A () {'tag': 't'}
# expect: new A ['injected', 'x']
# expect: init A


class B(A):
    pass
# expect: prepare B (<class '__main__.A'>,) {}
# expect: new B ['injected']
# expect: init B


print(A(5).n, A.extra, B.extra, A.injected, type(B).__name__)
# expect: call (5,)
# expect: 5 t None 1 Meta
