# yield is an expression
def g():
    a = [(yield 1), (yield 2)]
    b = (yield 3) or "default"
    print(a, b, (yield))
    print((yield 4) if (yield 5) else "no")
    yield f"{(yield 6)}"


it = g()
out = [next(it)]
for v in ("a", "b", None, "d", 0, "f"):
    out.append(it.send(v))
# expect: ['a', 'b'] default d
# expect: no
print(out)  # expect: [1, 2, 3, None, 5, 6, 'f']
print(list(it))  # expect: []
