# repr() and format() of objects whose classes answer, and of those that don't.
class R:
    def __repr__(self):
        return "<R>"


class F:
    def __format__(self, spec):
        return f"F({spec!r})"
    def __str__(self):
        return "str"


class Bad:
    def __repr__(self):
        return 5
    def __format__(self, spec):
        return None


class Raises:
    def __repr__(self):
        raise ValueError("no repr")
    def __format__(self, spec):
        raise KeyError(spec)


class Text(str):
    def __repr__(self):
        return Text("text")


class Number(int):
    pass


def attempt(function, *arguments):
    try:
        result = function(*arguments)
        print(type(result).__name__, result)
    except Exception as e:
        print(type(e).__name__, e)


for o in (R(), F(), Text("x"), Number(5), Bad(), Raises()):
    for spec in ((), ("",), (">5",), ("d",)):
        if not isinstance(o, (F, R)) or spec != ("d",):
            attempt(format, o, *spec)
    if not isinstance(o, F):
        attempt(repr, o)
# expect: str <R>
# expect: str <R>
# expect: TypeError unsupported format string passed to R.__format__
# expect: str <R>
# expect: str F('')
# expect: str F('')
# expect: str F('>5')
# expect: str x
# expect: str x
# expect: str     x
# expect: ValueError Unknown format code 'd' for object of type 'Text'
# expect: Text text
# expect: str 5
# expect: str 5
# expect: str     5
# expect: str 5
# expect: str 5
# expect: TypeError __format__ must return a str, not NoneType
# expect: TypeError __format__ must return a str, not NoneType
# expect: TypeError __format__ must return a str, not NoneType
# expect: TypeError __format__ must return a str, not NoneType
# expect: TypeError __repr__ returned non-string (type int)
# expect: KeyError ''
# expect: KeyError ''
# expect: KeyError '>5'
# expect: KeyError 'd'
# expect: ValueError no repr
for o in (1, -0.0, float("nan"), "a'b", b"x", None, True, [R()], {"a": R()}, (R(),), 10**20, 1j):
    attempt(repr, o)
    attempt(format, o)
    attempt(format, o, "5")
    attempt(format, o, "")
# expect: str 1
# expect: str 1
# expect: str     1
# expect: str 1
# expect: str -0.0
# expect: str -0.0
# expect: str  -0.0
# expect: str -0.0
# expect: str nan
# expect: str nan
# expect: str   nan
# expect: str nan
# expect: str "a'b"
# expect: str a'b
# expect-json: "str a'b  "
# expect: str a'b
# expect: str b'x'
# expect: str b'x'
# expect: TypeError unsupported format string passed to bytes.__format__
# expect: str b'x'
# expect: str None
# expect: str None
# expect: TypeError unsupported format string passed to NoneType.__format__
# expect: str None
# expect: str True
# expect: str True
# expect: str     1
# expect: str True
# expect: str [<R>]
# expect: str [<R>]
# expect: TypeError unsupported format string passed to list.__format__
# expect: str [<R>]
# expect: str {'a': <R>}
# expect: str {'a': <R>}
# expect: TypeError unsupported format string passed to dict.__format__
# expect: str {'a': <R>}
# expect: str (<R>,)
# expect: str (<R>,)
# expect: TypeError unsupported format string passed to tuple.__format__
# expect: str (<R>,)
# expect: str 100000000000000000000
# expect: str 100000000000000000000
# expect: str 100000000000000000000
# expect: str 100000000000000000000
# expect: str 1j
# expect: str 1j
# expect: str    1j
# expect: str 1j
for arguments in ((), (1, 2), (1, None), (R(), 3), (1, "d", 3), ("a", b"x")):
    attempt(format, *arguments)
# expect: TypeError format expected at least 1 argument, got 0
# expect: TypeError format() argument 2 must be str, not int
# expect: TypeError format() argument 2 must be str, not None
# expect: TypeError format() argument 2 must be str, not int
# expect: TypeError format expected at most 2 arguments, got 3
# expect: TypeError format() argument 2 must be str, not bytes
for arguments in ((), (1, 2)):
    attempt(repr, *arguments)
# expect: TypeError repr() takes exactly one argument (0 given)
# expect: TypeError repr() takes exactly one argument (2 given)
# hot, the classes changing
total = 0
for i in range(2000):
    o = R() if i % 3 else F() if i % 2 else i
    total += len(repr(o)) if i % 3 or i % 2 == 0 else 0
    total += len(format(o, "")) + len(format(i, "05")) if not isinstance(o, R) else 1
print(total)  # expect: 12632
count = 0
for i in range(3000):
    try:
        repr(Raises() if i % 50 == 0 else R())
    except ValueError:
        count += 1
print(count)  # expect: 60
R.__repr__ = lambda self: "changed"
print(repr(R()), [R()], f"{R()!r}", list(map(repr, [R(), 1, "a"])))
# expect: changed [changed] changed ['changed', '1', "'a'"]
