# functions and methods bind by hand
def f(self, x=1):
    return (self, x)


class A:
    method = f

    def __repr__(self):
        return "A()"


a = A()
bound = f.__get__(a, A)
print(bound(2), f.__get__(None, A) is f, A.method is f, a.method == bound, a.method is a.method, hash(a.method) == hash(bound))
# expect: (A(), 2) True True True False True
print(bound.__self__, bound.__func__ is f, f.__get__(5)(6), bound.__name__)  # expect: A() True (5, 6) f
cm = classmethod(f)
sm = staticmethod(f)
print(cm.__get__(a, A)(3), cm.__get__(None, A)(4), sm.__get__(a)(7), sm(8, 9), cm.__func__ is f, sm.__wrapped__ is f)
# expect: (<class '__main__.A'>, 3) (<class '__main__.A'>, 4) (7, 1) (8, 9) True True
prop = property(lambda self: ("got", self))
print(prop.__get__(a), prop.__get__(None, A) is prop)  # expect: ('got', A()) True
try:
    prop.__set__(a, 1)
except AttributeError as error:
    print(error)  # expect: property '<lambda>' of 'A' object has no setter
try:
    f.__get__(None, None)
except TypeError as error:
    print(error)  # expect: __get__(None, None) is invalid
print(str.upper.__get__("abc")(), len.__get__ if hasattr(len, "__get__") else "no __get__", [].append.__self__)
# expect: ABC no __get__ []
a.method = lambda: "instance"
print(a.method(), type(a).method(a))  # expect: instance (A(), 1)
