# errors inside class bodies and decorators
try:
    class A:
        x = 1
        y = undefined_thing
except NameError as e:
    print(e, "A" in globals())  # expect: name 'undefined_thing' is not defined False


def deco(f):
    raise ValueError(f"refused {f.__name__}")


try:
    @deco
    def g(): pass
except ValueError as e:
    print(e, "g" in globals())  # expect: refused g False
try:
    class B(metaclass=lambda *a: 1 / 0): pass
except ZeroDivisionError:
    print("metaclass failed", "B" in globals())  # expect: metaclass failed False
try:
    class C(undefined_base): pass
except NameError as e:
    print(e)  # expect: name 'undefined_base' is not defined
try:
    def h(x=1 / 0): pass
except ZeroDivisionError:
    print("default failed", "h" in globals())  # expect: default failed False
