# CPython 3.14.2 refuses to compile the first ("compiler_lookup_arg failed"); later ones do what stands here.
class C:
    found = [lambda: __class__ for _ in [1]]
    deep = [[lambda: [__class__ for _ in "ab"] for _ in [1]] for _ in [1]]


print(C.found[0](), C.deep[0][0]())  # expect: <class '__main__.C'> [<class '__main__.C'>, <class '__main__.C'>]
try:
    class D:
        found = [(lambda: __class__, __class__) for _ in [1]]
except NameError as e:
    print(e)  # expect: name '__class__' is not defined


class E:
    __classdict__: int


print(E.__annotations__)  # expect: {'__classdict__': <class 'int'>}
