# functions wrapping functions
from functools import wraps


def twice(f):
    @wraps(f)
    def run(*a, **k):
        return [f(*a, **k), f(*a, **k)]
    return run


def tag(name):
    def decorate(f):
        f.tag = name
        return f
    return decorate


@tag("outer")
@twice
@tag("inner")
def greet(who, mark="!"):
    "says hi"
    return "hi " + who + mark


print(greet("bob", mark="?"), greet.__name__, greet.__doc__, greet.tag, greet.__wrapped__.tag)
# expect: ['hi bob?', 'hi bob?'] greet says hi outer inner
