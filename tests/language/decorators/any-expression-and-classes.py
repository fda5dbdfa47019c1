# any expression and classes
registry = {}


def register(cls):
    registry[cls.__name__] = cls
    return cls


@register
class A: pass


decorators = [lambda c: "replaced"]


@decorators[0]
class B: pass


@(lambda f: f())
def value():
    return 42


@register
@type
class NotReally: pass


print(sorted(registry), B, value)  # expect: ['A', 'type'] replaced 42
