# a type checked dispatcher
import inspect
from functools import wraps


def checked(f):
    sig = inspect.signature(f)

    @wraps(f)
    def run(*a, **k):
        bound = sig.bind(*a, **k)
        for name, value in bound.arguments.items():
            want = sig.parameters[name].annotation
            if want is not inspect.Parameter.empty and not isinstance(value, want):
                raise TypeError(f"{f.__name__}: {name} must be {want}, got {value!r}")
        return f(*a, **k)
    return run


@checked
def area(w: int | float, h: int | float = 1, *, unit: str = "m") -> str:
    return f"{w * h} {unit}²"


print(area(2, 3), area(2.5, unit="cm"))  # expect: 6 m² 2.5 cm²
for call in (lambda: area("x"), lambda: area(1, unit=5), lambda: area()):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: area: w must be int | float, got 'x'
# expect: area: unit must be <class 'str'>, got 5
# expect: missing a required argument: 'w'
