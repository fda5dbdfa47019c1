# The class Decimal. Operators are written out, for they are what programs spend their time in; methods that only pass on to an operation are made
# by methods.py.
def _operand(value):
    # An operand of an operator: Decimal or int, else None
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _of_int(value)
    return None


def _no_quick(a, b, context, cls):
    return None


def _argument(value):
    # An argument of a method
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _of_int(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _context_argument(context):
    if context is None:
        return getcontext()
    if isinstance(context, Context):
        return context
    raise TypeError("optional argument must be a context")


# The core's versions (native/core/decimals.c) do the plain cases: both numbers finite and of up to 38 digits, no condition that is trapped, no exponent
# near a limit. Anything else is None from them and done here.
def _binary_operator(operation, name, doc, quick=_no_quick):
    def method(self, value, /):
        context = getcontext()
        result = quick(self, value, context, Decimal)
        if result is not None:
            return result
        if not isinstance(value, Decimal):
            if not isinstance(value, int):
                return NotImplemented
            value = _of_int(value)
        result = operation(self, value, context)
        if context._status:
            _settle(context)
        return result

    def reflected(self, value, /):
        context = getcontext()
        result = quick(value, self, context, Decimal)
        if result is not None:
            return result
        if not isinstance(value, Decimal):
            if not isinstance(value, int):
                return NotImplemented
            value = _of_int(value)
        result = operation(value, self, context)
        if context._status:
            _settle(context)
        return result

    for function, prefix, text in ((method, "", f"Return {doc}."), (reflected, "r", f"Return {_swapped(doc)}.")):
        function.__name__ = f"__{prefix}{name}__"
        function.__qualname__ = f"Decimal.__{prefix}{name}__"
        function.__doc__ = text
    return method, reflected


def _swapped(doc):
    return doc.replace("self", "\0").replace("value", "self").replace("\0", "value")


def _comparison(name, symbol, test, equality=False):
    def method(self, value, /):
        order = _quick_order(self, value, Decimal)
        if order is not None:
            return test(order)
        context = getcontext()
        pair = _comparable(self, value, context, equality)
        if pair is None:
            return NotImplemented
        a, b = pair
        if a._kind >= 2 or b._kind >= 2:
            if not equality or a._kind == _SNAN or b._kind == _SNAN:
                context._status |= _INVALID
                _settle(context)
            return name == "ne"
        return test(_order(a, b))

    method.__name__ = f"__{name}__"
    method.__qualname__ = f"Decimal.__{name}__"
    method.__doc__ = f"Return self{symbol}value."
    return method


def _comparable(self, value, context, equality):
    # Both sides as Decimals, or None
    if isinstance(value, Decimal):
        return self, value
    if isinstance(value, int):
        return self, _of_int(value)
    if isinstance(value, complex) and equality:
        if value.imag != 0:
            return None
        value = value.real
    if isinstance(value, float):
        if equality:
            context._flags |= _FLOAT
        else:
            context._status |= _FLOAT
            _settle(context)
        return self, _of_float(value)
    if isinstance(value, _numbers.Rational):
        numerator, denominator = value.numerator, value.denominator
        if self._kind:
            return self, _of_int(int(numerator))
        return _number(self._sign, self._int * int(denominator), self._exp), _of_int(int(numerator))
    return None


_HASH_MODULUS = (1 << 61) - 1
_TENTH = pow(10, _HASH_MODULUS - 2, _HASH_MODULUS)


class Decimal:
    """Construct a new Decimal object. 'value' can be an integer, string, tuple,
or another Decimal object. If no value is given, return Decimal('0'). The
context does not affect the conversion and is only passed to determine if
the InvalidOperation trap is active.

"""
    __slots__ = ("_kind", "_sign", "_int", "_exp")

    def __new__(cls, value="0", context=None):
        if cls is Decimal and context is None:
            result = _quick_new(value, Decimal)
            if result is not None:
                return result
        context = _context_argument(context)
        result = _converted(value, context, True)
        if context._status:
            _settle(context)
        if cls is Decimal:
            if type(result) is Decimal:
                return result
        self = _object_new(cls)
        self._kind, self._sign, self._int, self._exp = result._kind, result._sign, result._int, result._exp
        return self

    __add__, __radd__ = _binary_operator(_add, "add", "self+value", _quick_add)
    __sub__, __rsub__ = _binary_operator(_subtract, "sub", "self-value", _quick_subtract)
    __mul__, __rmul__ = _binary_operator(_multiply, "mul", "self*value", _quick_multiply)
    __truediv__, __rtruediv__ = _binary_operator(_divide, "truediv", "self/value", _quick_divide)
    __floordiv__, __rfloordiv__ = _binary_operator(_divide_int, "floordiv", "self//value", _quick_divide_int)
    __mod__, __rmod__ = _binary_operator(_remainder, "mod", "self%value", _quick_remainder)
    __divmod__, __rdivmod__ = _binary_operator(_divmod, "divmod", "divmod(self, value)")
    __lt__ = _comparison("lt", "<", lambda order: order < 0)
    __le__ = _comparison("le", "<=", lambda order: order <= 0)
    __gt__ = _comparison("gt", ">", lambda order: order > 0)
    __ge__ = _comparison("ge", ">=", lambda order: order >= 0)
    __eq__ = _comparison("eq", "==", lambda order: order == 0, True)
    __ne__ = _comparison("ne", "!=", lambda order: order != 0, True)

    def __pow__(self, value, mod=None, /):
        """Return pow(self, value, mod)."""
        b = _operand(value)
        if b is None:
            return NotImplemented
        c = None
        if mod is not None:
            c = _operand(mod)
            if c is None:
                return NotImplemented
        context = getcontext()
        result = _power(self, b, context) if c is None else _powmod(self, b, c, context)
        if context._status:
            _settle(context)
        return result

    def __rpow__(self, value, mod=None, /):
        """Return pow(value, self, mod)."""
        a = _operand(value)
        if a is None:
            return NotImplemented
        return a.__pow__(self, mod)

    def __neg__(self):
        """-self"""
        context = getcontext()
        result = _quick_signed(self, None, context, Decimal)
        if result is not None:
            return result
        result = _minus(self, context)
        if context._status:
            _settle(context)
        return result

    def __pos__(self):
        """+self"""
        context = getcontext()
        result = _quick_signed(self, 1, context, Decimal)
        if result is not None:
            return result
        result = _plus(self, context)
        if context._status:
            _settle(context)
        return result

    def __abs__(self):
        """abs(self)"""
        context = getcontext()
        result = _quick_signed(self, 0, context, Decimal)
        if result is not None:
            return result
        result = _abs(self, context)
        if context._status:
            _settle(context)
        return result

    def __bool__(self):
        """True if self else False"""
        return self._kind != 0 or self._int != 0

    def __hash__(self):
        """Return hash(self)."""
        value = _quick_hash(self, Decimal)
        if value is not None:
            return value
        if self._kind:
            if self._kind == _SNAN:
                raise TypeError("Cannot hash a signaling NaN value")
            return object.__hash__(self) if self._kind == _QNAN else -314159 if self._sign else 314159
        if self._exp >= 0:
            value = self._int * pow(10, self._exp, _HASH_MODULUS) % _HASH_MODULUS
        else:
            value = self._int * pow(_TENTH, -self._exp, _HASH_MODULUS) % _HASH_MODULUS
        if self._sign:
            value = -value
        return -2 if value == -1 else value

    def __repr__(self):
        """Return repr(self)."""
        return f"Decimal('{Decimal.__str__(self)}')"

    def __str__(self):
        """Return str(self)."""
        capitals = getcontext()._capitals
        text = _quick_text(self, capitals, Decimal)
        return text if text is not None else _to_text(self, capitals)

    def __format__(self, spec, override=None, /):
        if not isinstance(spec, str):
            raise TypeError("format arg must be str")
        return _format(self, spec, getcontext())

    def to_eng_string(self, /, context=None):
        """Convert to an engineering-type string.  Engineering notation has an exponent
which is a multiple of 3, so there are up to 3 digits left of the decimal
place. For example, Decimal('123E+1') is converted to Decimal('1.23E+3').

The value of context.capitals determines whether the exponent sign is lower
or upper case. Otherwise, the context does not affect the operation.

"""
        return _to_text(self, _context_argument(context)._capitals, True)

    def __int__(self):
        """int(self)"""
        n = _quick_int(self, Decimal)
        return n if n is not None else _to_int(self, "ROUND_DOWN")

    def __trunc__(self, /):
        return _to_int(self, "ROUND_DOWN")

    def __floor__(self, /):
        return _to_int(self, "ROUND_FLOOR")

    def __ceil__(self, /):
        return _to_int(self, "ROUND_CEILING")

    def __round__(self, ndigits=None, /):
        if ndigits is None:
            return _to_int(self, "ROUND_HALF_EVEN")
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        if not -0x8000000000000000 <= ndigits <= 0x7FFFFFFFFFFFFFFF:
            raise OverflowError("Python int too large to convert to C ssize_t")
        context = getcontext()
        result = _quantize(self, _number(0, 1, -ndigits), context)
        if context._status:
            _settle(context)
        return result

    def __float__(self):
        """float(self)"""
        if self._kind >= 2:
            if self._kind == _SNAN:
                raise ValueError("cannot convert signaling NaN to float")
            return float("-nan" if self._sign else "nan")
        return float(_to_text(self, 1))

    def __complex__(self, /):
        return complex(float(self))

    def __copy__(self, /):
        return self

    def __deepcopy__(self, object, /):
        return self

    def __reduce__(self, /):
        return type(self), (str(self),)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return _number(0, 0, 0)

    def as_tuple(self, /):
        """Return a tuple representation of the number.

"""
        if self._kind == _INFINITE:
            return DecimalTuple(self._sign, (0,), "F")
        digits = () if self._kind and not self._int else tuple([int(digit) for digit in _int_text(self._int)])
        return DecimalTuple(self._sign, digits, ("", "F", "n", "N")[self._kind] if self._kind else self._exp)

    def as_integer_ratio(self, /):
        """Decimal.as_integer_ratio() -> (int, int)

Return a pair of integers, whose ratio is exactly equal to the original
Decimal and with a positive denominator. The ratio is in lowest terms.
Raise OverflowError on infinities and a ValueError on NaNs.

"""
        if self._kind:
            if self._kind >= 2:
                raise ValueError("cannot convert NaN to integer ratio")
            raise OverflowError("cannot convert Infinity to integer ratio")
        numerator = -self._int if self._sign else self._int
        if not numerator:
            return 0, 1
        if self._exp >= 0:
            return numerator * _power_of_ten(self._exp), 1
        denominator = _power_of_ten(-self._exp)
        divisor = _gcd(numerator, denominator)
        return numerator // divisor, denominator // divisor

    @classmethod
    def from_float(cls, f, /):
        """Class method that converts a float to a decimal number, exactly.
Since 0.1 is not exactly representable in binary floating point,
Decimal.from_float(0.1) is not the same as Decimal('0.1').

    >>> Decimal.from_float(0.1)
    Decimal('0.1000000000000000055511151231257827021181583404541015625')
    >>> Decimal.from_float(float('nan'))
    Decimal('NaN')
    >>> Decimal.from_float(float('inf'))
    Decimal('Infinity')
    >>> Decimal.from_float(float('-inf'))
    Decimal('-Infinity')


"""
        result = _of_float(f)
        return result if cls is Decimal else cls(result)

    @classmethod
    def from_number(cls, number, /):
        """Class method that converts a real number to a decimal number, exactly.

    >>> Decimal.from_number(314)              # int
    Decimal('314')
    >>> Decimal.from_number(0.1)              # float
    Decimal('0.1000000000000000055511151231257827021181583404541015625')
    >>> Decimal.from_number(Decimal('3.14'))  # another decimal instance
    Decimal('3.14')


"""
        if isinstance(number, Decimal):
            return cls(number)
        if isinstance(number, (int, float)):
            return cls.from_float(number)
        raise TypeError(f"conversion from {type(number).__name__} to Decimal is not supported")

    def __sizeof__(self, /):
        return 104 if self._int < 10 ** 76 else 64 + self._int.bit_length() // 62 * 8

    def adjusted(self, /):
        """Return the adjusted exponent of the number.  Defined as exp + digits - 1.

"""
        return 0 if self._kind else self._exp + _digit_count(self._int) - 1

    def quantize(self, /, exp, rounding=None, context=None):
        """Return a value equal to the first operand after rounding and having the
exponent of the second operand.

    >>> Decimal('1.41421356').quantize(Decimal('1.000'))
    Decimal('1.414')

Unlike other operations, if the length of the coefficient after the quantize
operation would be greater than precision, then an InvalidOperation is signaled.
This guarantees that, unless there is an error condition, the quantized exponent
is always equal to that of the right-hand operand.

Also unlike other operations, quantize never signals Underflow, even if the
result is subnormal and inexact.

If the exponent of the second operand is larger than that of the first, then
rounding may be necessary. In this case, the rounding mode is determined by the
rounding argument if given, else by the given context argument; if neither
argument is given, the rounding mode of the current thread's context is used.

"""
        context = _context_argument(context)
        result = _quick_quantize(self, exp, context, Decimal, rounding)
        if result is not None:
            return result
        work = context if rounding is None else _Rounding(context, _rounding_setting(rounding))
        result = _quantize(self, _argument(exp), work)
        if context._status:
            _settle(context)
        return result

    def to_integral_value(self, /, rounding=None, context=None):
        """Round to the nearest integer without signaling Inexact or Rounded.  The
rounding mode is determined by the rounding parameter if given, else by
the given context. If neither parameter is given, then the rounding mode
of the current default context is used.

"""
        context = _context_argument(context)
        result = _integral(self, context, context._rounding if rounding is None else _rounding_setting(rounding), False)
        if context._status:
            _settle(context)
        return result

    def to_integral(self, /, rounding=None, context=None):
        """Identical to the to_integral_value() method.  The to_integral() name has been
kept for compatibility with older versions.

"""
        return self.to_integral_value(rounding, context)

    def to_integral_exact(self, /, rounding=None, context=None):
        """Round to the nearest integer, signaling Inexact or Rounded as appropriate if
rounding occurs.  The rounding mode is determined by the rounding parameter
if given, else by the given context. If neither parameter is given, then the
rounding mode of the current default context is used.

"""
        context = _context_argument(context)
        result = _integral(self, context, context._rounding if rounding is None else _rounding_setting(rounding), True)
        if context._status:
            _settle(context)
        return result


def _to_int(a, rounding):
    if a._kind:
        if a._kind >= 2:
            raise ValueError("cannot convert NaN to integer")
        raise OverflowError("cannot convert Infinity to integer")
    exp = a._exp
    if exp >= 0:
        c = a._int * _power_of_ten(exp)
    else:
        c = _integral(a, None, rounding, False)._int
    return -c if a._sign else c


_ONE = _number(0, 1, 0)
_numbers.Number.register(Decimal)
