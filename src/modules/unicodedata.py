# The module unicodedata: the object for Unicode 3.2, over the functions that unicodedata.ts has for it.
from _krait import seal_types as _seal_types


class UCD:
    """The Unicode character database of one version."""
    __module__ = "unicodedata"
    __slots__ = ()
    unidata_version = "3.2.0"

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'unicodedata.UCD' instances")

    category = staticmethod(_old_category)
    bidirectional = staticmethod(_old_bidirectional)
    east_asian_width = staticmethod(_old_east_asian_width)
    combining = staticmethod(_old_combining)
    mirrored = staticmethod(_old_mirrored)
    decimal = staticmethod(_old_decimal)
    digit = staticmethod(_old_digit)
    numeric = staticmethod(_old_numeric)
    decomposition = staticmethod(_old_decomposition)
    name = staticmethod(_old_name)
    lookup = staticmethod(_old_lookup)
    normalize = staticmethod(_old_normalize)
    is_normalized = staticmethod(_old_is_normalized)


_seal_types(UCD)
ucd_3_2_0 = object.__new__(UCD)
