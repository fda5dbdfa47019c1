# Methods of Decimal and Context that pass their operands on to an operation and settle what it signals. A row: name, operation, documentation of the
# Decimal method, of the Context method (None: no such method).
def _named(function, owner, name, doc):
    function.__name__ = name
    function.__qualname__ = f"{owner.__name__}.{name}"
    function.__doc__ = doc
    setattr(owner, name, function)


def _define_unary(name, operation, doc, context_doc):
    def method(self, /, context=None):
        context = _context_argument(context)
        result = operation(self, context)
        if context._status:
            _settle(context)
        return result

    def context_method(self, x, /):
        result = operation(_argument(x), self)
        if self._status:
            _settle(self)
        return result

    if doc is not None:
        _named(method, Decimal, name, doc)
    if context_doc is not None:
        _named(context_method, Context, name, context_doc)


def _define_binary(name, operation, doc, context_doc):
    def method(self, /, other, context=None):
        context = _context_argument(context)
        result = operation(self, _argument(other), context)
        if context._status:
            _settle(context)
        return result

    def context_method(self, x, y, /):
        result = operation(_argument(x), _argument(y), self)
        if self._status:
            _settle(self)
        return result

    if doc is not None:
        _named(method, Decimal, name, doc)
    if context_doc is not None:
        _named(context_method, Context, name, context_doc)


def _define_plain(name, answer, doc, context_doc):
    # No context, no conditions
    def method(self, /):
        return answer(self)

    def context_method(self, x, /):
        return answer(_argument(x))

    _named(method, Decimal, name, doc)
    if context_doc is not None:
        _named(context_method, Context, name, context_doc)


