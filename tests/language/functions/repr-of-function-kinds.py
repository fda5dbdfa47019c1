# repr of function kinds
import re

def clean(x):
    return re.sub(r"0x[0-9a-f]+", "0x..", repr(x))


class A:
    def m(self): pass


def outer():
    def inner(): pass
    return inner


print(clean(outer), clean(outer()), clean(lambda: 0), clean(A.m), clean(len), clean([].append), clean(str.upper), clean(A().m))
# expect: <function outer at 0x..> <function outer.<locals>.inner at 0x..> <function <lambda> at 0x..> <function A.m at 0x..> <built-in function len> <built-in method append of list object at 0x..> <method 'upper' of 'str' objects> <bound method A.m of <__main__.A object at 0x..>>
