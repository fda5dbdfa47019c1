# class body loads local or global not enclosing when assigned
x = "module"


def f():
    x = "function"

    class C:
        before = x
        x = "class"
        after = x
    return C.before, C.after


def g():
    y = "function"

    class D:
        seen = y
    return D.seen


print(g())  # expect: function
try:
    print(f())  # expect: ('module', 'class')
except NameError as e:
    print(e)
