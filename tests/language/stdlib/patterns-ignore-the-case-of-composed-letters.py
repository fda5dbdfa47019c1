# letters without a single upper case letter match those that are written with the same parts
import re

for a, b in ("\u0390", "\u1fd3"), ("\u03b0", "\u1fe3"), ("\ufb05", "\ufb06"), ("\u0130", "i"), ("\u00df", "\u1e9e"), ("k", "\u212a"):
    print(
        bool(re.match(a, b, re.I)), bool(re.match(b, a, re.I)), bool(re.match(f"[{a}]", b, re.I)), bool(re.match(f"[{b}]", a, re.I)),
        bool(re.match(a, b, re.I | re.A)),
    )
# expect: True True True True False
# expect: True True True True False
# expect: True True True True False
# expect: True True True True False
# expect: True True True True False
# expect: True True True True False
