# init subclass is an implicit classmethod
class A:
    def __init_subclass__(cls, **kw):
        print("A sees", cls.__name__, kw)


class B(A, x=1):
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
# expect: A sees B {'x': 1}


class C(B, tag="t", y=2):
    pass
# expect: A sees C {'y': 2}


print(C.tag, type(A.__dict__["__init_subclass__"]).__name__)  # expect: t classmethod
type("D", (B,), {}, tag="dynamic")  # expect: A sees D {}
