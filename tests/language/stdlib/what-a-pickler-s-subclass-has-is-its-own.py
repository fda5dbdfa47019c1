# what a subclass of Pickler has besides what pickling asks for is its own, however it is named
import pickle, io, copyreg, types
class P(pickle.Pickler):
    dispatch = {}
    dispatch_table = {}
    def reducer_override(self, obj):
        return NotImplemented
def f(): pass
class A: pass
for o in (f, A, A(), [1,{2:3}], len, type(None), ..., NotImplemented):
    b = io.BytesIO(); p = P(b); p.dump(o); print(pickle.loads(b.getvalue()) is o or type(o))
# expect: True
# expect: True
# expect: <class '__main__.A'>
# expect: <class 'list'>
# expect: True
# expect: True
# expect: True
# expect: True
class Q(pickle.Pickler):
    dispatch = {list: lambda self, o: 1/0}
    def save(self, obj): print("never")
    def save_global(self, obj, name=None): print("never2")
    def memoize(self, o): print("never3")
    save_list = save_reduce = save
b = io.BytesIO(); Q(b).dump([f, A(), {1: 2}]); print(type(pickle.loads(b.getvalue())))
# expect: <class 'list'>
class U(pickle.Unpickler):
    dispatch = {}
    def load_build(self): print("never4")
print(U(io.BytesIO(b.getvalue())).load()[2])  # expect: {1: 2}
print([n for n in ("dispatch", "save", "memoize", "save_reduce", "save_global", "write") if hasattr(pickle.Pickler, n)], [n for n in ("dispatch", "load_build", "append", "pop_mark") if hasattr(pickle.Unpickler, n)])
# expect: [] []
class R(pickle.Pickler):
    def persistent_id(self, o): return "PID" if o == 5 else super().persistent_id(o)
class V(pickle.Unpickler):
    def persistent_load(self, pid): return [pid]
    def find_class(self, m, n): print(m, n); return super().find_class(m, n)
b = io.BytesIO(); r = R(b); r.dump([5, 6, A()]); print(V(io.BytesIO(b.getvalue())).load()[:2])
# expect: __main__ A
# expect: [['PID'], 6]
try: pickle.Unpickler(io.BytesIO(b.getvalue())).load()
except Exception as e: print(type(e), e)
# expect: <class '_pickle.UnpicklingError'> A load persistent id instruction was encountered, but no persistent_load function was specified.
class W(pickle.Pickler):
    def __init__(self): pass
try: W().dump(1)
except Exception as e: print(type(e), e)
# expect: <class '_pickle.PicklingError'> Pickler.__init__() was not called by W.__init__()
class X(pickle.Unpickler):
    def __init__(self): pass
try: X().load()
except Exception as e: print(type(e), e)
# expect: <class '_pickle.UnpicklingError'> Unpickler.__init__() was not called by X.__init__()
b = io.BytesIO(); p = pickle.Pickler(b, 2); p.fast = True; p.dump([1, 2]); print(b.getvalue(), p.bin, p.fast)
# expect: b'\x80\x02](K\x01K\x02e.' 1 1
b = io.BytesIO(); p = pickle.Pickler(b, 4); x = [1]; p.dump(x); p.dump(x); print(b.getvalue()); p.clear_memo(); p.dump(x); print(len(b.getvalue()))
# expect: b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00]\x94K\x01a.\x80\x04h\x00.'
# expect: 39
class T(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[A] = lambda a: (list, ((1,),))
b = io.BytesIO(); T(b).dump(A()); print(pickle.loads(b.getvalue()))  # expect: [1]
b = io.BytesIO(); p = pickle.Pickler(b); p.persistent_id = lambda o: 1 if o == 3 else None; p.dump([3, 4]); u = pickle.Unpickler(io.BytesIO(b.getvalue())); u.persistent_load = lambda pid: ("p", pid); print(u.load())
# expect: [('p', 1), 4]
class Slow(pickle.Pickler):
    def reducer_override(self, o):
        if isinstance(o, types.FunctionType): return (getattr, (A, "__name__"))
        return NotImplemented
b = io.BytesIO(); Slow(b).dump([lambda: 1, f, {"a": f}]); print(pickle.loads(b.getvalue()))
# expect: ['A', 'A', {'a': 'A'}]
