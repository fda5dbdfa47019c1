# temporaries are released when an expression fails
class D:
    live = 0

    def __init__(self):
        D.live += 1

    def __del__(self):
        D.live -= 1


def boom():
    raise ValueError


for source in ("[D(), D(), boom()]", "(D(), boom())", "{1: D(), 2: boom()}", "{D(): 1, boom(): 2}", "print(D(), boom())", "D() + boom()", "f'{D()}{boom()}'", "[D() for _ in range(3)] + [boom()]", "dict(a=D(), b=boom())", "(lambda *a: a)(*[D()], *boom())", "[x for x in [D(), D()] if boom()]", "D() if boom() else D()", "{D(), boom()}", "D()[boom()]", "(D(), D())[boom()]", "D() < D() < boom()", "boom(D())", "[*[D()], *boom()]", "{**{'a': D()}, **boom()}"):
    try:
        eval(source)
    except (ValueError, TypeError):
        pass
    if D.live:
        print("leak in", source)
        D.live = 0
print("checked", D.live)  # expect: checked 0
