# Contexts. Besides what Python sees a context keeps what every operation needs: the first coefficient that is too long, Etiny and Etop.
_context_var = _ContextVar("decimal_context")
DefaultContext = None


def _int_setting(value, low, high, message):
    if not isinstance(value, int):
        raise TypeError("an integer is required")
    value = int(value)
    if not -0x8000000000000000 <= value <= 0x7FFFFFFFFFFFFFFF:
        raise OverflowError("Python int too large to convert to C ssize_t")
    if not low <= value <= high:
        raise ValueError(message)
    return value


def _rounding_setting(value):
    if isinstance(value, str):
        for rounding in _ROUNDINGS:
            if rounding == value:
                return rounding
    raise TypeError(_BAD_ROUNDING)


class Context:
    """The context affects almost all operations and controls rounding,
Over/Underflow, raising of exceptions and much more.  A new context
can be constructed as follows:

    >>> c = Context(prec=28, Emin=-425000000, Emax=425000000,
    ...             rounding=ROUND_HALF_EVEN, capitals=1, clamp=1,
    ...             traps=[InvalidOperation, DivisionByZero, Overflow],
    ...             flags=[])
    >>>


"""
    __slots__ = ("_prec", "_rounding", "_emin", "_emax", "_capitals", "_clamp", "_flags", "_traps", "_status", "_limit", "_etiny", "_etop",
                 "__weakref__")

    def __new__(cls, *args, **kwargs):
        self = _object_new(cls)
        if DefaultContext is not None:
            self._take(DefaultContext)
        else:
            self._prec, self._rounding, self._emin, self._emax, self._capitals, self._clamp = 28, ROUND_HALF_EVEN, -999999, 999999, 1, 0
            self._traps = _ANY_INVALID | _DIVISION_BY_ZERO | _OVERFLOW
            self._derive()
        self._flags = self._status = 0
        return self

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        if prec is not None:
            self.prec = prec
        if rounding is not None:
            self.rounding = rounding
        if Emin is not None:
            self.Emin = Emin
        if Emax is not None:
            self.Emax = Emax
        if capitals is not None:
            self.capitals = capitals
        if clamp is not None:
            self.clamp = clamp
        if traps is not None:
            self._traps = _signal_bits(traps, True)
        if flags is not None:
            self._flags = _signal_bits(flags, True)

    def _take(self, other):
        self._prec, self._rounding, self._emin, self._emax = other._prec, other._rounding, other._emin, other._emax
        self._capitals, self._clamp, self._traps, self._flags, self._status = other._capitals, other._clamp, other._traps, other._flags, 0
        self._limit, self._etiny, self._etop = other._limit, other._etiny, other._etop

    def _derive(self):
        prec = self._prec
        # 0 sends every number the long way, where no power of ten is needed that has as many digits as this context.
        self._limit = _power_of_ten(prec) if prec <= 20000 else 0
        self._etiny = self._emin - prec + 1
        self._etop = self._emax - prec + 1

    @property
    def prec(self):
        return self._prec

    @prec.setter
    def prec(self, value):
        self._prec = _int_setting(value, 1, MAX_PREC, "valid range for prec is [1, MAX_PREC]")
        self._derive()

    @property
    def rounding(self):
        return self._rounding

    @rounding.setter
    def rounding(self, value):
        self._rounding = _rounding_setting(value)

    @property
    def Emin(self):
        return self._emin

    @Emin.setter
    def Emin(self, value):
        self._emin = _int_setting(value, MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]")
        self._derive()

    @property
    def Emax(self):
        return self._emax

    @Emax.setter
    def Emax(self, value):
        self._emax = _int_setting(value, 0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]")
        self._derive()

    @property
    def capitals(self):
        return self._capitals

    @capitals.setter
    def capitals(self, value):
        self._capitals = _int_setting(value, 0, 1, "valid values for capitals are 0 or 1")

    @property
    def clamp(self):
        return self._clamp

    @clamp.setter
    def clamp(self, value):
        self._clamp = _int_setting(value, 0, 1, "valid values for clamp are 0 or 1")

    @property
    def flags(self):
        return _signal_view(self, "_flags")

    @flags.setter
    def flags(self, value):
        self._flags = _signal_bits(value, False)

    @property
    def traps(self):
        return _signal_view(self, "_traps")

    @traps.setter
    def traps(self, value):
        self._traps = _signal_bits(value, False)

    def __delattr__(self, name, /):
        if name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise AttributeError("context attributes cannot be deleted")
        object.__delattr__(self, name)

    def __repr__(self):
        return (f"Context(prec={self._prec}, rounding={self._rounding}, Emin={self._emin}, Emax={self._emax}, capitals={self._capitals}, "
                f"clamp={self._clamp}, flags={_signal_names(self._flags)}, traps={_signal_names(self._traps)})")

    def __reduce__(self):
        return type(self), (self._prec, self._rounding, self._emin, self._emax, self._capitals, self._clamp, _signal_list(self._flags),
                            _signal_list(self._traps))

    def Etiny(self):
        """Return a value equal to Emin - prec + 1, which is the minimum exponent value
for subnormal results.  When underflow occurs, the exponent is set to Etiny.

"""
        return self._etiny

    def Etop(self):
        """Return a value equal to Emax - prec + 1.  This is the maximum exponent
if the _clamp field of the context is set to 1 (IEEE clamp mode).  Etop()
must not be negative.

"""
        return self._etop

    def radix(self):
        """Return 10.

"""
        return _number(0, 10, 0)

    def clear_flags(self):
        """Reset all flags to False.

"""
        self._flags = 0

    def clear_traps(self):
        """Set all traps to False.

"""
        self._traps = 0

    def copy(self):
        """Return a duplicate of the context with all flags cleared.

"""
        return _copied(self)

    def __copy__(self):
        return self.copy()

    def create_decimal(self, num="0", /):
        """Create a new Decimal instance from num, using self as the context. Unlike the
Decimal constructor, this function observes the context limits.

"""
        result = _converted(num, self, False)
        if self._status:
            _settle(self)
        return result

    def create_decimal_from_float(self, f, /):
        """Create a new Decimal instance from float f.  Unlike the Decimal.from_float()
class method, this function observes the context limits.

"""
        exact = _of_float(f)
        result = exact if exact._kind else _finish(exact._sign, exact._int, exact._exp, self)
        if self._status:
            _settle(self)
        return result


