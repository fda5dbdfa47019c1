# yield from delegates everything
def inner():
    try:
        x = yield "i1"
        print("inner got", x)
        y = yield "i2"
        print("inner got", y)
    except ValueError as e:
        print("inner caught", e)
        yield "i3"
    return "inner result"


def outer():
    r = yield from inner()
    print("outer got", r)
    yield "o1"


it = outer()
print(next(it), it.send("A"), it.throw(ValueError("V")), next(it), next(it, "end"))
# expect: inner got A
# expect: inner caught V
# expect: outer got inner result
# expect: i1 i2 i3 o1 end
