# getattr is the last resort
class Lazy:
    known = 1

    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("x"):
            return name.upper()
        raise AttributeError(f"no {name}")


l = Lazy()
print(l.known, l.xy, getattr(l, "q", "default"), hasattr(l, "zz"))
# expect: getattr xy
# expect: getattr q
# expect: getattr zz
# expect: 1 XY default False
l.xy = "set"
print(l.xy)  # expect: set
try:
    l.boom  # expect: getattr boom
except AttributeError as e:
    print(e)  # expect: no boom
