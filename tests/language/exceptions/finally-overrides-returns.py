# finally overrides returns
def f():
    try:
        return "try"
    finally:
        print("cleanup")


def g():
    try:
        return "try"
    finally:
        return "finally"


def h():
    try:
        1 / 0
    finally:
        return "swallowed"


def value_is_fixed():
    x = 1
    try:
        return x
    finally:
        x = 2


def nested():
    try:
        try:
            return "inner"
        finally:
            print("f1")
    finally:
        print("f2")


print(f(), g(), h(), value_is_fixed(), nested())
# expect: cleanup
# expect: f1
# expect: f2
# expect: try finally swallowed 1 inner
