# One function for each operation, for host code that meets an operand with hooks written in Python: the hook then runs in an ordinary frame.

MISSING = type("MISSING", (), {})()


def truth(a):
    return True if a else False


def lt(a, b):
    return a < b


def le(a, b):
    return a <= b


def eq(a, b):
    return a == b


def ne(a, b):
    return a != b


def gt(a, b):
    return a > b


def ge(a, b):
    return a >= b


def add_(a, b):
    return a + b


def sub_(a, b):
    return a - b


def mul_(a, b):
    return a * b


def truediv_(a, b):
    return a / b


def floordiv_(a, b):
    return a // b


def mod_(a, b):
    return a % b


def pow_(a, b):
    return a**b


def lshift_(a, b):
    return a << b


def rshift_(a, b):
    return a >> b


def and_(a, b):
    return a & b


def or_(a, b):
    return a | b


def xor_(a, b):
    return a ^ b


def matmul_(a, b):
    return a @ b


def iadd(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


def itruediv(a, b):
    a /= b
    return a


def ifloordiv(a, b):
    a //= b
    return a


def imod(a, b):
    a %= b
    return a


def ipow(a, b):
    a **= b
    return a


def ilshift(a, b):
    a <<= b
    return a


def irshift(a, b):
    a >>= b
    return a


def iand(a, b):
    a &= b
    return a


def ior(a, b):
    a |= b
    return a


def ixor(a, b):
    a ^= b
    return a


def imatmul(a, b):
    a @= b
    return a


def getitem(a, b):
    return a[b]


def setitem(a, b, c):
    a[b] = c


def delitem(a, b):
    del a[b]


def contains(a, b):
    return b in a


def iter_(a):
    return iter(a)


def to_list(a):
    return [*a]


def is_one_of(exceptions):
    ids = {id(e) for e in exceptions}
    return lambda e: id(e) in ids


# What `async for` waits for, from what __anext__ returned that is no coroutine.
def next_awaiter(awaitable):
    try:
        await_method = type_attribute(type(awaitable), "__await__")
        if await_method is MISSING:
            raise TypeError(f"'{type(awaitable).__name__}' object can't be awaited")
        awaiter = special_call(await_method, awaitable)
        if type(awaiter) is Coroutine:
            raise TypeError("__await__() returned a coroutine")
        if type_attribute(type(awaiter), "__next__") is MISSING:
            raise TypeError(f"__await__() returned non-iterator of type '{type(awaiter).__name__}'")
        return awaiter
    except BaseException as cause:
        raise TypeError(f"'async for' received an invalid object from __anext__: {type(awaitable).__name__}") from cause


async def anext_default(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


class ExceptionGroup(BaseExceptionGroup, Exception):
    __module__ = "builtins"
    __doc__ = None
