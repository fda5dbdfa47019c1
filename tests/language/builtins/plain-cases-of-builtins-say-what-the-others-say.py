# float(text), divmod, vars, format, __reduce_ex__, unions and int.from_bytes where the core answers, and next to it
import copy
for t in ('inf', '-Inf', '+infinity', '-INFINITY', 'nan', ' inf ', 'infin', '-', ''):
    try: print(float(t))
    except ValueError as e: print(e)
# expect: inf
# expect: -inf
# expect: inf
# expect: -inf
# expect: nan
# expect: inf
# expect: could not convert string to float: 'infin'
# expect: could not convert string to float: '-'
# expect: could not convert string to float: ''
print(divmod(7.5, 2), divmod(-7.5, 2), divmod(7, -2.5), divmod(0.0, 3), divmod(-0.0, 3), divmod(float('inf'), 3), divmod(5, float('inf')), divmod(-5, float('inf')), divmod(2**47, 2.5))
# expect: (3.0, 1.5) (-4.0, 0.5) (-3.0, -0.5) (0.0, 0.0) (-0.0, 0.0) (nan, nan) (0.0, 5.0) (-1.0, inf) (56294995342131.0, 0.5)
try: divmod(1.0, 0)
except ZeroDivisionError as e: print(e)  # expect: division by zero
class O: pass
o = O(); o.x = 1; print(vars(o), vars(o) is o.__dict__, globals() is vars(__import__(__name__)), format(255, 'x'), format('a', '>4'), format(1.5), format(True))
# expect: {'x': 1} True True ff    a 1.5 True
class G(str): pass
print(format(3, G('x')))  # expect: 3
try: format(3, 5)
except TypeError as e: print(e)  # expect: format() argument 2 must be str, not int
try: vars(3)
except TypeError as e: print(e)  # expect: vars() argument must have __dict__ attribute
class S: __slots__ = 'a',
try: vars(S())
except TypeError as e: print(e)  # expect: vars() argument must have __dict__ attribute
class N:
    def __getnewargs__(self): return (1,)
    def __new__(cls, *a): print("new", a); return object.__new__(cls)
n = N(); n.z = 1; print(n.__reduce_ex__(2)[1:], vars(copy.copy(n)))
# expect: new ()
# expect: new (1,)
# expect: ((<class '__main__.N'>, 1), {'z': 1}, None, None) {'z': 1}
class GS:
    def __getstate__(self): return {'q': 1}
print(GS().__reduce_ex__(4)[2], O().__reduce_ex__(4)[1:], o.__reduce_ex__(4)[2])
# expect: {'q': 1} ((<class '__main__.O'>,), None, None, None) {'x': 1}
o.__getstate__ = lambda: 5
print(o.__reduce_ex__(4)[2])  # expect: 5
o2 = O(); o2.a = 1; o2.__dict__['b'] = 2; print(o2.__reduce_ex__(3)[2], copy.copy(o2).__dict__, copy.deepcopy(o2).__dict__)
# expect: {'a': 1, 'b': 2} {'a': 1, 'b': 2} {'a': 1, 'b': 2}
class GA:
    def __getattr__(self, n): raise AttributeError(n)
print(GA().__reduce_ex__(4)[1:])  # expect: ((<class '__main__.GA'>,), None, None, None)
U = int | str; print(U, isinstance(3, U), isinstance(3.0, U), isinstance(None, int | None), issubclass(bool, U), int | int, type(None) | None, int | None | str, isinstance([], int | list))
# expect: int | str True False True True <class 'int'> <class 'NoneType'> int | None | str True
import typing, collections.abc as cabc
print(isinstance([], (int, (cabc.Mapping, cabc.Sequence))), issubclass(list, (int, cabc.Sequence)), isinstance({}, cabc.Sequence | str), (int | str) == (str | int), hash(int | str) == hash(str | int))
# expect: True True False True True
for f in (lambda: isinstance(3, (str, 5)), lambda: isinstance(3, list[int]), lambda: isinstance(3, str | list[int]), lambda: issubclass(3, int), lambda: issubclass(int, (str, 3)), lambda: isinstance(3, 3)):
    try: print(f())
    except TypeError as e: print(e)
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: isinstance() argument 2 cannot be a parameterized generic
# expect: isinstance() argument 2 cannot be a parameterized generic
# expect: issubclass() arg 1 must be a class
# expect: issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
print(int.from_bytes(bytearray(b'\x01\x02\xff'), 'little', signed=True), int.from_bytes(bytearray(), 'big'), int.from_bytes(bytearray(range(20)), 'big'))
# expect: -65023 0 22475995960490625424124334220934763854762515
