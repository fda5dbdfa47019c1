# true from exit swallows
class Swallow:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        self.seen = v
        return t is not None and issubclass(t, self.kinds)


with Swallow(ValueError) as s:
    raise ValueError("quiet")
print(repr(s.seen))  # expect: ValueError('quiet')
try:
    with Swallow(ValueError):
        raise KeyError("loud")
except KeyError as e:
    print("loud", e)  # expect: loud 'loud'


class Odd:
    def __init__(self, r):
        self.r = r

    def __enter__(self): pass

    def __exit__(self, *a):
        return self.r


for r in (1, "x", [0]):
    with Odd(r):
        raise OSError
    print("swallowed by", r)
# expect: swallowed by 1
# expect: swallowed by x
# expect: swallowed by [0]
