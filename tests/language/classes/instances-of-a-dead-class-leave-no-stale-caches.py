# instances of a dead class leave no stale caches
import gc
def read(o):
    return o.value, o.method(), type(o).tag


def use(i):
    class Local:
        tag = ("tag", i)

        def __init__(self):
            if i % 2:
                self.extra = 1
            self.value = ("value", i)

        if i % 3 == 0:
            def method(self):
                return ("method", i)
        else:
            @property
            def method(self):
                return lambda: ("property", i)

    o = Local()
    for _ in range(20):
        result = read(o)
    assert result == (("value", i), ("method" if i % 3 == 0 else "property", i), ("tag", i)), (i, result)
    return result


for i in range(200):
    last = use(i)
    if i % 7 == 0:
        gc.collect()
print(last)  # expect: (('value', 199), ('property', 199), ('tag', 199))
