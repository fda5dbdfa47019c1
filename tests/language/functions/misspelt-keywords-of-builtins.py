# builtin functions suggest the parameter that was probably meant
from collections import deque
from itertools import count, product

calls = [
    lambda: int("1", bas=2), lambda: sorted([1], kye=len), lambda: print(1, sepp=2), lambda: open("x", mod="r"), lambda: "a b".split(maxsplt=1),
    lambda: b"a".decode(encodin="x"), lambda: round(1.5, ndigit=1), lambda: sum([1], strt=2), lambda: pow(2, 3, md=5), lambda: [1].sort(revers=1),
    lambda: str(b"a", encodng="x"), lambda: bytes("a", encodin="x"), lambda: complex(rea=1), lambda: max([1], ky=len), lambda: min([1], defalt=1),
    lambda: zip(strct=1), lambda: "a".encode(erors="x"), lambda: (1).to_bytes(lenght=1), lambda: "a".splitlines(keepend=1), lambda: "a".replace("a", "b", cont=1),
    lambda: property(fgt=1), lambda: eval("1", globls={}), lambda: deque(maxln=1), lambda: count(strt=1), lambda: product("a", repet=2),
    lambda: sorted([1], zzz=1), lambda: int("1", zzz=2), lambda: max([1], zzz=3), lambda: "a".split(zzzzzz=1), lambda: deque(zzz=1), lambda: print(ü=1),
]
for call in calls:
    for _ in range(2):
        try:
            print(call())
        except TypeError as e:
            print(e)
# expect: int() got an unexpected keyword argument 'bas'. Did you mean 'base'?
# expect: int() got an unexpected keyword argument 'bas'. Did you mean 'base'?
# expect: sort() got an unexpected keyword argument 'kye'
# expect: sort() got an unexpected keyword argument 'kye'
# expect: print() got an unexpected keyword argument 'sepp'. Did you mean 'sep'?
# expect: print() got an unexpected keyword argument 'sepp'. Did you mean 'sep'?
# expect: open() got an unexpected keyword argument 'mod'. Did you mean 'mode'?
# expect: open() got an unexpected keyword argument 'mod'. Did you mean 'mode'?
# expect: split() got an unexpected keyword argument 'maxsplt'. Did you mean 'maxsplit'?
# expect: split() got an unexpected keyword argument 'maxsplt'. Did you mean 'maxsplit'?
# expect: decode() got an unexpected keyword argument 'encodin'. Did you mean 'encoding'?
# expect: decode() got an unexpected keyword argument 'encodin'. Did you mean 'encoding'?
# expect: round() got an unexpected keyword argument 'ndigit'. Did you mean 'ndigits'?
# expect: round() got an unexpected keyword argument 'ndigit'. Did you mean 'ndigits'?
# expect: sum() got an unexpected keyword argument 'strt'. Did you mean 'start'?
# expect: sum() got an unexpected keyword argument 'strt'. Did you mean 'start'?
# expect: pow() got an unexpected keyword argument 'md'. Did you mean 'mod'?
# expect: pow() got an unexpected keyword argument 'md'. Did you mean 'mod'?
# expect: sort() got an unexpected keyword argument 'revers'. Did you mean 'reverse'?
# expect: sort() got an unexpected keyword argument 'revers'. Did you mean 'reverse'?
# expect: str() got an unexpected keyword argument 'encodng'. Did you mean 'encoding'?
# expect: str() got an unexpected keyword argument 'encodng'. Did you mean 'encoding'?
# expect: bytes() got an unexpected keyword argument 'encodin'. Did you mean 'encoding'?
# expect: bytes() got an unexpected keyword argument 'encodin'. Did you mean 'encoding'?
# expect: complex() got an unexpected keyword argument 'rea'. Did you mean 'real'?
# expect: complex() got an unexpected keyword argument 'rea'. Did you mean 'real'?
# expect: max() got an unexpected keyword argument 'ky'. Did you mean 'key'?
# expect: max() got an unexpected keyword argument 'ky'. Did you mean 'key'?
# expect: min() got an unexpected keyword argument 'defalt'. Did you mean 'default'?
# expect: min() got an unexpected keyword argument 'defalt'. Did you mean 'default'?
# expect: zip() got an unexpected keyword argument 'strct'. Did you mean 'strict'?
# expect: zip() got an unexpected keyword argument 'strct'. Did you mean 'strict'?
# expect: encode() got an unexpected keyword argument 'erors'. Did you mean 'errors'?
# expect: encode() got an unexpected keyword argument 'erors'. Did you mean 'errors'?
# expect: to_bytes() got an unexpected keyword argument 'lenght'. Did you mean 'length'?
# expect: to_bytes() got an unexpected keyword argument 'lenght'. Did you mean 'length'?
# expect: splitlines() got an unexpected keyword argument 'keepend'. Did you mean 'keepends'?
# expect: splitlines() got an unexpected keyword argument 'keepend'. Did you mean 'keepends'?
# expect: replace() got an unexpected keyword argument 'cont'. Did you mean 'count'?
# expect: replace() got an unexpected keyword argument 'cont'. Did you mean 'count'?
# expect: property() got an unexpected keyword argument 'fgt'. Did you mean 'fget'?
# expect: property() got an unexpected keyword argument 'fgt'. Did you mean 'fget'?
# expect: eval() got an unexpected keyword argument 'globls'. Did you mean 'globals'?
# expect: eval() got an unexpected keyword argument 'globls'. Did you mean 'globals'?
# expect: deque() got an unexpected keyword argument 'maxln'. Did you mean 'maxlen'?
# expect: deque() got an unexpected keyword argument 'maxln'. Did you mean 'maxlen'?
# expect: count() got an unexpected keyword argument 'strt'. Did you mean 'start'?
# expect: count() got an unexpected keyword argument 'strt'. Did you mean 'start'?
# expect: product() got an unexpected keyword argument 'repet'. Did you mean 'repeat'?
# expect: product() got an unexpected keyword argument 'repet'. Did you mean 'repeat'?
# expect: sort() got an unexpected keyword argument 'zzz'
# expect: sort() got an unexpected keyword argument 'zzz'
# expect: int() got an unexpected keyword argument 'zzz'
# expect: int() got an unexpected keyword argument 'zzz'
# expect: max() got an unexpected keyword argument 'zzz'
# expect: max() got an unexpected keyword argument 'zzz'
# expect: split() got an unexpected keyword argument 'zzzzzz'
# expect: split() got an unexpected keyword argument 'zzzzzz'
# expect: deque() got an unexpected keyword argument 'zzz'
# expect: deque() got an unexpected keyword argument 'zzz'
# expect: print() got an unexpected keyword argument 'ü'
# expect: print() got an unexpected keyword argument 'ü'
