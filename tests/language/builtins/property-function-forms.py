# property function forms
class A:
    def __init__(self):
        self._x = 1

    def getx(self):
        return self._x

    def setx(self, v):
        self._x = v

    def delx(self):
        del self._x

    x = property(getx, setx, delx, "the x")
    y = property(fget=lambda self: "y")


a = A()
a.x = 5
print(a.x, A.x.__doc__, a.y, A.x.fset.__name__, A.y.fset, type(A.x).__name__)
# expect: 5 the x y setx None property
del a.x
print(a.__dict__)  # expect: {}