def _copied(context):
    new = _object_new(Context)
    new._take(context)
    return new


def _working(context, prec=None, rounding=None, clamp=None, wide=False):
    # A context for intermediate results; its conditions are nobody's business but the caller's.
    new = _copied(context)
    if prec is not None:
        new._prec = prec
    if rounding is not None:
        new._rounding = rounding
    if clamp is not None:
        new._clamp = clamp
    if wide:
        new._emin, new._emax = MIN_EMIN, MAX_EMAX
    if prec is not None or wide:
        new._derive()
    return new


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_maximal = Context(prec=MAX_PREC, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])


def getcontext():
    """Get the current default context.

"""
    context = _context_var.get(None)
    if context is None:
        context = _copied(DefaultContext)
        context._flags = 0
        _context_var.set(context)
    return context


def setcontext(context, /):
    """Set a new default context.

"""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = context.copy()
        context._flags = 0
    _context_var.set(context)


class ContextManager:
    __slots__ = ("_outer", "_inner")

    def __enter__(self):
        setcontext(self._inner)
        return self._inner

    def __exit__(self, exc_type, exc_value, traceback, /):
        setcontext(self._outer)
        return False


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx
on entry to the with-statement and restore the previous default context when
exiting the with-statement. If no context is specified, a copy of the current
default context is used.

"""
    outer = getcontext()
    if ctx is None:
        ctx = outer
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    for name in kwargs:
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
    inner = _copied(ctx)
    Context.__init__(inner, **kwargs)
    manager = ContextManager()
    manager._outer = outer
    manager._inner = inner
    return manager


def IEEEContext(bits, /):
    """Return a context object initialized to the proper values for one of the
IEEE interchange formats.  The argument must be a multiple of 32 and less
than IEEE_CONTEXT_MAX_BITS.

"""
    if not isinstance(bits, int):
        raise TypeError("an integer is required")
    if bits <= 0 or bits > IEEE_CONTEXT_MAX_BITS or bits % 32:
        raise ValueError(f"argument must be a multiple of 32, with a maximum of {IEEE_CONTEXT_MAX_BITS}")
    emax = 3 * (1 << (bits // 16 + 3))
    return Context(prec=9 * (bits // 32) - 2, rounding=ROUND_HALF_EVEN, Emin=1 - emax, Emax=emax, capitals=1, clamp=1, flags=[], traps=[])
