# yield from through hundreds of generators: each value comes out at the bottom, sent values and exceptions go in at the top
def chain(depth):
    if depth == 0:
        received = yield "first"
        while received is not None:
            try:
                received = yield received * 2
            except KeyError as e:
                received = yield f"caught {e}"
        return "end"
    result = yield from chain(depth - 1)
    return f"{result}." if depth % 100 == 0 else result


def nested(depth):
    yield depth
    if depth:
        yield from nested(depth - 1)
    yield -depth


for depth in (3, 30, 300):
    g = chain(depth)
    print(next(g), g.send(4), g.throw(KeyError("k")), g.send("ab"))
    try:
        g.send(None)
    except StopIteration as e:
        print(e.value)
    print(sum(nested(depth)), len(list(nested(depth))))
# expect: first 8 caught 'k' abab
# expect: end
# expect: 0 8
# expect: first 8 caught 'k' abab
# expect: end
# expect: 0 62
# expect: first 8 caught 'k' abab
# expect: end...
# expect: 0 602
