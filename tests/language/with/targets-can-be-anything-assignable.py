# targets can be anything assignable
class CM:
    def __init__(self, v):
        self.v = v

    def __enter__(self):
        return self.v

    def __exit__(self, *a): pass


class O: pass


o, d = O(), {}
with CM((1, [2, 3])) as (a, [b, c]), CM("attr") as o.x, CM("item") as d["k"]:
    pass
with CM([1, 2, 3]) as (first, *rest):
    print(a, b, c, o.x, d, first, rest)  # expect: 1 2 3 attr {'k': 'item'} 1 [2, 3]
