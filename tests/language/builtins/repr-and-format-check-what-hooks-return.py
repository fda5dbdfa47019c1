# what __repr__, __format__ and __or__ of classes return is checked when builtins are called, too
class A:
    def __repr__(self): return 5
    def __format__(self, s): return s
    def __str__(self): return None
class B:
    def __repr__(self): return "B!"
    def __format__(self, s): return 5
class C(str): pass
class D:
    def __repr__(self): return C("sub")
    __or__ = lambda s, o: "or"
class M(type):
    def __or__(cls, o): return "meta or"
class E(metaclass=M): pass
for f in (lambda: repr(A()), lambda: format(A(), 'x'), lambda: format(B()), lambda: repr(B()), lambda: type(repr(D())), lambda: str(A()), lambda: repr(), lambda: E | int, lambda: int | E, lambda: int | 5, lambda: 5 | int, lambda: int.__or__(int, str), lambda: type.__or__(int, None), lambda: type.__or__(5, int), lambda: int | "x", lambda: [repr(x) for x in (1, 2.5, "a", None, [B()], (1,))], lambda: __import__("_thread").get_ident() == __import__("threading").get_ident()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# expect: TypeError __repr__ returned non-string (type int)
# expect: x
# expect: TypeError __format__ must return a str, not int
# expect: B!
# expect: <class '__main__.C'>
# expect: TypeError __str__ returned non-string (type NoneType)
# expect: TypeError repr() takes exactly one argument (0 given)
# expect: meta or
# expect: int | __main__.E
# expect: TypeError unsupported operand type(s) for |: 'type' and 'int'
# expect: TypeError unsupported operand type(s) for |: 'int' and 'type'
# expect: TypeError descriptor '__or__' requires a 'int' object but received a 'type'
# expect: int | None
# expect: TypeError descriptor '__or__' requires a 'type' object but received a 'int'
# expect: TypeError unsupported operand type(s) for |: 'type' and 'str'
# expect: ['1', '2.5', "'a'", 'None', '[B!]', '(1,)']
# expect: True