_define_unary("exp", _exp, """Return the value of the (natural) exponential function e**x at the given
number.  The function always uses the ROUND_HALF_EVEN mode and the result
is correctly rounded.

""", """Return e ** x.

""")
_define_unary("ln", _ln, """Return the natural (base e) logarithm of the operand. The function always
uses the ROUND_HALF_EVEN mode and the result is correctly rounded.

""", """Return the natural (base e) logarithm of x.

""")
_define_unary("log10", _log10, """Return the base ten logarithm of the operand. The function always uses the
ROUND_HALF_EVEN mode and the result is correctly rounded.

""", """Return the base 10 logarithm of x.

""")
_define_unary("next_minus", _next_minus, """Return the largest number representable in the given context (or in the
current default context if no context is given) that is smaller than the
given operand.

""", """Return the largest representable number smaller than x.

""")
_define_unary("next_plus", _next_plus, """Return the smallest number representable in the given context (or in the
current default context if no context is given) that is larger than the
given operand.

""", """Return the smallest representable number larger than x.

""")
_define_unary("normalize", _normalize, """Normalize the number by stripping the rightmost trailing zeros and
converting any result equal to Decimal('0') to Decimal('0e0').  Used
for producing canonical values for members of an equivalence class.
For example, Decimal('32.100') and Decimal('0.321000e+2') both normalize
to the equivalent value Decimal('32.1').

""", """Reduce x to its simplest form. Alias for reduce(x).

""")
_define_unary("sqrt", _sqrt, """Return the square root of the argument to full precision. The result is
correctly rounded using the ROUND_HALF_EVEN rounding mode.

""", """Square root of a non-negative number to context precision.

""")
_define_unary("logb", _logb, """For a non-zero number, return the adjusted exponent of the operand as a
Decimal instance.  If the operand is a zero, then Decimal('-Infinity') is
returned and the DivisionByZero condition is raised. If the operand is
an infinity then Decimal('Infinity') is returned.

""", """Return the exponent of the magnitude of the operand's MSD.

""")
_define_unary("logical_invert", _logical_invert, """Invert all its digits.

The self must be logical number.

""", """Invert all the digits in the operand.

The operand must be a logical number.

    >>> ExtendedContext.logical_invert(Decimal('0'))
    Decimal('111111111')
    >>> ExtendedContext.logical_invert(Decimal('1'))
    Decimal('111111110')
    >>> ExtendedContext.logical_invert(Decimal('111111111'))
    Decimal('0')
    >>> ExtendedContext.logical_invert(Decimal('101010101'))
    Decimal('10101010')
    >>> ExtendedContext.logical_invert(1101)
    Decimal('111110010')

""")
_define_unary("number_class", _number_class, """Return a string describing the class of the operand.  The returned value
is one of the following ten strings:

    * '-Infinity', indicating that the operand is negative infinity.
    * '-Normal', indicating that the operand is a negative normal number.
    * '-Subnormal', indicating that the operand is negative and subnormal.
    * '-Zero', indicating that the operand is a negative zero.
    * '+Zero', indicating that the operand is a positive zero.
    * '+Subnormal', indicating that the operand is positive and subnormal.
    * '+Normal', indicating that the operand is a positive normal number.
    * '+Infinity', indicating that the operand is positive infinity.
    * 'NaN', indicating that the operand is a quiet NaN (Not a Number).
    * 'sNaN', indicating that the operand is a signaling NaN.


""", """Return an indication of the class of x.

""")
_define_unary("is_normal", _is_normal, """Return True if the argument is a normal finite non-zero number with an
adjusted exponent greater than or equal to Emin. Return False if the
argument is zero, subnormal, infinite or a NaN.

""", """Return True if x is a normal number, False otherwise.

""")
_define_unary("is_subnormal", _is_subnormal, """Return True if the argument is subnormal, and False otherwise. A number is
subnormal if it is non-zero, finite, and has an adjusted exponent less
than Emin.

""", """Return True if x is subnormal, False otherwise.

""")
_define_unary("abs", _abs, None, """Return the absolute value of x.

""")
_define_unary("minus", _minus, None, """Minus corresponds to the unary prefix minus operator in Python, but applies
the context to the result.

""")
_define_unary("plus", _plus, None, """Plus corresponds to the unary prefix plus operator in Python, but applies
the context to the result.

""")
_define_unary("to_integral", _to_integral_value, None, """Identical to to_integral_value(x).

""")
_define_unary("to_integral_exact", _to_integral_exact, None, """Round to an integer. Signal if the result is rounded or inexact.

""")
_define_unary("to_integral_value", _to_integral_value, None, """Round to an integer.

""")
_define_binary("compare", _compare, """Compare self to other.  Return a decimal value:

    a or b is a NaN ==> Decimal('NaN')
    a < b           ==> Decimal('-1')
    a == b          ==> Decimal('0')
    a > b           ==> Decimal('1')

""", """Compare x and y numerically.

""")
_define_binary("compare_signal", _compare_signal, """Identical to compare, except that all NaNs signal.

""", """Compare x and y numerically.  All NaNs signal.

""")
_define_binary("max", _max, """Maximum of self and other.  If one operand is a quiet NaN and the other is
numeric, the numeric operand is returned.

""", """Compare the values numerically and return the maximum.

""")
_define_binary("max_mag", _max_mag, """Similar to the max() method, but the comparison is done using the absolute
values of the operands.

""", """Compare the values numerically with their sign ignored.

""")
_define_binary("min", _min, """Minimum of self and other. If one operand is a quiet NaN and the other is
numeric, the numeric operand is returned.

""", """Compare the values numerically and return the minimum.

""")
_define_binary("min_mag", _min_mag, """Similar to the min() method, but the comparison is done using the absolute
values of the operands.

""", """Compare the values numerically with their sign ignored.

""")
_define_binary("next_toward", _next_toward, """If the two operands are unequal, return the number closest to the first
operand in the direction of the second operand.  If both operands are
numerically equal, return a copy of the first operand with the sign set
to be the same as the sign of the second operand.

""", """Return the number closest to x, in the direction towards y.

""")
_define_binary("remainder_near", _remainder_near, """Return the remainder from dividing self by other.  This differs from
self % other in that the sign of the remainder is chosen so as to minimize
its absolute value. More precisely, the return value is self - n * other
where n is the integer nearest to the exact value of self / other, and
if two integers are equally near then the even one is chosen.

If the result is zero then its sign will be the sign of self.

""", """Return x - y * n, where n is the integer nearest the exact value of x / y
(if the result is 0 then its sign will be the sign of x).

""")
_define_binary("compare_total", _compare_total, """Compare two operands using their abstract representation rather than
their numerical value.  Similar to the compare() method, but the result
gives a total ordering on Decimal instances.  Two Decimal instances with
the same numeric value but different representations compare unequal
in this ordering:

    >>> Decimal('12.0').compare_total(Decimal('12'))
    Decimal('-1')

Quiet and signaling NaNs are also included in the total ordering. The result
of this function is Decimal('0') if both operands have the same representation,
Decimal('-1') if the first operand is lower in the total order than the second,
and Decimal('1') if the first operand is higher in the total order than the
second operand. See the specification for details of the total order.

This operation is unaffected by context and is quiet: no flags are changed
and no rounding is performed. As an exception, the C version may raise
InvalidOperation if the second operand cannot be converted exactly.

""", """Compare x and y using their abstract representation.

""")
_define_binary("compare_total_mag", _compare_total_mag, """Compare two operands using their abstract representation rather than their
value as in compare_total(), but ignoring the sign of each operand.

x.compare_total_mag(y) is equivalent to x.copy_abs().compare_total(y.copy_abs()).

This operation is unaffected by context and is quiet: no flags are changed
and no rounding is performed. As an exception, the C version may raise
InvalidOperation if the second operand cannot be converted exactly.

""", """Compare x and y using their abstract representation, ignoring sign.

""")
_define_binary("logical_and", _logical_and, """Applies an 'and' operation between self and other's digits.

Both self and other must be logical numbers.

""", """Applies the logical operation 'and' between each operand's digits.

The operands must be both logical numbers.

    >>> ExtendedContext.logical_and(Decimal('0'), Decimal('0'))
    Decimal('0')
    >>> ExtendedContext.logical_and(Decimal('0'), Decimal('1'))
    Decimal('0')
    >>> ExtendedContext.logical_and(Decimal('1'), Decimal('0'))
    Decimal('0')
    >>> ExtendedContext.logical_and(Decimal('1'), Decimal('1'))
    Decimal('1')
    >>> ExtendedContext.logical_and(Decimal('1100'), Decimal('1010'))
    Decimal('1000')
    >>> ExtendedContext.logical_and(Decimal('1111'), Decimal('10'))
    Decimal('10')
    >>> ExtendedContext.logical_and(110, 1101)
    Decimal('100')
    >>> ExtendedContext.logical_and(Decimal(110), 1101)
    Decimal('100')
    >>> ExtendedContext.logical_and(110, Decimal(1101))
    Decimal('100')

""")
_define_binary("logical_or", _logical_or, """Applies an 'or' operation between self and other's digits.

Both self and other must be logical numbers. 

""", """Applies the logical operation 'or' between each operand's digits.

The operands must be both logical numbers.

    >>> ExtendedContext.logical_or(Decimal('0'), Decimal('0'))
    Decimal('0')
    >>> ExtendedContext.logical_or(Decimal('0'), Decimal('1'))
    Decimal('1')
    >>> ExtendedContext.logical_or(Decimal('1'), Decimal('0'))
    Decimal('1')
    >>> ExtendedContext.logical_or(Decimal('1'), Decimal('1'))
    Decimal('1')
    >>> ExtendedContext.logical_or(Decimal('1100'), Decimal('1010'))
    Decimal('1110')
    >>> ExtendedContext.logical_or(Decimal('1110'), Decimal('10'))
    Decimal('1110')
    >>> ExtendedContext.logical_or(110, 1101)
    Decimal('1111')
    >>> ExtendedContext.logical_or(Decimal(110), 1101)
    Decimal('1111')
    >>> ExtendedContext.logical_or(110, Decimal(1101))
    Decimal('1111')

""")
_define_binary("logical_xor", _logical_xor, """Applies an 'xor' operation between self and other's digits.

Both self and other must be logical numbers.

""", """Applies the logical operation 'xor' between each operand's digits.

The operands must be both logical numbers.

    >>> ExtendedContext.logical_xor(Decimal('0'), Decimal('0'))
    Decimal('0')
    >>> ExtendedContext.logical_xor(Decimal('0'), Decimal('1'))
    Decimal('1')
    >>> ExtendedContext.logical_xor(Decimal('1'), Decimal('0'))
    Decimal('1')
    >>> ExtendedContext.logical_xor(Decimal('1'), Decimal('1'))
    Decimal('0')
    >>> ExtendedContext.logical_xor(Decimal('1100'), Decimal('1010'))
    Decimal('110')
    >>> ExtendedContext.logical_xor(Decimal('1111'), Decimal('10'))
    Decimal('1101')
    >>> ExtendedContext.logical_xor(110, 1101)
    Decimal('1011')
    >>> ExtendedContext.logical_xor(Decimal(110), 1101)
    Decimal('1011')
    >>> ExtendedContext.logical_xor(110, Decimal(1101))
    Decimal('1011')

""")
_define_binary("rotate", _rotate, """Return the result of rotating the digits of the first operand by an amount
specified by the second operand.  The second operand must be an integer in
the range -precision through precision. The absolute value of the second
operand gives the number of places to rotate. If the second operand is
positive then rotation is to the left; otherwise rotation is to the right.
The coefficient of the first operand is padded on the left with zeros to
length precision if necessary. The sign and exponent of the first operand are
unchanged.

""", """Return a copy of x, rotated by y places.

""")
_define_binary("scaleb", _scaleb, """Return the first operand with the exponent adjusted the second.  Equivalently,
return the first operand multiplied by 10**other. The second operand must be
an integer.

""", """Return the first operand after adding the second value to its exp.

""")
_define_binary("shift", _shift, """Return the result of shifting the digits of the first operand by an amount
specified by the second operand.  The second operand must be an integer in
the range -precision through precision. The absolute value of the second
operand gives the number of places to shift. If the second operand is
positive, then the shift is to the left; otherwise the shift is to the
right. Digits shifted into the coefficient are zeros. The sign and exponent
of the first operand are unchanged.

""", """Return a copy of x, shifted by y places.

""")
_define_binary("add", _add, None, """Return the sum of x and y.

""")
_define_binary("divide", _divide, None, """Return x divided by y.

""")
_define_binary("divide_int", _divide_int, None, """Return x divided by y, truncated to an integer.

""")
_define_binary("divmod", _divmod, None, """Return quotient and remainder of the division x / y.

""")
_define_binary("multiply", _multiply, None, """Return the product of x and y.

""")
_define_binary("quantize", _quantize, None, """Return a value equal to x (rounded), having the exponent of y.

""")
_define_binary("remainder", _remainder, None, """Return the remainder from integer division.  The sign of the result,
if non-zero, is the same as that of the original dividend.

""")
_define_binary("subtract", _subtract, None, """Return the difference between x and y.

""")
_define_plain("is_canonical", lambda a: True, """Return True if the argument is canonical and False otherwise.  Currently,
a Decimal instance is always canonical, so this operation always returns
True.

""", """Return True if x is canonical, False otherwise.

""")
_define_plain("is_finite", lambda a: a._kind == 0, """Return True if the argument is a finite number, and False if the argument
is infinite or a NaN.

""", """Return True if x is finite, False otherwise.

""")
_define_plain("is_infinite", lambda a: a._kind == 1, """Return True if the argument is either positive or negative infinity and
False otherwise.

""", """Return True if x is infinite, False otherwise.

""")
_define_plain("is_nan", lambda a: a._kind >= 2, """Return True if the argument is a (quiet or signaling) NaN and False
otherwise.

""", """Return True if x is a qNaN or sNaN, False otherwise.

""")
_define_plain("is_qnan", lambda a: a._kind == 2, """Return True if the argument is a quiet NaN, and False otherwise.

""", """Return True if x is a quiet NaN, False otherwise.

""")
_define_plain("is_snan", lambda a: a._kind == 3, """Return True if the argument is a signaling NaN and False otherwise.

""", """Return True if x is a signaling NaN, False otherwise.

""")
_define_plain("is_signed", lambda a: a._sign == 1, """Return True if the argument has a negative sign and False otherwise.
Note that both zeros and NaNs can carry signs.

""", """Return True if x is negative, False otherwise.

""")
_define_plain("is_zero", lambda a: a._kind == 0 and a._int == 0, """Return True if the argument is a (positive or negative) zero and False
otherwise.

""", """Return True if x is a zero, False otherwise.

""")
_define_plain("canonical", lambda a: a, """Return the canonical encoding of the argument.  Currently, the encoding
of a Decimal instance is always canonical, so this operation returns its
argument unchanged.

""", """Return a new instance of x.

""")
_define_plain("conjugate", lambda a: a, """Return self.

""", None)
_define_plain("radix", lambda a: _number(0, 10, 0), """Return Decimal(10), the radix (base) in which the Decimal class does
all its arithmetic. Included for compatibility with the specification.

""", None)
_define_plain("copy_abs", lambda a: _copy_sign(a, 0), """Return the absolute value of the argument.  This operation is unaffected by
context and is quiet: no flags are changed and no rounding is performed.

""", """Return a copy of x with the sign set to 0.

""")
_define_plain("copy_negate", lambda a: _copy_sign(a, 1 - a._sign), """Return the negation of the argument.  This operation is unaffected by context
and is quiet: no flags are changed and no rounding is performed.

""", """Return a copy of x with the sign inverted.

""")


