# truth length and index are checked
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


def make(**methods):
    return type("X", (), {name: (lambda self, r=result: r) for name, result in methods.items()})()


for method, results in (("__bool__", (1, None, True)), ("__len__", (-1, "x", 2**70, True, 3)), ("__index__", ("x", True)), ("__hash__", (None, "x", 2**70, True)), ("__str__", (5, None)), ("__repr__", (b"x",)), ("__int__", ("5", 2.5, True)), ("__float__", (5, "x")), ("__bytes__", ("x",)), ("__iter__", (5, None)), ("__format__", (5,)), ("__contains__", ("yes", 0)), ("__length_hint__", ("x", -1))):
    for result in results:
        x = make(**{method: result})
        if method == "__format__":
            x = type("X", (), {"__format__": lambda self, spec: 5})()
        if method == "__contains__":
            x = type("X", (), {"__contains__": lambda self, item, r=result: r})()
        function = {"__bool__": bool, "__len__": len, "__index__": lambda o: [1, 2, 3][o], "__hash__": lambda o: isinstance(hash(o), int), "__str__": str, "__repr__": repr, "__int__": int, "__float__": float, "__complex__": complex, "__bytes__": bytes, "__iter__": iter, "__format__": format, "__contains__": lambda o: 1 in o, "__length_hint__": __import__("operator").length_hint}[method]
        print(method, repr(result), end=" ")
        attempt(function, x)
# expect: __bool__ 1 TypeError: __bool__ should return bool, returned int
# expect: __bool__ None TypeError: __bool__ should return bool, returned NoneType
# expect: __bool__ True True
# expect: __len__ -1 ValueError: __len__() should return >= 0
# expect: __len__ 'x' TypeError: 'str' object cannot be interpreted as an integer
# expect: __len__ 1180591620717411303424 OverflowError: cannot fit 'int' into an index-sized integer
# expect: __len__ True 1
# expect: __len__ 3 3
# expect: __index__ 'x' TypeError: __index__ returned non-int (type str)
# expect: __index__ True 2
# expect: __hash__ None TypeError: __hash__ method should return an integer
# expect: __hash__ 'x' TypeError: __hash__ method should return an integer
# expect: __hash__ 1180591620717411303424 True
# expect: __hash__ True True
# expect: __str__ 5 TypeError: __str__ returned non-string (type int)
# expect: __str__ None TypeError: __str__ returned non-string (type NoneType)
# expect: __repr__ b'x' TypeError: __repr__ returned non-string (type bytes)
# expect: __int__ '5' TypeError: __int__ returned non-int (type str)
# expect: __int__ 2.5 TypeError: __int__ returned non-int (type float)
# expect: __int__ True 1
# expect: __float__ 5 TypeError: X.__float__ returned non-float (type int)
# expect: __float__ 'x' TypeError: X.__float__ returned non-float (type str)
# expect: __bytes__ 'x' TypeError: __bytes__ returned non-bytes (type str)
# expect: __iter__ 5 TypeError: iter() returned non-iterator of type 'int'
# expect: __iter__ None TypeError: iter() returned non-iterator of type 'NoneType'
# expect: __format__ 5 TypeError: __format__ must return a str, not int
# expect: __contains__ 'yes' True
# expect: __contains__ 0 False
# expect: __length_hint__ 'x' TypeError: __length_hint__ must be an integer, not str
# expect: __length_hint__ -1 ValueError: __length_hint__() should return >= 0
