# int() and float() of what is no number, in loops that catch it
class L(list):
    def __int__(self):
        return 3

    def __float__(self):
        return 3.5


class I(int):
    pass


for kind in int, float, I:
    out = []
    for i in range(60):
        for x in (None, [], (1,), {}, {1}, L(), "7", "x", b"5", 2.5, object, ...):
            try:
                out.append(kind(x))
            except (TypeError, ValueError) as e:
                out.append(str(e))
    for line in dict.fromkeys(map(str, out)):
        print(line)
# expect: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'tuple'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'dict'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'set'
# expect: 3
# expect: 7
# expect: invalid literal for int() with base 10: 'x'
# expect: 5
# expect: 2
# expect: int() argument must be a string, a bytes-like object or a real number, not 'type'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'ellipsis'
# expect: float() argument must be a string or a real number, not 'NoneType'
# expect: float() argument must be a string or a real number, not 'list'
# expect: float() argument must be a string or a real number, not 'tuple'
# expect: float() argument must be a string or a real number, not 'dict'
# expect: float() argument must be a string or a real number, not 'set'
# expect: 3.5
# expect: 7.0
# expect: could not convert string to float: 'x'
# expect: 5.0
# expect: 2.5
# expect: float() argument must be a string or a real number, not 'type'
# expect: float() argument must be a string or a real number, not 'ellipsis'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'tuple'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'dict'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'set'
# expect: 3
# expect: 7
# expect: invalid literal for int() with base 10: 'x'
# expect: 5
# expect: 2
# expect: int() argument must be a string, a bytes-like object or a real number, not 'type'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'ellipsis'
