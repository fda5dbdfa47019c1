# annotations of a class can be set and deleted
class K:
    x: int
    y: undefinedq
print(K.__annotate__(2) if 0 else K.__annotate__ is None)  # expect: False
K.__annotations__={'q':1}; print(K.__annotations__, K.__annotate__, sorted(K.__dict__))
# expect: {'q': 1} None ['__annotate_func__', '__annotations_cache__', '__dict__', '__doc__', '__firstlineno__', '__module__', '__static_attributes__', '__weakref__']
del K.__annotations__
print(K.__annotations__, K.__annotate__, sorted(K.__dict__))
# expect: {} None ['__annotate_func__', '__annotations_cache__', '__dict__', '__doc__', '__firstlineno__', '__module__', '__static_attributes__', '__weakref__']
try: del K.__annotations__; print('deleted'); print(sorted(K.__dict__)); del K.__annotations__; print(2)
except AttributeError as e: print(e)
# expect: deleted
# expect: ['__dict__', '__doc__', '__firstlineno__', '__module__', '__static_attributes__', '__weakref__']
# expect: __annotations__
K.__annotate__=lambda f: {'z':f}
print(K.__annotations__, sorted(K.__dict__))
# expect: {'z': 1} ['__annotate_func__', '__annotations_cache__', '__dict__', '__doc__', '__firstlineno__', '__module__', '__static_attributes__', '__weakref__']
K.__annotations__=5; print(K.__annotations__, sorted(K.__dict__))
# expect: 5 ['__annotations_cache__', '__dict__', '__doc__', '__firstlineno__', '__module__', '__static_attributes__', '__weakref__']
K.__annotate__=None; print(K.__annotations__, sorted(K.__dict__))
# expect: 5 ['__annotate_func__', '__annotations_cache__', '__dict__', '__doc__', '__firstlineno__', '__module__', '__static_attributes__', '__weakref__']
try: K.__annotate__=5
except TypeError as e: print(e)  # expect: __annotate__ must be callable or None
class L: pass
print(L.__annotations__, L.__annotate__, sorted(L.__dict__))
# expect: {} None ['__annotate_func__', '__annotations_cache__', '__dict__', '__doc__', '__firstlineno__', '__module__', '__static_attributes__', '__weakref__']
del L.__annotations__
print(sorted(L.__dict__))
# expect: ['__dict__', '__doc__', '__firstlineno__', '__module__', '__static_attributes__', '__weakref__']
try: del L.__annotations__
except AttributeError as e: print(e)  # expect: __annotations__
try: del L.__annotate__
except TypeError as e: print(e)  # expect: cannot delete __annotate__ attribute
def f(a:int): pass
f.__annotations__={'b':1}; print(f.__annotations__, f.__annotate__)  # expect: {'b': 1} None
del f.__annotations__; print(f.__annotations__)  # expect: {}
f.__annotate__=lambda x:{'q':x}; print(f.__annotations__)  # expect: {'q': 1}
f.__annotate__=None; print(f.__annotations__)  # expect: {'q': 1}
try: f.__annotate__=3
except TypeError as e: print(e)  # expect: __annotate__ must be callable or None
try: f.__annotations__=3
except TypeError as e: print(e)  # expect: __annotations__ must be set to a dict object
