# local variable annotations are not evaluated
def f():
    x: no_such_name = 1
    y: also(none)
    (z): int = 2
    o.attr: nope = 3
    return x, z


class o: pass


print(f(), o.attr)  # expect: (1, 2) 3


def g():
    a: int
    try:
        return a
    except UnboundLocalError as e:
        return str(e)


print(g())  # expect: cannot access local variable 'a' where it is not associated with a value
try:
    d: int = {}
    d["k"]: str = 5
    print(d)  # expect: {'k': 5}
    undefined_obj.attr: int
except NameError as e:
    print(e)  # expect: name 'undefined_obj' is not defined
