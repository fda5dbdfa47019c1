# getattr hook added later
class A:
    pass


def read(o):
    try:
        return o.missing
    except AttributeError:
        return "error"


a = A()
print({read(a) for _ in range(50)})  # expect: {'error'}
A.__getattr__ = lambda self, name: f"hook {name}"
print(read(a))  # expect: hook missing
A.missing = "real"
print(read(a))  # expect: real
A.__getattribute__ = lambda self, name: f"all {name}"
print(read(a))  # expect: all missing
del A.__getattribute__, A.__getattr__, A.missing
print(read(a))  # expect: error
