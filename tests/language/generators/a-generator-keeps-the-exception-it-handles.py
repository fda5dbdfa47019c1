# also when its resumer handles the same exception; what it delegates to is thrown into with that as context
import sys

def keeps():
    try:
        yield 1
    except Exception as exc:
        print(repr(sys.exception()), exc.__context__)
        yield 2
        print(repr(sys.exception()))
        try:
            yield 3
        finally:
            print("finally", repr(sys.exception()))
        raise

g = keeps()
next(g)
try:
    raise ValueError(5)
except Exception as exc:
    g.throw(exc)  # expect: ValueError(5) None
    print(repr(sys.exception()))  # expect: ValueError(5)
print(repr(sys.exception()))  # expect: None
next(g)  # expect: ValueError(5)
try:
    next(g)  # expect: finally ValueError(5)
except Exception as e:
    print(repr(e), e.__context__)  # expect: ValueError(5) None

def passes():
    "handles nothing itself"
    for n in range(3):
        yield n, repr(sys.exception())
    raise LookupError("end")

g = passes()
print(next(g))  # expect: (0, 'None')
try:
    raise KeyError("k")
except KeyError:
    print(next(g))  # expect: (1, "KeyError('k')")
print(next(g))  # expect: (2, 'None')
try:
    next(g)
except LookupError as e:
    print(repr(e.__context__))  # expect: None

def nested():
    try:
        raise KeyError("outer")
    except KeyError as outer:
        try:
            yield outer
        except ValueError:
            try:
                raise TypeError("inner")
            except TypeError:
                yield repr(sys.exception())
            yield repr(sys.exception())
        yield repr(sys.exception())
        try:
            raise IndexError
        except IndexError as e:
            yield repr(e.__context__)

g = nested()
key = next(g)
try:
    raise key
except KeyError as same:
    print(g.throw(ValueError("v")))  # expect: TypeError('inner')
    print(next(g))  # expect: ValueError('v')
try:
    raise key
except KeyError:
    print(next(g))  # expect: KeyError('outer')
print(next(g))  # expect: KeyError('outer')

def waits():
    yield

def catches():
    try:
        yield
    except ValueError as e:
        yield repr(e)

def delegates(to):
    try:
        raise KeyError("a")
    except Exception:
        yield from to

for to in waits(), iter([1, 2]):
    g = delegates(to)
    next(g)
    try:
        g.throw(ValueError("thrown"))
    except ValueError as e:
        print(repr(e), repr(e.__context__))
# expect: ValueError('thrown') KeyError('a')
# expect: ValueError('thrown') KeyError('a')
g = delegates(catches())
next(g)
print(g.throw(ValueError("caught")))  # expect: ValueError('caught')

def rounds(n):
    total = 0
    for k in range(n):
        g = keeps_quietly()
        next(g)
        try:
            raise ValueError(k)
        except ValueError as e:
            g.throw(e)
        total += next(g)
        try:
            next(g)
        except ValueError as e:
            total += e.args[0]
    return total

def keeps_quietly():
    try:
        yield 1
    except ValueError as e:
        yield 2
        yield sys.exception().args[0]
        raise

print(rounds(300))  # expect: 89700
