# enter and exit order
class CM:
    def __init__(self, name):
        self.name = name
        print("init", name)

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v)


with CM("a") as a, CM("b") as b:
    print("body", a, b)
# expect: init a
# expect: enter a
# expect: init b
# expect: enter b
# expect: body A B
# expect: exit b None None
# expect: exit a None None
with (CM("c") as c, CM("d"),):
    pass
# expect: init c
# expect: enter c
# expect: init d
# expect: enter d
# expect: exit d None None
# expect: exit c None None
try:
    with CM("e"), CM("f"):
        raise ValueError("oops")
except ValueError:
    print("outside")
# expect: init e
# expect: enter e
# expect: init f
# expect: enter f
# expect: exit f ValueError oops
# expect: exit e ValueError oops
# expect: outside
