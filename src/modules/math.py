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
    total = 0
    pairs = []
    stop = object()
    plain = True
    while True:
        a = next(p, stop)
        b = next(q, stop)
        if a is stop or b is stop:
            if a is not b:
                raise ValueError("Inputs are not the same length")
            break
        if plain and type(a) in (int, float, bool) and type(b) in (int, float, bool):
            pairs.append((a, b))
            continue
        if plain:
            plain = False
            total = _plain_sumprod(pairs)
        total = total + a * b
    return _plain_sumprod(pairs) if plain else total


def _plain_sumprod(pairs):
    # ints stay exact; with floats the sum of the exact products is rounded once (CPython: TripleLength arithmetic)
    total = 0
    products = []
    for a, b in pairs:
        if type(a) is float or type(b) is float:
            a = float(a)
            b = float(b)
            product = a * b
            if product - product != 0.0:
                products.append((product, 0.0))
            else:
                products.append((product, fma(a, b, -product)))
        else:
            total += a * b
    if not products:
        return total
    if total:
        products.append((float(total), 0.0))
    if not all([high - high == 0.0 for high, low in products]):
        result = 0.0
        for high, low in products:
            result += high
        return result
    return fsum([part for pair in products for part in pair])
