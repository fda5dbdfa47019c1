# setattr and delattr hooks
class Frozen:
    def __init__(self, x):
        object.__setattr__(self, "x", x)

    def __setattr__(self, name, value):
        print("refuse", name, value)

    def __delattr__(self, name):
        print("keep", name)


f = Frozen(1)
f.x = 2  # expect: refuse x 2
f.y = 3  # expect: refuse y 3
del f.x  # expect: keep x
setattr(f, "z", 1)  # expect: refuse z 1
print(f.x, f.__dict__)  # expect: 1 {'x': 1}
