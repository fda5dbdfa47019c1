# class statement keyword and base evaluation
def base(name):
    print("base", name)
    return type(name, (), {})


class M(type):
    def __new__(m, n, b, ns, **k):
        print("kw", k, [x.__name__ for x in b])
        return super().__new__(m, n, b, ns)

    def __init__(c, *a, **k):
        pass


bases = (base("P"),)  # expect: base P
kw = {"z": 3}


class C(*bases, base("Q"), metaclass=M, y=print("kw evaluated"), **kw):
    pass
# expect: base Q
# expect: kw evaluated
# expect: kw {'y': None, 'z': 3} ['P', 'Q']


print(C.__bases__[1].__name__)  # expect: Q
