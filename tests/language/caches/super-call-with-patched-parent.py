# super call with patched parent
class A:
    def f(self):
        return ["A"]


class B(A):
    def f(self):
        return super().f() + ["B"]


b = B()
for _ in range(50):
    b.f()
A.f = lambda self: ["patched"]
print(b.f())  # expect: ['patched', 'B']


class X(A):
    def f(self):
        return ["X"] + super().f()


class C(B, X):
    pass


print(C().f())  # expect: ['X', 'patched', 'B']
del A.f
try:
    b.f()
except AttributeError as e:
    print(e)  # expect: 'super' object has no attribute 'f'
