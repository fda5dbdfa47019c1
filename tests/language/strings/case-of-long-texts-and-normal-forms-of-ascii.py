# upper() and lower() of texts beyond Latin-1; what is of ASCII is in every normal form; ratios of floats; interned texts
import hashlib, math, sys, types, unicodedata
for low in range(0, 0x3000, 0x400):
    text = "".join(map(chr, range(low, low + 0x400)))
    print(hex(low), [hashlib.md5(getattr(text, name)().encode("utf-8", "surrogatepass")).hexdigest()[:8] for name in ("upper", "lower", "swapcase", "title", "casefold")])
# expect: 0x0 ['8c27e17f', 'b3406f9b', '5c063c4f', '9dc24151', '5c62f500']
# expect: 0x400 ['f259597e', '78298c82', '326a90e5', '09fa6fd5', '08222faf']
# expect: 0x800 ['bcbc1271', 'bcbc1271', 'bcbc1271', 'bcbc1271', 'bcbc1271']
# expect: 0xc00 ['119b79c6', '119b79c6', '119b79c6', '119b79c6', '119b79c6']
# expect: 0x1000 ['af99db0f', '24ffe909', '89487505', 'cd241262', 'c98883ff']
# expect: 0x1400 ['72123203', '72123203', '72123203', '72123203', '72123203']
# expect: 0x1800 ['e8e229c2', 'e8e229c2', 'e8e229c2', 'e8e229c2', 'e8e229c2']
# expect: 0x1c00 ['822811cc', '08446f31', 'a1f6b3a0', '390baa5a', '8e3f3b21']
# expect: 0x2000 ['d015b5da', '316d70b9', '49fcc6f2', '2d5f63ff', '316d70b9']
# expect: 0x2400 ['081e391e', '20436563', 'd9c588e8', 'e390e8cc', '20436563']
# expect: 0x2800 ['e0c34cac', 'e0c34cac', 'e0c34cac', 'e0c34cac', 'e0c34cac']
# expect: 0x2c00 ['9bd85c33', 'e2238652', '9c3cdef5', '61f1a502', 'e2238652']
print(ascii("ὈΔΥΣΣΕΎΣ Σ ΑΣ. ΑΣΑ Σ\u0301 A\u00adΣ \u4e2d".lower()), ascii("straße ŉ ǰ ΐ ﬃ \u4e2d".upper()), ascii("İI\u0307 \u0264\u019b".lower()), ascii("\u0264\u019b\u4e2d".upper()))
# expect: '\u1f40\u03b4\u03c5\u03c3\u03c3\u03b5\u03cd\u03c2 \u03c3 \u03b1\u03c2. \u03b1\u03c3\u03b1 \u03c3\u0301 a\xad\u03c2 \u4e2d' 'STRASSE \u02bcN J\u030c \u0399\u0308\u0301 FFI \u4e2d' 'i\u0307i\u0307 \u0264\u019b' '\ua7cb\ua7dc\u4e2d'
print(ascii("\ud800A\u4e2d".lower()), ascii("\U0001f600\xe9\u4e2d".upper()), ascii("\U00010400\u4e2d".lower()))
# expect: '\ud800a\u4e2d' '\U0001f600\xc9\u4e2d' '\U00010428\u4e2d'

for form in "NFC", "NFD", "NFKC", "NFKD":
    text = "plain" * 3
    print(unicodedata.normalize(form, text) is text, unicodedata.is_normalized(form, text), unicodedata.normalize(form, ""), unicodedata.ucd_3_2_0.normalize(form, text))
# expect: True True  plainplainplain
# expect: True True  plainplainplain
# expect: True True  plainplainplain
# expect: True True  plainplainplain
class Text(str): pass
print(type(unicodedata.normalize("NFC", Text("ab"))).__name__)  # expect: str
for bad in ("NFX", "a"), (3, "a"), ("NFC", 3), ("NFC",):
    try:
        unicodedata.normalize(*bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect: ValueError invalid normalization form
# expect: TypeError normalize() argument 1 must be str, not int
# expect: TypeError normalize() argument 2 must be str, not int
# expect: TypeError normalize expected 2 arguments, got 1

class Real(float): pass
for x in 0.0, -0.0, 1.0, -1.5, 0.1, 2.0**52, 2.0**53 - 1, 2.0**62, 2.0**63, 2.0**64, 2.0**-52, 2.0**-62, 2.0**-63, 3 * 2.0**-61, 5e-324, 1.7976931348623157e308, 2.0**47, 2.0**48, -2.0**47, Real(2.5), 1e15 / 3:
    n, d = x.as_integer_ratio()
    assert n / d == x and type(n) is type(d) is int and math.gcd(n, d) == 1
    print(n if abs(n) < 2**70 else n.bit_length(), d if d < 2**70 else d.bit_length())
# expect: 0 1
# expect: 0 1
# expect: 1 1
# expect: -3 2
# expect: 3602879701896397 36028797018963968
# expect: 4503599627370496 1
# expect: 9007199254740991 1
# expect: 4611686018427387904 1
# expect: 9223372036854775808 1
# expect: 18446744073709551616 1
# expect: 1 4503599627370496
# expect: 1 4611686018427387904
# expect: 1 9223372036854775808
# expect: 3 2305843009213693952
# expect: 1 1075
# expect: 1024 1
# expect: 140737488355328 1
# expect: 281474976710656 1
# expect: -140737488355328 1
# expect: 5 2
# expect: 5333333333333333 16
for x in math.inf, -math.inf, math.nan:
    try:
        x.as_integer_ratio()
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
# expect: OverflowError cannot convert Infinity to integer ratio
# expect: OverflowError cannot convert Infinity to integer ratio
# expect: ValueError cannot convert NaN to integer ratio

made = "".join(["inter", "ned"])
print(sys.intern(made) is sys.intern("inter" + "ned"[:3]), sys.intern("") == "")  # expect: True True
for bad in Text("a"), 3, b"a":
    try:
        sys.intern(bad)
    except TypeError as error:
        print(error)
# expect: can't intern Text
# expect: intern() argument must be str, not int
# expect: intern() argument must be str, not bytes

class Whole(int): pass
proxy = types.MappingProxyType({1: "one", "a": 2, 2.0: "two", (3,): 4})
print(proxy[1], proxy[True], proxy[Whole(1)], proxy[2], proxy.get(2), proxy.get(9), proxy.get(9, 8), 1 in proxy, 5 in proxy, proxy[(3,)], proxy["a"])
# expect: one one one two two None 8 True False 4 2
for key in 7, "b", [1]:
    try:
        proxy[key]
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
# expect: KeyError 7
# expect: KeyError 'b'
# expect: TypeError cannot use 'list' as a dict key (unhashable type: 'list')
