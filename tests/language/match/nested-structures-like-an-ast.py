# nested structures like an ast
def ev(e):
    match e:
        case int() | float():
            return e
        case ("+", a, b):
            return ev(a) + ev(b)
        case ("*", a, b):
            return ev(a) * ev(b)
        case ("neg", a):
            return -ev(a)
        case ("if", c, a, b):
            return ev(a) if ev(c) else ev(b)
        case ("let", str(name), value, body):
            return ev(subst(body, name, ev(value)))
        case _:
            raise ValueError(f"bad {e!r}")


def subst(e, name, value):
    match e:
        case str() if e == name:
            return value
        case tuple((op, *args)):
            return (op, *(subst(a, name, value) for a in args))
        case _:
            return e


print(ev(("+", 1, ("*", 2, ("neg", 3)))), ev(("let", "x", 5, ("*", "x", ("+", "x", 1)))), ev(("if", 0, 1, 2.5)))
# expect: -5 30 2.5
try:
    ev(("-", 1, 2))
except ValueError as e:
    print(e)  # expect: bad ('-', 1, 2)
