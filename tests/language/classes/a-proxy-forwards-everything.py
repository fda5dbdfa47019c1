# a proxy forwards everything
class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_t", target)

    def __getattr__(self, n):
        return getattr(object.__getattribute__(self, "_t"), n)

    def __setattr__(self, n, v):
        setattr(self._t, n, v)

    def __len__(self):
        return len(self._t)


class T(list):
    pass


t = T([1, 2])
p = Proxy(t)
p.append(3)
p.tag = "x"
print(len(p), t, t.tag, p.index(3))  # expect: 3 [1, 2, 3] x 2
