# mro of diamonds
class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass


print([k.__name__ for k in E.__mro__], [k.__name__ for k in C.mro()], issubclass(E, B), issubclass(D, A), isinstance(E(), (int, O)), E.__base__.__name__)
# expect: ['E', 'C', 'A', 'D', 'B', 'O', 'object'] ['C', 'A', 'B', 'O', 'object'] True False True C
