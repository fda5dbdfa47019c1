# What the codes of simple ctypes mean: size, how the value is read and written. A setter writes at an offset of a block; a getter reads.
import math as _math
import struct as _struct
from _ctypes_memory import block_of_bytes, text_at

SUPPORTED = "cbBhHiIlLdfuzZqQPOv?g"
INTEGERS = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8}
SIZES = {**INTEGERS, "c": 1, "d": 8, "f": 4, "u": 4, "z": 8, "Z": 8, "P": 8, "O": 8, "v": 2, "?": 1, "g": 16}
# The codes of a memoryview's format
FORMATS = {**{code: "<" + code for code in INTEGERS}, "c": "<c", "d": "<d", "f": "<f", "u": "<u", "z": "<z", "Z": "<Z", "P": "<P", "O": "<O", "v": "<v",
           "?": "<?", "g": "<g"}
_int_from_bytes = int.from_bytes


def _integer(code, size, order):
    signed = code.islower()
    mask = (1 << size * 8) - 1

    def get(block, offset):
        return _int_from_bytes(block.memory[offset:offset + size], order, signed=signed)

    def put(block, offset, value):
        if type(value) is not int:
            # (__index__ decides, as in CPython: no float has one.)
            value = value.__index__() if hasattr(type(value), "__index__") else _no_integer(value)
        block.memory[offset:offset + size] = (value & mask).to_bytes(size, order)
    return get, put


def _no_integer(value):
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _real(value):
    if type(value) is float:
        return value
    if isinstance(value, str) or not (hasattr(type(value), "__float__") or hasattr(type(value), "__index__")):
        raise TypeError(f"must be real number, not {type(value).__name__}")
    return float(value)


def _floating(code, size, order):
    format = ("<" if order == "little" else ">") + code
    pack_into, unpack_from = _struct.Struct(format).pack_into, _struct.Struct(format).unpack_from

    def put(block, offset, value):
        value = _real(value)
        try:
            pack_into(block.memory, offset, value)
        except OverflowError:
            pack_into(block.memory, offset, _math.copysign(_math.inf, value))  # as a cast in C
    return lambda block, offset: unpack_from(block.memory, offset)[0], put


def _get_long_double(block, offset):
    # 64 bits of mantissa, its first written out; 15 of exponent; a sign
    mantissa = _int_from_bytes(block.memory[offset:offset + 8], "little")
    head = _int_from_bytes(block.memory[offset + 8:offset + 10], "little")
    sign = -1.0 if head & 0x8000 else 1.0
    exponent = head & 0x7FFF
    if exponent == 0x7FFF:
        return sign * _math.inf if mantissa << 1 & 0xFFFFFFFFFFFFFFFF == 0 else _math.nan
    try:
        return sign * _math.ldexp(mantissa, exponent - 16383 - 63)
    except OverflowError:
        return sign * _math.inf


def _set_long_double(block, offset, value):
    value = _real(value)
    sign = 0x8000 if _math.copysign(1.0, value) < 0 else 0
    if _math.isfinite(value):
        fraction, exponent = _math.frexp(abs(value))
        mantissa, head = int(_math.ldexp(fraction, 64)), (exponent + 16382 if value else 0)
    else:
        mantissa, head = (0x8000000000000000 if _math.isinf(value) else 0xC000000000000000), 0x7FFF
    block.memory[offset:offset + 16] = mantissa.to_bytes(8, "little") + (head | sign).to_bytes(2, "little") + bytes(6)


def _get_char(block, offset):
    return bytes(block.memory[offset:offset + 1])


def _set_char(block, offset, value):
    if isinstance(value, (bytes, bytearray)):
        if len(value) != 1:
            raise TypeError(f"one character bytes, bytearray, or an integer in range(256) expected, not {type(value).__name__} of length {len(value)}")
        block.memory[offset] = value[0]
    elif isinstance(value, int):
        if not 0 <= value < 256:
            raise TypeError("integer not in range(256)")
        block.memory[offset] = value
    else:
        raise TypeError(f"one character bytes, bytearray, or an integer in range(256) expected, not {type(value).__name__}")


