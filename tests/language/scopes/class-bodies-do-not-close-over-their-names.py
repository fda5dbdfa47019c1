# class bodies do not close over their names
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


x = "global"


class A:
    x = "class"
    y = x
    z = [x for _ in range(1)]
    w = (lambda: x)()

    def f(self):
        return x

    class B:
        x2 = x

    for i in range(3):
        pass
    del i


print(A.y, A.z, A.w, A().f(), A.B.x2, hasattr(A, "i"))  # expect: class ['global'] global global global False
def outer():
    x = "outer"

    class C:
        y = x
        x = "inner"
        z = x

        def f(self):
            return x

    class D:
        nonlocal x
        x = "changed"

    class E:
        global x
        x = "global changed"

    return C.y, C.z, C().f(), x, hasattr(D, "x")


attempt(outer)  # expect: ('global', 'inner', 'changed', 'changed', False)
print(x)  # expect: global changed
def late():
    def inner():
        return value
    attempt(inner)
    value = 1
    attempt(inner)
    del value
    attempt(inner)
late()
# expect: NameError: cannot access free variable 'value' where it is not associated with a value in enclosing scope
# expect: 1
# expect: NameError: cannot access free variable 'value' where it is not associated with a value in enclosing scope
def unbound():
    print(local)
    local = 1
attempt(unbound)
# expect: UnboundLocalError: cannot access local variable 'local' where it is not associated with a value
def deleting():
    a = 1
    del a
    return a
attempt(deleting)
# expect: UnboundLocalError: cannot access local variable 'a' where it is not associated with a value
def loop():
    for i in []:
        pass
    return i
attempt(loop)
# expect: UnboundLocalError: cannot access local variable 'i' where it is not associated with a value
def handler():
    try:
        raise ValueError
    except ValueError as e:
        pass
    return e
attempt(handler)
# expect: UnboundLocalError: cannot access local variable 'e' where it is not associated with a value
print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
# expect: [0, 1, 2] [2, 2, 2] [0, 1, 2]
