# finally overrides what was on its way
import warnings
warnings.simplefilter("ignore")
source = """
def ret():
    try:
        return "try"
    finally:
        return "finally"
def swallowed():
    try:
        1 / 0
    finally:
        return "swallowed"
def loop():
    out = []
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        finally:
            out.append(("f", i))
    return out
def broken():
    while True:
        try:
            return "no"
        finally:
            break
    return "broken"
def continued():
    for i in range(3):
        try:
            1 / 0
        finally:
            continue
    return "continued"
def value():
    x = 1
    try:
        return x
    finally:
        x = 2
def nested():
    out = []
    try:
        try:
            out.append(1)
            raise ValueError
        finally:
            out.append(2)
    except ValueError:
        out.append(3)
    else:
        out.append(4)
    finally:
        out.append(5)
    return out
def in_with():
    class M:
        def __enter__(self): return self
        def __exit__(self, *a): return True
    for i in range(2):
        with M():
            1 / 0
        with M():
            continue
    with M():
        return "from with"
def generator():
    try:
        yield 1
        return "r"
    finally:
        yield 2
"""
exec(source)
for f in (ret, swallowed, loop, broken, continued, value, nested, in_with):
    print(f.__name__, f())
# expect: ret finally
# expect: swallowed swallowed
# expect: loop [0, ('f', 0), ('f', 1), 2, ('f', 2), ('f', 3)]
# expect: broken broken
# expect: continued continued
# expect: value 1
# expect: nested [1, 2, 3, 5]
# expect: in_with from with
print(list(generator()))  # expect: [1, 2]
