# The module math: what the core (native/core/math.c) leaves to Python.
pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float("inf")
nan = float("nan")


def prod(iterable, /, *, start=1):
    """Calculate the product of all the elements in the input iterable."""
    result = start
    for item in iterable:
        result = result * item
    return result


def sumprod(p, q, /):
    """Return the sum of products of values from two iterables p and q."""
    p = iter(p)
    q = iter(q)
    total = ints = 0
    high = low = tiny = 0.0  # the sum of the products with floats, in three parts
    has_ints = True  # until something else came, or the sum does not fit 64 bits
    has_floats = True
    had_floats = False
    stop = object()
    while True:
        a = next(p, stop)
        b = next(q, stop)
        is_end = a is stop or b is stop
        if is_end and a is not b:
            raise ValueError("Inputs are not the same length")
        if has_ints:
            if not is_end and type(a) is int and type(b) is int and -_LONG <= a < _LONG and -_LONG <= b < _LONG:
                more = a * b
                if -_LONG <= more < _LONG and -_LONG <= ints + more < _LONG:
                    ints += more
                    continue
            has_ints = False
            total += ints  # (0 where there were none)
        if has_floats:
            if not is_end and (type(a) is float and type(b) in _NUMBERS or type(b) is float and type(a) in _NUMBERS):
                try:
                    x, y = float(a), float(b)
                except OverflowError:
                    x = y = inf
                product = x * y
                rest = fma(x, y, -product) if product - product == 0.0 else 0.0
                new_high, high_rest = _two_sum(high, product)
                if new_high - new_high == 0.0:
                    sum, sum_rest = _two_sum(low, rest)
                    low, low_rest = _two_sum(sum, high_rest)
                    high = new_high
                    tiny = tiny + sum_rest + low_rest
                    had_floats = True
                    continue
            has_floats = False
            if had_floats:
                total = total + (high + (low + tiny))
        if is_end:
            return total
        total = total + a * b


_LONG = 1 << 63
_NUMBERS = (float, int, bool)


def _two_sum(a, b):
    x = a + b
    z = x - a
    return x, (a - (x - z)) + (b - z)