def _fma_method(self, /, other, third, context=None):
    context = _context_argument(context)
    result = _fma(self, _argument(other), _argument(third), context)
    if context._status:
        _settle(context)
    return result


def _context_fma(self, x, y, z, /):
    result = _fma(_argument(x), _argument(y), _argument(z), self)
    if self._status:
        _settle(self)
    return result


def _context_power(self, /, a, b, modulo=None):
    a, b = _argument(a), _argument(b)
    result = _power(a, b, self) if modulo is None else _powmod(a, b, _argument(modulo), self)
    if self._status:
        _settle(self)
    return result


def _copy_sign_method(self, /, other, context=None):
    _context_argument(context)
    return _copy_sign(self, _argument(other)._sign)


def _context_copy_sign(self, x, y, /):
    return _copy_sign(_argument(x), _argument(y)._sign)


def _same_quantum_method(self, /, other, context=None):
    _context_argument(context)
    return _same_quantum(self, _argument(other))


def _context_same_quantum(self, x, y, /):
    return _same_quantum(_argument(x), _argument(y))


def _context_copy_decimal(self, x, /):
    return _argument(x)


def _context_apply(self, x, /):
    return Context.plus(self, x)


def _context_to_sci_string(self, x, /):
    return _to_text(_argument(x), self._capitals)


