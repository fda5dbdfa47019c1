# object methods by default
# python: 3.14
class A:
    pass


a, b = A(), A()
print(a == a, a == b, a != b, a.__eq__(b), a.__ne__(b), a.__lt__(b), hash(a) == hash(a), bool(a), a.__class__.__name__, isinstance(a.__hash__(), int), a.__doc__, a.__module__, a.__sizeof__() > 0, str(a) == repr(a))
# expect: True False True NotImplemented NotImplemented NotImplemented True True A True None __main__ True True
for op in ("a < b", "a + b", "a[0]", "a()", "len(a)", "-a", "iter(a)", "a in b", "a @ b", "a ** b", "divmod(a, b)", "a()()", "int(a)", "float(a)", "abs(a)", "round(a)", "reversed(a)", "format(a, 'x')", "bytes(a)", "hex(a)", "a.x", "next(a)"):
    try:
        eval(op)
    except (TypeError, AttributeError) as e:
        print(op, "|", e)
# expect: a < b | '<' not supported between instances of 'A' and 'A'
# expect: a + b | unsupported operand type(s) for +: 'A' and 'A'
# expect: a[0] | 'A' object is not subscriptable
# expect: a() | 'A' object is not callable
# expect: len(a) | object of type 'A' has no len()
# expect: -a | bad operand type for unary -: 'A'
# expect: iter(a) | 'A' object is not iterable
# expect: a in b | argument of type 'A' is not a container or iterable
# expect: a @ b | unsupported operand type(s) for @: 'A' and 'A'
# expect: a ** b | unsupported operand type(s) for ** or pow(): 'A' and 'A'
# expect: divmod(a, b) | unsupported operand type(s) for divmod(): 'A' and 'A'
# expect: a()() | 'A' object is not callable
# expect: int(a) | int() argument must be a string, a bytes-like object or a real number, not 'A'
# expect: float(a) | float() argument must be a string or a real number, not 'A'
# expect: abs(a) | bad operand type for abs(): 'A'
# expect: round(a) | type A doesn't define __round__ method
# expect: reversed(a) | 'A' object is not reversible
# expect: format(a, 'x') | unsupported format string passed to A.__format__
# expect: bytes(a) | cannot convert 'A' object to bytes
# expect: hex(a) | 'A' object cannot be interpreted as an integer
# expect: a.x | 'A' object has no attribute 'x'
# expect: next(a) | 'A' object is not an iterator
