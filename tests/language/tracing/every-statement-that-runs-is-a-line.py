# statements without instructions are lines too, and ends of blocks are on the line of what ran last
import sys


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


def passes(x):
    if x:
        pass
    else:
        "text"
    global somewhere
    x


def loops(n):
    for i in range(n):
        if i == 1:
            continue
        if i == 2:
            break
    else:
        pass
    while True:
        n -= 1
        if n < 0:
            break
        if n == 1:
            continue
    while 0:
        n = 5


def nested(n):
    for i in range(n):
        for j in range(1):
            if j:
                n = 1
            else:
                n = 2


def tries(x):
    try:
        try:
            1 / x
        except ZeroDivisionError as e:
            pass
        except (TypeError, ValueError):
            x = 1
        else:
            x = 2
    finally:
        x
    try:
        raise KeyError
    except* KeyError:
        pass
    x = 3


def returns(x):
    with Manager():
        try:
            if x:
                return 1
        finally:
            "last"


def falls(x):
    if x:
        x = 1
    elif x is None:
        x = 2
    else:
        if x == 0:
            x = 3


def reraises():
    try:
        try:
            raise ValueError
        except ValueError as e:
            raise KeyError
            x = 1
    except KeyError:
        pass


def classes():
    class C:
        if 3 < 9:
            a = 1
        else:
            a = 2


def matches(x):
    match x:
        case 1:
            pass
        case str():
            return
        case _:
            x = 2


def several_lines():
    return (
        5
    )


def one_line(): return 1


lines = []


def tracer(frame, event, arg):
    if event != "call":
        lines.append(f"{event[0]}{frame.f_lineno - frame.f_code.co_firstlineno}")
    return tracer


def watch(fn, *args):
    sys.settrace(tracer)
    try:
        fn(*args)
    except Exception as e:
        lines.append(repr(e))
    sys.settrace(None)
    print(fn.__name__, *args, *lines)
    lines.clear()


for value in (0, 1, None, "a"):
    for f in (passes, tries, returns, falls, matches):
        watch(f, value)
# expect: passes 0 l1 l4 l6 r6
# expect: tries 0 l1 l2 l3 e3 l4 l5 l11 l12 l13 e13 l14 l15 l16 r16
# expect: returns 0 l1 l1 r1 l2 l3 l6 l1 l1 r1 r1
# expect: falls 0 l1 l3 l6 l7 r7
# expect: matches 0 l1 l2 l4 l6 l7 r7
# expect: passes 1 l1 l2 l6 r6
# expect: tries 1 l1 l2 l3 l9 l11 l12 l13 e13 l14 l15 l16 r16
# expect: returns 1 l1 l1 r1 l2 l3 l4 l6 l1 l1 r1 r1
# expect: falls 1 l1 l2 r2
# expect: matches 1 l1 l2 l3 r3
# expect: passes None l1 l4 l6 r6
# expect: tries None l1 l2 l3 e3 l4 l6 l7 l11 l12 l13 e13 l14 l15 l16 r16
# expect: returns None l1 l1 r1 l2 l3 l6 l1 l1 r1 r1
# expect: falls None l1 l3 l4 r4
# expect: matches None l1 l2 l4 l6 l7 r7
# expect: passes a l1 l2 l6 r6
# expect: tries a l1 l2 l3 e3 l4 l6 l7 l11 l12 l13 e13 l14 l15 l16 r16
# expect: returns a l1 l1 r1 l2 l3 l4 l6 l1 l1 r1 r1
# expect: falls a l1 l2 r2
# expect: matches a l1 l2 l4 l5 r5
for f in (loops, nested):
    for value in range(4):
        watch(f, value)
# expect: loops 0 l1 l7 l8 l9 l10 l11 l14 r14
# expect: loops 1 l1 l2 l4 l1 l7 l8 l9 l10 l12 l8 l9 l10 l11 l14 r14
# expect: loops 2 l1 l2 l4 l1 l2 l3 l1 l7 l8 l9 l10 l12 l13 l8 l9 l10 l12 l8 l9 l10 l11 l14 r14
# expect: loops 3 l1 l2 l4 l1 l2 l3 l1 l2 l4 l5 l8 l9 l10 l12 l8 l9 l10 l12 l13 l8 l9 l10 l12 l8 l9 l10 l11 l14 r14
# expect: nested 0 l1 r1
# expect: nested 1 l1 l2 l3 l6 l2 l1 r1
# expect: nested 2 l1 l2 l3 l6 l2 l1 l2 l3 l6 l2 l1 r1
# expect: nested 3 l1 l2 l3 l6 l2 l1 l2 l3 l6 l2 l1 l2 l3 l6 l2 l1 r1
for f in (reraises, classes, one_line, several_lines):
    watch(f)
# expect: reraises l1 l2 l3 e3 l4 l5 e5 l7 l8 r8
# expect: classes l1 l0 l1 l2 r2 r1
# expect: one_line l0 r0
# expect: several_lines l2 l1 r1


def begins_late():
    def begin():
        sys.settrace(tracer)
        sys._getframe().f_back.f_trace = tracer

    begin(); x = 1
    x = 2
    sys.settrace(None)


begins_late()
print(*lines)  # expect: l6 l7
