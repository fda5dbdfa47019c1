# throw lands at the yield
def g():
    while True:
        try:
            x = yield "ready"
            print("received", x)
        except ValueError as e:
            print("caught", e)
        except KeyError:
            yield "key"
            return


it = g()
print(next(it), it.throw(ValueError("v")), it.throw(ValueError), it.throw(KeyError()))
# expect: caught v
# expect-json: "caught "
# expect: ready ready ready key
try:
    next(it)
except StopIteration as e:
    print("end", e.value)  # expect: end None
try:
    it.throw(OSError("after the end"))
except OSError as e:
    print(e)  # expect: after the end
try:
    g().throw(TypeError("before the start"))
except TypeError as e:
    print(e)  # expect: before the start
