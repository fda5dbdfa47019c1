# enum like singletons by identity
class Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


MISSING = Sentinel("MISSING")


def get(d, k, default=MISSING):
    v = d.get(k, default)
    return "nothing" if v is MISSING else v


print(get({}, "a"), get({"a": None}, "a"), get({}, "a", 0), MISSING, [MISSING])
# expect: nothing None 0 MISSING [MISSING]
