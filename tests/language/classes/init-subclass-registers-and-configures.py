# init subclass registers and configures
class Plugin:
    registry = []

    def __init_subclass__(cls, /, priority=0, **kw):
        super().__init_subclass__(**kw)
        cls.priority = priority
        cls.registry.append(cls.__name__)


class A(Plugin, priority=5): pass
class B(Plugin): pass
class C(A): pass


print(Plugin.registry, A.priority, B.priority, C.priority)  # expect: ['A', 'B', 'C'] 5 0 0
try:
    class D(Plugin, wrong=1): pass
except TypeError as e:
    print(e)  # expect: D.__init_subclass__() takes no keyword arguments
try:
    class E(wrong=1): pass
except TypeError as e:
    print(e)  # expect: E.__init_subclass__() takes no keyword arguments
