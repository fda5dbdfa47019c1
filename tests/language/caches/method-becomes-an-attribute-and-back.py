# method becomes an attribute and back
class A:
    def f(self):
        return "method"


def call(o):
    return o.f()


a = A()
for _ in range(50):
    r = call(a)
print(r)  # expect: method
a.f = lambda: "instance function"
print(call(a), call(A()))  # expect: instance function method
del a.f
A.f = staticmethod(lambda: "static")
print(call(a))  # expect: static
A.f = classmethod(lambda cls: cls.__name__)
print(call(a))  # expect: A
A.f = 5
try:
    call(a)
except TypeError as e:
    print(e)  # expect: 'int' object is not callable
A.f = type("Callable", (), {"__call__": lambda self: "callable object"})()
print(call(a))  # expect: callable object
