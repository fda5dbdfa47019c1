# class body names
x = "module"


class A:
    print(x)
    x = "class"
    print(x)

    def m(self):
        return x

    y = [x, x]
    for i in range(2):
        z = i
    del i
# expect: module
# expect: class


print(A().m(), A.y, A.z, hasattr(A, "i"), x)  # expect: module ['class', 'class'] 1 False module


def f():
    x = "function"

    class B:
        a = x
        def g(self):
            return x
    return B.a, B().g()


print(f())  # expect: ('function', 'function')
