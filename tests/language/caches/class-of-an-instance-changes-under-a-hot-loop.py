# class of an instance changes under a hot loop
class A:
    kind = "A"

    def f(self):
        return self.v + 1


class B:
    kind = "B"

    def f(self):
        return self.v * 100


o = A()
o.v = 2
out = []
for i in range(60):
    if i == 30:
        o.__class__ = B
    out.append((o.kind, o.f()))
print(out[0], out[29], out[30], out[-1])  # expect: ('A', 3) ('A', 3) ('B', 200) ('B', 200)
