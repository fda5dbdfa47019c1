# __reduce_ex__, copy and pickle of objects with __slots__: unset ones, mangled names, slots and __dict__ together, hooks, changes of the class
import copy
import copyreg
import pickle


class A:
    __slots__ = ("x", "y", "__private")

    def __init__(self):
        self.x = 1
        self.__private = [2]


class B(A):
    __slots__ = ("z", "__dict__", "__weakref__")


class C(A):
    pass


class Empty:
    __slots__ = ()


class Sub(int):
    __slots__ = ()


class Hidden(A):
    x = property(lambda self: "seen", lambda self, value: None, lambda self: None)


class Getattr(A):
    __slots__ = ()

    def __getattr__(self, name):
        return f"made {name}"


class State(A):
    __slots__ = ()

    def __getstate__(self):
        return "own"

    def __setstate__(self, state):
        self.x = state


def shown(obj):
    return {name: getattr(obj, name, "unset") for name in ("x", "y", "z", "extra", "_A__private")}


for cls in (A, B, C, Empty, Hidden, State):
    for turn in range(3):
        obj = cls()
        if turn and cls is not Empty:
            obj.y = "why"
            del obj.x
        if turn == 2 and hasattr(obj, "__dict__"):
            obj.extra = 5
        reduced = obj.__reduce_ex__(4)
        print(cls.__name__, reduced[0] is copyreg.__newobj__, reduced[1] == (cls,), reduced[2:], obj.__getstate__() == reduced[2])
        made = [copy.copy(obj), copy.deepcopy(obj), pickle.loads(pickle.dumps(obj)), pickle.loads(pickle.dumps(obj, 2))]
        print([shown(m) == shown(obj) for m in made], [type(m) is cls for m in made])
# expect: A True True ((None, {'x': 1, '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: A True True ((None, {'y': 'why', '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: A True True ((None, {'y': 'why', '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: B True True ((None, {'x': 1, '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: B True True ((None, {'y': 'why', '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: B True True (({'extra': 5}, {'y': 'why', '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: C True True ((None, {'x': 1, '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: C True True ((None, {'y': 'why', '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: C True True (({'extra': 5}, {'y': 'why', '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: Empty True True (None, None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: Empty True True (None, None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: Empty True True (None, None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: Hidden True True ((None, {'x': 'seen', '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: Hidden True True ((None, {'x': 'seen', 'y': 'why', '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: Hidden True True (({'extra': 5}, {'x': 'seen', 'y': 'why', '_A__private': [2]}), None, None) True
# expect: [True, True, True, True] [True, True, True, True]
# expect: State True True ('own', None, None) True
# expect: [False, False, False, False] [True, True, True, True]
# expect: State True True ('own', None, None) True
# expect: [False, False, False, False] [True, True, True, True]
# expect: State True True ('own', None, None) True
# expect: [False, False, False, False] [True, True, True, True]
print(A.__slotnames__, B.__slotnames__, C.__slotnames__)
# expect: ['x', 'y', '_A__private'] ['z', 'x', 'y', '_A__private'] ['x', 'y', '_A__private']
try:
    print(Getattr().__reduce_ex__(4)[2])  # expect: (None, {'x': 1, 'y': 'made y', '_A__private': [2]})
except Exception as e:
    print(e)
a = A()
print(copy.copy(a)._A__private is a._A__private, copy.deepcopy(a)._A__private is a._A__private)
# expect: True False
for protocol in (0, 1):
    try:
        A().__reduce_ex__(protocol)
    except TypeError as e:
        print(e)
# expect: a class that defines __slots__ without defining __getstate__ cannot be pickled
# expect: a class that defines __slots__ without defining __getstate__ cannot be pickled
b = B()
b.__getstate__ = lambda: "by the instance"
print(b.__reduce_ex__(2)[2])  # expect: by the instance


class Dies:
    def __del__(self):
        print("dies")


a = A()
a.y = Dies()
r = a.__reduce_ex__(2)
del a
print("held")  # expect: held
del r  # expect: dies