def _get_wide(block, offset):
    return chr(_int_from_bytes(block.memory[offset:offset + 4], "little"))


def _set_wide(block, offset, value):
    if not isinstance(value, str):
        raise TypeError(f"a unicode character expected, not instance of {type(value).__name__}")
    if len(value) != 1:
        raise TypeError(f"a unicode character expected, not a string of length {len(value)}")
    block.memory[offset:offset + 4] = ord(value).to_bytes(4, "little")


def get_address(block, offset):
    return _int_from_bytes(block.memory[offset:offset + 8], "little")


def set_address(block, offset, address, held=None):
    block.memory[offset:offset + 8] = (address & 0xFFFFFFFFFFFFFFFF).to_bytes(8, "little")
    block.hold(offset, held)


def _get_void(block, offset):
    return get_address(block, offset) or None


def _set_void(block, offset, value):
    if value is None:
        set_address(block, offset, 0)
    elif isinstance(value, int):
        set_address(block, offset, value)
    else:
        raise TypeError("cannot be converted to pointer")


def text_block(value):
    """A block with the text of a char * or wchar_t *."""
    return block_of_bytes(value + b"\0" if isinstance(value, bytes) else value.encode("utf-32-le", "surrogatepass") + bytes(4))


def _get_bytes(block, offset):
    address = get_address(block, offset)
    return text_at(address, 1) if address else None


def _get_text(block, offset):
    address = get_address(block, offset)
    return text_at(address, 4).decode("utf-32-le", "surrogatepass") if address else None


def _set_text_of(kind, wanted):
    def put(block, offset, value):
        if isinstance(value, kind):
            text = text_block(value)
            set_address(block, offset, text.address_of(0), text)
        elif value is None:
            set_address(block, offset, 0)
        elif isinstance(value, int):
            set_address(block, offset, value)
        else:
            raise TypeError(f"{wanted} or integer address expected instead of {type(value).__name__} instance")
    return put


def _get_object(block, offset):
    if block.holds is None or offset not in block.holds:
        if get_address(block, offset):
            raise NotImplementedError("krait does not support making objects of addresses")
        raise ValueError("PyObject is NULL")
    return block.holds[offset][0]


def _set_object(block, offset, value):
    set_address(block, offset, id(value), [value])


def _bool_of(size):
    def get(block, offset):
        return any(block.memory[offset:offset + size])

    def put(block, offset, value):
        # VARIANT_BOOL is all ones where it is true
        block.memory[offset:offset + size] = (b"\xff" if size == 2 else b"\1") * size if value else bytes(size)
    return get, put


def accessors(code, order="little"):
    """How a value of this code is read and written."""
    if code in INTEGERS:
        return _integer(code, INTEGERS[code], order)
    if code in "df":
        return _floating(code, SIZES[code], order)
    return _OTHERS[code]


_OTHERS = {
    "g": (_get_long_double, _set_long_double), "c": (_get_char, _set_char), "u": (_get_wide, _set_wide), "P": (_get_void, _set_void),
    "z": (_get_bytes, _set_text_of(bytes, "bytes")), "Z": (_get_text, _set_text_of(str, "unicode string")), "O": (_get_object, _set_object),
    "?": _bool_of(1), "v": _bool_of(2),
}


def bit_accessors(code, size, order, bit_offset, bit_size):
    """A bit field's: of an integer, or of a bool."""
    mask = (1 << bit_size) - 1
    signed = code in INTEGERS and code.islower()

    def get(block, offset):
        value = _int_from_bytes(block.memory[offset:offset + size], order) >> bit_offset & mask
        if code == "?":
            return bool(value)
        return value - mask - 1 if signed and value >> bit_size - 1 else value

    def put(block, offset, value):
        if code == "?":
            value = bool(value)
        elif not hasattr(type(value), "__index__"):
            _no_integer(value)
        whole = _int_from_bytes(block.memory[offset:offset + size], order) & ~(mask << bit_offset)
        block.memory[offset:offset + size] = (whole | (value.__index__() & mask) << bit_offset).to_bytes(size, order)
    return get, put
