# singledispatch
from functools import singledispatch


@singledispatch
def show(x):
    return f"object {x!r}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return "seq " + ",".join(show(i) for i in x)


print(show(1), show("a"), show([1, "b", (2,)]), show(True), show.dispatch(bool)(3))
# expect: int 1 object 'a' seq int 1,object 'b',seq int 2 int True int 3
