# order of evaluation
def deco(name):
    print("evaluate", name)

    def apply(f):
        print("apply", name)
        return f
    return apply


@deco("a")
@deco("b")
@deco("c")
def f(x=print("default")):
    pass
# expect: evaluate a
# expect: evaluate b
# expect: evaluate c
# expect: default
# expect: apply c
# expect: apply b
# expect: apply a
