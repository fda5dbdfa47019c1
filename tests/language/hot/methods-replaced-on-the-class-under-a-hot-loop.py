# methods replaced on the class under a hot loop
class A:
    def f(self):
        return "old"


class B(A):
    pass


a, b = A(), B()
seen = []
for i in range(300):
    if i == 100:
        A.f = lambda self: "new"
    if i == 150:
        B.f = lambda self: "sub"
    if i == 200:
        del B.f
    if i == 220:
        b.f = lambda: "own"
    if i == 250:
        del b.f
    if i == 280:
        A.f = property(lambda self: lambda: "property")
    seen.append((a.f(), b.f()))
for i in (99, 100, 149, 150, 199, 200, 219, 220, 249, 250, 279, 280):
    print(i, seen[i])
# expect: 99 ('old', 'old')
# expect: 100 ('new', 'new')
# expect: 149 ('new', 'new')
# expect: 150 ('new', 'sub')
# expect: 199 ('new', 'sub')
# expect: 200 ('new', 'new')
# expect: 219 ('new', 'new')
# expect: 220 ('new', 'own')
# expect: 249 ('new', 'own')
# expect: 250 ('new', 'new')
# expect: 279 ('new', 'new')
# expect: 280 ('property', 'property')
