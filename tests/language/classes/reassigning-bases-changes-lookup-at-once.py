# reassigning bases changes lookup at once
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class A:
    def f(self):
        return "A"


class B:
    def f(self):
        return "B"

    def g(self):
        return "B.g"


class C(A):
    pass


c = C()
results = []
for i in range(100):
    if i == 50:
        C.__bases__ = (B,)
    results.append(c.f())
print(results[49], results[50], c.g(), C.__mro__[1].__name__, isinstance(c, A), isinstance(c, B))
# expect: A B B.g B False True
attempt(lambda: setattr(C, "__bases__", ()))
# expect: TypeError: can only assign non-empty tuple to C.__bases__, not ()
attempt(lambda: setattr(C, "__bases__", (C,)))
# expect: TypeError: a __bases__ item causes an inheritance cycle
attempt(lambda: setattr(C, "__bases__", (int,)))
# expect: TypeError: __bases__ assignment: 'int' deallocator differs from 'B'
attempt(lambda: setattr(C, "__bases__", 5))  # expect: TypeError: can only assign tuple to C.__bases__, not int
attempt(lambda: delattr(C, "__bases__"))
# expect: TypeError: cannot delete '__bases__' attribute of immutable type 'C'
class D(C):
    pass
attempt(lambda: setattr(C, "__bases__", (D,)))
# expect: TypeError: a __bases__ item causes an inheritance cycle
print(D().f())  # expect: B