def _context_to_eng_string(self, x, /):
    return _to_text(_argument(x), self._capitals, True)


_named(_fma_method, Decimal, "fma", """Fused multiply-add.  Return self*other+third with no rounding of the
intermediate product self*other.

    >>> Decimal(2).fma(3, 5)
    Decimal('11')


""")
_named(_context_fma, Context, "fma", """Return x multiplied by y, plus z.

""")
_named(_context_power, Context, "power", """Compute a**b. If 'a' is negative, then 'b' must be integral. The result
will be inexact unless 'a' is integral and the result is finite and can
be expressed exactly in 'precision' digits.  In the Python version the
result is always correctly rounded, in the C version the result is almost
always correctly rounded.

If modulo is given, compute (a**b) % modulo. The following restrictions
hold:

    * all three arguments must be integral
    * 'b' must be nonnegative
    * at least one of 'a' or 'b' must be nonzero
    * modulo must be nonzero and less than 10**prec in absolute value


""")
_named(_copy_sign_method, Decimal, "copy_sign", """Return a copy of the first operand with the sign set to be the same as the
sign of the second operand. For example:

    >>> Decimal('2.3').copy_sign(Decimal('-1.5'))
    Decimal('-2.3')

This operation is unaffected by context and is quiet: no flags are changed
and no rounding is performed. As an exception, the C version may raise
InvalidOperation if the second operand cannot be converted exactly.

""")
_named(_context_copy_sign, Context, "copy_sign", """Copy the sign from y to x.

""")
_named(_same_quantum_method, Decimal, "same_quantum", """Test whether self and other have the same exponent or whether both are NaN.

This operation is unaffected by context and is quiet: no flags are changed
and no rounding is performed. As an exception, the C version may raise
InvalidOperation if the second operand cannot be converted exactly.

""")
_named(_context_same_quantum, Context, "same_quantum", """Return True if the two operands have the same exponent.

""")
_named(_context_copy_decimal, Context, "copy_decimal", """Return a copy of Decimal x.

""")
_named(_context_apply, Context, "_apply", None)
_named(_context_to_sci_string, Context, "to_sci_string", """Convert a number to a string using scientific notation.

""")
_named(_context_to_eng_string, Context, "to_eng_string", """Convert a number to a string, using engineering notation.

""")
_seal_types(Decimal, Context, SignalDictMixin, ContextManager)
__doc__ = "C decimal arithmetic module"
__name__ = "_decimal"
