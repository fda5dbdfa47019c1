# union(), intersection() and difference() without arguments give a new frozenset; copy() gives the same; of subclasses, a plain one
class Own(frozenset):
    pass


f = frozenset("ab")
own = Own("ab")
for name in ("union", "intersection", "difference", "copy"):
    print(name, getattr(f, name)() is f, getattr(f, name)() == f, type(getattr(own, name)()).__name__, type(getattr({1}, name)()).__name__)
# expect: union False True frozenset set
# expect: intersection False True frozenset set
# expect: difference False True frozenset set
# expect: copy True True frozenset set
