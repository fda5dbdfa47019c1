# str of objects uses str then repr
class A:
    def __repr__(self):
        return "repr-A"


class B(A):
    def __str__(self):
        return "str-B"


print(A(), B(), [A(), B()], str(A()), repr(B()), f"{A()} {B()} {B()!r} {A()!s}", "%s %r" % (B(), B()))
# expect: repr-A str-B [repr-A, repr-A] repr-A repr-A repr-A str-B repr-A repr-A str-B repr-A
