# what dumps() takes the short way with is what it takes the long way with: instances of classes of every kind
import copy, pickle, pickletools, copyreg, collections, re, hashlib

class Plain:
    def __init__(self, **names):
        self.__dict__.update(names)

class Empty: pass
class Below(Plain): pass
class Slots:
    __slots__ = ("a", "b")
class SlotsAndDict(Slots): pass
class WithState(Plain):
    def __getstate__(self): return {"only": 1}
    def __setstate__(self, state): self.__dict__["got"] = state
class WithArgs(Plain):
    def __new__(cls, x=0):
        self = object.__new__(cls)
        self.made_with = x
        return self
    def __init__(self, x=0): pass
    def __getnewargs__(self): return (5,)
class WithReduce(Plain):
    def __reduce__(self): return (Plain, (), {"reduced": 1})
class WithReduceEx(Plain):
    def __reduce_ex__(self, protocol): return (Plain, (), {"protocol": protocol})
class Listy(list): pass
class Dicty(dict): pass
class Inty(int): pass
class Error(Exception): pass
class Meta(type): pass
class WithMeta(metaclass=Meta): pass
class Any:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return name
class Says:
    def __getattr__(self, name):
        if name == "__getnewargs__":
            return lambda: ()
        raise AttributeError(name)
class Registered:
    def __init__(self, n=0): self.n = n
copyreg.pickle(Registered, lambda r: (Registered, (r.n + 1,)))

def filled(obj, **names):
    for name, value in names.items():
        setattr(obj, name, value)
    return obj

shared = [1]
things = [Plain(), Plain(x=1, y=shared, z=shared), Empty(), filled(Empty(), a=Empty()), Below(q=2), filled(Slots(), a=1), filled(SlotsAndDict(), a=1, c=2), WithState(p=1), WithArgs(3), WithReduce(),
          WithReduceEx(), filled(Listy([1, 2]), note="n"), filled(Dicty(a=1), note="n"), filled(Inty(7), note="n"), Error("e", 1), filled(WithMeta(), m=1), filled(Any(), k=1), filled(Says(), s=1), Registered(4)]
for thing in things:
    for protocol in 2, 4, 5:
        data = pickle.dumps(thing, protocol)
        back = pickle.loads(data)
        text = [op.name for op, _, _ in pickletools.genops(data) if op.name not in ("MEMOIZE", "FRAME", "BINPUT")]
    print(type(back).__name__, getattr(back, "__dict__", None) and {k: v if isinstance(v, (int, str, list, dict, tuple)) else type(v).__name__ for k, v in back.__dict__.items()}, text)
# expect: Plain {} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'STOP']
# expect: Plain {'x': 1, 'y': [1], 'z': [1]} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'MARK', 'SHORT_BINUNICODE', 'BININT1', 'SHORT_BINUNICODE', 'EMPTY_LIST', 'BININT1', 'APPEND', 'SHORT_BINUNICODE', 'BINGET', 'SETITEMS', 'BUILD', 'STOP']
# expect: Empty {} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'STOP']
# expect: Empty {'a': 'Empty'} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BINGET', 'EMPTY_TUPLE', 'NEWOBJ', 'SETITEM', 'BUILD', 'STOP']
# expect: Below {'q': 2} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'BUILD', 'STOP']
# expect: Slots None ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'NONE', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'TUPLE2', 'BUILD', 'STOP']
# expect: SlotsAndDict {'c': 2} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'TUPLE2', 'BUILD', 'STOP']
# expect: WithState {'got': {'only': 1}} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'BUILD', 'STOP']
# expect: WithArgs {'made_with': 3} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'BININT1', 'TUPLE1', 'NEWOBJ', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'BUILD', 'STOP']
# expect: Plain {'reduced': 1} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'REDUCE', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'BUILD', 'STOP']
# expect: Plain {'protocol': 5} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'REDUCE', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'BUILD', 'STOP']
# expect: Listy {'note': 'n'} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'MARK', 'BININT1', 'BININT1', 'APPENDS', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'SETITEM', 'BUILD', 'STOP']
# expect: Dicty {'note': 'n'} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'SETITEM', 'BUILD', 'STOP']
# expect: Inty {'note': 'n'} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'BININT1', 'TUPLE1', 'NEWOBJ', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'SETITEM', 'BUILD', 'STOP']
# expect: Error {} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'SHORT_BINUNICODE', 'BININT1', 'TUPLE2', 'REDUCE', 'STOP']
# expect: WithMeta {'m': 1} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'BUILD', 'STOP']
# expect: Any {'k': 1} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'BUILD', 'STOP']
# expect: Says {'s': 1} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'SHORT_BINUNICODE', 'BININT1', 'SETITEM', 'BUILD', 'STOP']
# expect: Registered {'n': 5} ['PROTO', 'SHORT_BINUNICODE', 'SHORT_BINUNICODE', 'STACK_GLOBAL', 'BININT1', 'TUPLE1', 'REDUCE', 'STOP']
own = Plain(x=1)
own.me = own
back = pickle.loads(pickle.dumps([own, own]))
print(back[0] is back[1], back[0].me is back[0], back[0].x)  # expect: True True 1
odd = Plain()
odd.__reduce_ex__ = lambda protocol: (Plain, (), {"by": "instance"})
print(pickle.loads(pickle.dumps(odd)).__dict__)  # expect: {'by': 'instance'}
class Local:
    pass
Local.__qualname__ = "nowhere.Local"
try:
    pickle.dumps(Local())
except Exception as error:
    print(type(error).__name__)  # expect: PicklingError
print(re.sub(b"y", bytearray(b"a"), bytearray(b"xyz")), re.sub(b"(y)", bytearray(rb"\1\1"), b"xyz"), re.subn("a", "", "banana", count=2))
# expect: b'xaz' b'xyyz' ('bnna', 2)
for cls in type(hashlib.md5()), type(hashlib.sha3_256()):
    try:
        cls.value = 1
    except TypeError as error:
        print("immutable" in str(error))
# expect: True
# expect: True
