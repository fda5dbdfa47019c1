# properties with all accessors
class Temp:
    def __init__(self):
        self._c = 0

    @property
    def c(self):
        "degrees"
        return self._c

    @c.setter
    def c(self, v):
        if v < -273:
            raise ValueError("too cold")
        self._c = v

    @c.deleter
    def c(self):
        print("deleting")
        self._c = None

    ro = property(lambda self: "ro", doc="read only")
    wo = property(None, lambda self, v: print("write", v))


t = Temp()
t.c = 25
print(t.c, Temp.c.__doc__, Temp.ro.__doc__, Temp.c.fget.__name__)  # expect: 25 degrees read only c
del t.c  # expect: deleting
print(t.c)  # expect: None
t.wo = 5  # expect: write 5
for action in (lambda: setattr(t, "c", -300), lambda: setattr(t, "ro", 1), lambda: delattr(t, "ro"), lambda: t.wo):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
# expect: ValueError too cold
# expect: AttributeError property 'ro' of 'Temp' object has no setter
# expect: AttributeError property 'ro' of 'Temp' object has no deleter
# expect: AttributeError property 'wo' of 'Temp' object has no getter
