# Conditions and signals. A context keeps its flags and traps as the bits below; operations or the conditions they meet into `_status`, and
# _settle turns them into flags and exceptions when the operation is over.
from collections import namedtuple as _namedtuple
from collections.abc import MutableMapping as _MutableMapping
from contextvars import ContextVar as _ContextVar
import numbers as _numbers
from _krait import (
    decimal_add as _quick_add, decimal_divide as _quick_divide, decimal_divide_int as _quick_divide_int, decimal_hash as _quick_hash,
    decimal_int as _quick_int, decimal_multiply as _quick_multiply, decimal_new as _quick_new, decimal_order as _quick_order,
    decimal_quantize as _quick_quantize, decimal_remainder as _quick_remainder, decimal_signed as _quick_signed,
    decimal_subtract as _quick_subtract, decimal_text as _quick_text, seal_types as _seal_types)
from math import copysign as _copysign, gcd as _gcd, isqrt as _isqrt

_CLAMPED = 1
_CONVERSION_SYNTAX = 2
_DIVISION_BY_ZERO = 4
_DIVISION_IMPOSSIBLE = 8
_DIVISION_UNDEFINED = 0x10
_INEXACT = 0x40
_INVALID_CONTEXT = 0x80
_INVALID = 0x100
_FLOAT = 0x400
_OVERFLOW = 0x800
_ROUNDED = 0x1000
_SUBNORMAL = 0x2000
_UNDERFLOW = 0x4000
_ANY_INVALID = _INVALID | _CONVERSION_SYNTAX | _DIVISION_IMPOSSIBLE | _DIVISION_UNDEFINED | _INVALID_CONTEXT

HAVE_THREADS = True
HAVE_CONTEXTVAR = True
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
IEEE_CONTEXT_MAX_BITS = 512
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"
__name__ = "decimal"  # so that classes and functions say so

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Subnormal(DecimalException):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


# What can be trapped, in the order in which exceptions are preferred.
_SIGNALS = {
    InvalidOperation: _ANY_INVALID,
    FloatOperation: _FLOAT,
    DivisionByZero: _DIVISION_BY_ZERO,
    Overflow: _OVERFLOW,
    Underflow: _UNDERFLOW,
    Subnormal: _SUBNORMAL,
    Inexact: _INEXACT,
    Rounded: _ROUNDED,
    Clamped: _CLAMPED,
}
_CONDITIONS = {
    InvalidOperation: _INVALID,
    ConversionSyntax: _CONVERSION_SYNTAX,
    DivisionImpossible: _DIVISION_IMPOSSIBLE,
    DivisionUndefined: _DIVISION_UNDEFINED,
    InvalidContext: _INVALID_CONTEXT,
}
_BAD_SIGNAL = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
               "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")


def _signal_names(bits):
    # In the order of the bits, as libmpdec prints them
    names = []
    bit = 1
    while bit <= bits:
        if bits & bit:
            name = [signal.__name__ for signal, mask in _SIGNALS.items() if bit & mask][0]
            if name not in names:
                names.append(name)
        bit <<= 1
    return f"[{', '.join(names)}]"


def _signal_list(bits):
    return [signal for signal, mask in _SIGNALS.items() if bits & mask]


def _signal_bit(signal):
    try:
        return _SIGNALS[signal]
    except (KeyError, TypeError):
        raise KeyError(_BAD_SIGNAL) from None


def _settle(context):
    # The operation is over: its conditions become flags, trapped ones an exception.
    status = context._status
    context._status = 0
    context._flags |= status
    trapped = status & context._traps
    if trapped:
        found = [condition for condition, mask in _CONDITIONS.items() if trapped & mask]
        signals = _signal_list(trapped)
        found += [signal for signal in signals if signal is not InvalidOperation]
        raise signals[0](found)


class SignalDictMixin:
    __module__ = "decimal"
    __slots__ = ("_context", "_field")

    def __init__(self, *args, **kwargs):
        self._context = None

    def _bits(self):
        if self._context is None:
            raise ValueError("invalid signal dict")
        return getattr(self._context, self._field)

    def __getitem__(self, key, /):
        return self._bits() & _signal_bit(key) != 0

    def __setitem__(self, key, value, /):
        bits = self._bits()
        bit = _signal_bit(key)
        setattr(self._context, self._field, bits | bit if value else bits & ~bit)

    def __delitem__(self, key, /):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        self._bits()
        return iter(tuple(_SIGNALS))

    def __len__(self):
        return len(_SIGNALS)

    def __repr__(self):
        bits = self._bits()
        return "{" + ", ".join([f"{signal!r}:{bits & mask != 0}" for signal, mask in _SIGNALS.items()]) + "}"

    def copy(self):
        bits = self._bits()
        return {signal: bits & mask != 0 for signal, mask in _SIGNALS.items()}

    def __eq__(self, other, /):
        bits = self._bits()
        if isinstance(other, SignalDictMixin):
            return bits == other._bits()
        if isinstance(other, dict):
            return bits == _dict_bits(other)
        return NotImplemented

    __hash__ = None


SignalDict = type(_MutableMapping)("SignalDict", (SignalDictMixin, _MutableMapping), {"__module__": "abc", "__slots__": (), "__hash__": None})


def _dict_bits(signals):
    if len(signals) != len(_SIGNALS):
        raise ValueError("invalid signal dict")
    bits = 0
    for signal, value in signals.items():
        bit = _signal_bit(signal)
        if value:
            bits |= bit
    return bits


def _signal_bits(signals, listed):
    # Bits of a signal dict, a dict of all signals or (if `listed`) a list of signals.
    if isinstance(signals, SignalDictMixin):
        return signals._bits()
    if isinstance(signals, dict):
        if len(signals) != len(_SIGNALS):
            raise KeyError("invalid signal dict")
        return _dict_bits(signals)
    if listed and isinstance(signals, list):
        bits = 0
        for signal in signals:
            bits |= _signal_bit(signal)
        return bits
    raise TypeError("argument must be a signal dict")


def _signal_view(context, field):
    view = SignalDict()
    view._context = context
    view._field = field
    return view
