# many handlers in one function
def f(n):
    r = []
    try:
        if n == 0:
            raise ValueError
    except ValueError:
        r.append("v0")
    try:
        if n == 1:
            raise TypeError
    except ValueError:
        r.append("never")
    except TypeError:
        r.append("t1")
    for i in range(3):
        try:
            if n == i + 2:
                raise KeyError(i)
        except KeyError as e:
            r.append(f"k{e.args[0]}")
            continue
        finally:
            r.append("f")
    return r


for n in range(5):
    print(n, f(n))
# expect: 0 ['v0', 'f', 'f', 'f']
# expect: 1 ['t1', 'f', 'f', 'f']
# expect: 2 ['k0', 'f', 'f', 'f']
# expect: 3 ['f', 'k1', 'f', 'f']
# expect: 4 ['f', 'f', 'k2', 'f']
