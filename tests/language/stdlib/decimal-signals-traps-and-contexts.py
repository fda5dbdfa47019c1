# decimal: contexts keep flags, traps raise the first signal with the list of conditions
from decimal import *
from decimal import DefaultContext

c = Context(prec=4, rounding=ROUND_HALF_UP, Emin=-10, Emax=10, traps=[])
print(c)
# expect: Context(prec=4, rounding=ROUND_HALF_UP, Emin=-10, Emax=10, capitals=1, clamp=0, flags=[], traps=[])
print(c.divide(1, 3), c.flags[Inexact], c.flags[Rounded], c.flags[Overflow])  # expect: 0.3333 True True False
c.clear_flags()
for text in ("1E-12", "123456", "9.9999E10", "1E-20", "-0E-30", "sNaN12345678", "inf"):
    try:
        print(text, c.plus(Decimal(text)), [s.__name__ for s, on in c.flags.items() if on])
    finally:
        c.clear_flags()
# expect: 1E-12 1E-12 ['Subnormal']
# expect: 123456 1.235E+5 ['Inexact', 'Rounded']
# expect: 9.9999E10 Infinity ['Overflow', 'Inexact', 'Rounded']
# expect: 1E-20 0E-13 ['Underflow', 'Subnormal', 'Inexact', 'Rounded', 'Clamped']
# expect: -0E-30 0E-13 ['Clamped']
# expect: sNaN12345678 NaN5678 ['InvalidOperation']
# expect: inf Infinity []
for operation, args in (("divide", (1, 0)), ("divide", (0, 0)), ("divide_int", (10 ** 20, 1)), ("sqrt", (-1,)), ("ln", (0,)), ("quantize", (Decimal("1.5"), Decimal("1e-30"))), ("power", (0, 0)), ("remainder", (1, 0)), ("divmod", (1, 0))):
    print(operation, getattr(c, operation)(*args), c.flags)
    c.clear_flags()
    strict = c.copy()
    for signal in strict.traps:
        strict.traps[signal] = True
    try:
        getattr(strict, operation)(*args)
    except ArithmeticError as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e.args)
# expect: divide Infinity {<class 'decimal.InvalidOperation'>:False, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:True, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: DivisionByZero DecimalException ([<class 'decimal.DivisionByZero'>],)
# expect: divide NaN {<class 'decimal.InvalidOperation'>:True, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:False, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: InvalidOperation DecimalException ([<class 'decimal.DivisionUndefined'>],)
# expect: divide_int NaN {<class 'decimal.InvalidOperation'>:True, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:False, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: InvalidOperation DecimalException ([<class 'decimal.DivisionImpossible'>],)
# expect: sqrt NaN {<class 'decimal.InvalidOperation'>:True, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:False, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: InvalidOperation DecimalException ([<class 'decimal.InvalidOperation'>],)
# expect: ln -Infinity {<class 'decimal.InvalidOperation'>:False, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:False, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: quantize NaN {<class 'decimal.InvalidOperation'>:True, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:False, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: InvalidOperation DecimalException ([<class 'decimal.InvalidOperation'>],)
# expect: power NaN {<class 'decimal.InvalidOperation'>:True, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:False, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: InvalidOperation DecimalException ([<class 'decimal.InvalidOperation'>],)
# expect: remainder NaN {<class 'decimal.InvalidOperation'>:True, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:False, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: InvalidOperation DecimalException ([<class 'decimal.InvalidOperation'>],)
# expect: divmod (Decimal('Infinity'), Decimal('NaN')) {<class 'decimal.InvalidOperation'>:True, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:True, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: InvalidOperation DecimalException ([<class 'decimal.InvalidOperation'>, <class 'decimal.DivisionByZero'>],)
with localcontext(prec=3, rounding=ROUND_DOWN) as inner:
    print(Decimal(2) / 3, getcontext() is inner)  # expect: 0.666 True
    inner.prec = 10
    print(Decimal(2) / 3)  # expect: 0.6666666666
print(Decimal(2) / 3)  # expect: 0.6666666666666666666666666667
setcontext(Context(prec=5))
print(getcontext().prec, Decimal(1) / 7)  # expect: 5 0.14286
setcontext(DefaultContext)
print(getcontext() is DefaultContext, getcontext())
# expect: False Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])
for what in ("Context(prec=0)", "Context(Emin=1)", "Context(rounding=1)", "Context(clamp=2)", "Context(flags=[1])", "Context(prec=1.5)", "setcontext(1)", "localcontext(spam=1)", "Decimal('spam')", "Decimal((0, (1, 12), 1))", "Decimal(None)", "Decimal('1').exp(1)", "Decimal(1) + 1.5", "getcontext().add(1, '2')", "hash(Decimal('sNaN'))", "int(Decimal('inf'))", "Decimal('NaN') < 1", "del getcontext().prec", "Decimal.x = 1", "Decimal(1).x"):
    try:
        exec(what)
    except Exception as e:
        print(what, type(e).__name__, e)
# expect: Context(prec=0) ValueError valid range for prec is [1, MAX_PREC]
# expect: Context(Emin=1) ValueError valid range for Emin is [MIN_EMIN, 0]
# expect: Context(rounding=1) TypeError valid values for rounding are:
# expect-json: "  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,"
# expect-json: "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,"
# expect-json: "   ROUND_05UP]"
# expect: Context(clamp=2) ValueError valid values for clamp are 0 or 1
# expect: Context(flags=[1]) KeyError 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]'
# expect: Context(prec=1.5) TypeError an integer is required
# expect: setcontext(1) TypeError argument must be a context
# expect: localcontext(spam=1) TypeError this function got an unexpected keyword argument 'spam'
# expect: Decimal('spam') InvalidOperation [<class 'decimal.ConversionSyntax'>]
# expect: Decimal((0, (1, 12), 1)) ValueError coefficient must be a tuple of digits
# expect: Decimal(None) TypeError conversion from NoneType to Decimal is not supported
# expect: Decimal('1').exp(1) TypeError optional argument must be a context
# expect: Decimal(1) + 1.5 TypeError unsupported operand type(s) for +: 'decimal.Decimal' and 'float'
# expect: getcontext().add(1, '2') TypeError conversion from str to Decimal is not supported
# expect: hash(Decimal('sNaN')) TypeError Cannot hash a signaling NaN value
# expect: int(Decimal('inf')) OverflowError cannot convert Infinity to integer
# expect: Decimal('NaN') < 1 InvalidOperation [<class 'decimal.InvalidOperation'>]
# expect: del getcontext().prec AttributeError context attributes cannot be deleted
# expect: Decimal.x = 1 TypeError cannot set 'x' attribute of immutable type 'decimal.Decimal'
# expect: Decimal(1).x AttributeError 'decimal.Decimal' object has no attribute 'x'
print(IEEEContext(64), Decimal.from_number(0.25), HAVE_THREADS, HAVE_CONTEXTVAR)
# expect: Context(prec=16, rounding=ROUND_HALF_EVEN, Emin=-383, Emax=384, capitals=1, clamp=1, flags=[], traps=[]) 0.25 True True
