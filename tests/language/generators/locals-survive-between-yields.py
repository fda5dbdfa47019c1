# locals survive between yields
def g(a, *args, k=1, **kw):
    total = a
    for x in args:
        total += x
        received = yield total, k, kw
        if received:
            k = received
    yield "end", total, k


it = g(1, 2, 3, k=5, z=9)
print(next(it), it.send(7), next(it))  # expect: (3, 5, {'z': 9}) (6, 7, {'z': 9}) ('end', 6, 7)
