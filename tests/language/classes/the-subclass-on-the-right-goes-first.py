# the subclass on the right goes first
class A:
    def __add__(self, o):
        return "A.add"

    def __radd__(self, o):
        return "A.radd"

    def __eq__(self, o):
        print("A.eq", end=" ")
        return True


class B(A):
    def __radd__(self, o):
        return "B.radd"

    def __eq__(self, o):
        print("B.eq", end=" ")
        return True


class C(A):
    pass


print(A() + B(), B() + A(), A() + C(), C() + A(), A() + A(), 1 + A())
# expect: B.radd A.add A.add A.add A.add A.radd
print(A() == B(), B() == A())  # expect: B.eq B.eq True True
