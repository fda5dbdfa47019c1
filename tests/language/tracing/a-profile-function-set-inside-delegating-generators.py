# a profile or trace function that is set inside the innermost of many delegating generators hears of all of them
import sys

events = []


def profiler(frame, event, arg):
    if event in ("call", "return"):
        events.append((event, frame.f_code.co_name, arg))


def tracer(frame, event, arg):
    if event != "exception":
        events.append((event, frame.f_code.co_name, frame.f_lineno))
    return tracer


def switch_on(kind):
    (sys.setprofile if kind == "profile" else sys.settrace)(profiler if kind == "profile" else tracer)


def inner(kind, fails):
    yield 1
    switch_on(kind)
    yield 2
    if fails:
        raise KeyError(kind)
    yield 3
    return "end"


def middle(kind, fails):
    return (yield from inner(kind, fails))


def outer(kind, fails):
    try:
        return (yield from middle(kind, fails))
    except KeyError as e:
        yield e.args


def deep(n, kind):
    if n:
        yield from deep(n - 1, kind)
    else:
        yield from inner(kind, False)


def go(iterator):
    got = []
    for x in iterator:
        got.append(x)
    return got


for kind in ("profile", "trace"):
    for fails in (False, True):
        events = []
        print(kind, fails, go(outer(kind, fails)))
        sys.setprofile(None)
        sys.settrace(None)
        for e in events:
            if e[1] in ("inner", "middle", "outer", "go"):
                print("   ", *e)
    events = []
    print(go(deep(60, kind)))
    sys.setprofile(None)
    sys.settrace(None)
    print(len([e for e in events if e[1] == "deep"]))
# expect: profile False [1, 2, 3]
# expect-json: "    return inner 2"
# expect-json: "    return middle 2"
# expect-json: "    return outer 2"
# expect-json: "    call outer None"
# expect-json: "    call middle None"
# expect-json: "    call inner None"
# expect-json: "    return inner 3"
# expect-json: "    return middle 3"
# expect-json: "    return outer 3"
# expect-json: "    call outer None"
# expect-json: "    call middle None"
# expect-json: "    call inner None"
# expect-json: "    return inner end"
# expect-json: "    return middle end"
# expect-json: "    return outer end"
# expect-json: "    return go [1, 2, 3]"
# expect: profile True [1, 2, ('profile',)]
# expect-json: "    return inner 2"
# expect-json: "    return middle 2"
# expect-json: "    return outer 2"
# expect-json: "    call outer None"
# expect-json: "    call middle None"
# expect-json: "    call inner None"
# expect-json: "    return inner None"
# expect-json: "    return middle None"
# expect-json: "    return outer ('profile',)"
# expect-json: "    call outer None"
# expect-json: "    return outer None"
# expect-json: "    return go [1, 2, ('profile',)]"
# expect: [1, 2, 3]
# expect: 305
# expect: trace False [1, 2, 3]
# expect-json: "    call outer 38"
# expect-json: "    call middle 33"
# expect-json: "    call inner 25"
# expect-json: "    line inner 26"
# expect-json: "    line inner 28"
# expect-json: "    return inner 28"
# expect-json: "    return middle 33"
# expect-json: "    return outer 38"
# expect-json: "    call outer 38"
# expect-json: "    call middle 33"
# expect-json: "    call inner 28"
# expect-json: "    line inner 29"
# expect-json: "    return inner 29"
# expect-json: "    return middle 33"
# expect-json: "    return outer 38"
# expect: trace True [1, 2, ('trace',)]
# expect-json: "    call outer 38"
# expect-json: "    call middle 33"
# expect-json: "    call inner 25"
# expect-json: "    line inner 26"
# expect-json: "    line inner 27"
# expect-json: "    return inner 27"
# expect-json: "    return middle 33"
# expect-json: "    line outer 39"
# expect-json: "    line outer 40"
# expect-json: "    return outer 40"
# expect-json: "    call outer 40"
# expect-json: "    return outer 40"
# expect: [1, 2, 3]
# expect: 244


async def leaf(kind):
    await Pause(1)
    switch_on(kind)
    await Pause(2)
    return "leaf"


class Pause:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        yield self.n


async def between(kind):
    return await leaf(kind)


def drive(coroutine):
    while True:
        try:
            print("   yields", coroutine.send(None))
        except StopIteration as e:
            return e.value


for kind in ("profile", "trace"):
    events = []
    print(drive(between(kind)))
    sys.setprofile(None)
    sys.settrace(None)
    for e in events:
        if e[1] in ("leaf", "between", "__await__"):
            print("   ", *e)
# expect-json: "   yields 1"
# expect-json: "   yields 2"
# expect: leaf
# expect-json: "    call __await__ None"
# expect-json: "    return __await__ 2"
# expect-json: "    return leaf 2"
# expect-json: "    return between 2"
# expect-json: "    call between None"
# expect-json: "    call leaf None"
# expect-json: "    call __await__ None"
# expect-json: "    return __await__ None"
# expect-json: "    return leaf leaf"
# expect-json: "    return between leaf"
# expect-json: "   yields 1"
# expect-json: "   yields 2"
# expect: leaf
# expect-json: "    call __await__ 147"
# expect-json: "    line __await__ 148"
# expect-json: "    return __await__ 148"
# expect-json: "    call between 152"
# expect-json: "    call leaf 139"
# expect-json: "    call __await__ 148"
# expect-json: "    return __await__ 148"
# expect-json: "    line leaf 140"
# expect-json: "    return leaf 140"
# expect-json: "    return between 152"
