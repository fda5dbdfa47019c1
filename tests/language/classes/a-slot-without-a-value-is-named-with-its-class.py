# the message has the class's full name, without the module where that is __main__
def f():
    class X:
        __slots__ = "a"
        class Y:
            __slots__ = "b"
    for v in X(), X.Y():
        for name in "ab":
            try:
                getattr(v, name)
            except AttributeError as e:
                print(e, e.name, e.obj is v)
    return X

class Z:
    __slots__ = ("q", "r")
    def read(self):
        return self.q

class Sub(Z):
    __module__ = "elsewhere"

f()
# expect: 'f.<locals>.X' object has no attribute 'a' a True
# expect: 'X' object has no attribute 'b' b True
# expect: 'Y' object has no attribute 'a' a True
# expect: 'f.<locals>.X.Y' object has no attribute 'b' b True
for cls in Z, Sub:
    v = cls()
    for k in range(40):
        try:
            v.read()
        except AttributeError as e:
            if k % 20 == 0:
                print(e)
    try:
        del v.r
    except AttributeError as e:
        print(e)
    print(hasattr(v, "q"), getattr(v, "r", 5))
# expect: 'Z' object has no attribute 'q'
# expect: 'Z' object has no attribute 'q'
# expect: r
# expect: False 5
# expect: 'elsewhere.Sub' object has no attribute 'q'
# expect: 'elsewhere.Sub' object has no attribute 'q'
# expect: r
# expect: False 5
