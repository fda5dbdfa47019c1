# f string conversions and format protocol
class P:
    def __init__(self, x):
        self.x = x

    def __format__(self, spec):
        return f"<{self.x}|{spec}>"

    def __repr__(self):
        return "P()"


p = P(3)
print(f"{p} {p:abc} {p!r} {p!r:>6} {p:{p.x}} {p:a{1}b{2}}", format(p), format(p, "z"), "{:q}".format(p))
# expect: <3|> <3|abc> P()    P() <3|3> <3|a1b2> <3|> <3|z> <3|q>
