# calling a staticmethod that wraps itself, or another one that wraps it, or many others
# oracle: native
import types

itself = staticmethod(len)
itself.__init__(itself)
one, other = staticmethod(len), staticmethod(len)
one.__init__(other)
other.__init__(one)
for f in (itself, one, other):
    try:
        f([1])
    except RecursionError as error:
        print(type(error).__name__)
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError

nested = len
for _ in range(50):
    nested = staticmethod(nested)
print(nested([1, 2]), nested.__call__("abc"))  # expect: 2 3


@staticmethod
def many(*args, **kwargs):
    return len(args), sorted(kwargs)


print(many.__call__(*range(20), a=1, b=2), staticmethod.__call__(many, 1, c=3), many.__call__())
# expect: (20, ['a', 'b']) (1, ['c']) (0, [])


class Sub(staticmethod):
    pass


print(Sub(len)([1, 2, 3]), Sub(many).__call__(1, x=2))  # expect: 3 (1, ['x'])


def count(*args):
    return len(args)


deep = count
for i in range(200):
    deep = types.MethodType(deep, i)
print(deep(), deep("x"))  # expect: 200 201
