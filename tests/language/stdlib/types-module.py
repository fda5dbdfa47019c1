# types module
import types

ns = types.SimpleNamespace(a=1, b="x")
ns.c = [2]
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b="x", c=[2]), vars(ns))
# expect: namespace(a=1, b='x', c=[2]) 1 True {'a': 1, 'b': 'x', 'c': [2]}
m = types.ModuleType("made", "doc")
m.x = 5
print(m.x, m.__name__, m.__doc__)  # expect: 5 made doc
p = types.MappingProxyType({"k": 1})
print(p, p["k"], len(p), p | {"z": 2})  # expect: {'k': 1} 1 1 {'k': 1, 'z': 2}
try:
    p["q"] = 1
except TypeError as e:
    print(e)  # expect: 'mappingproxy' object does not support item assignment


def f(self):
    return self.v


class A: v = 7


print(types.MethodType(f, A())(), isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), types.NoneType is type(None), types.new_class("N", (A,), {}, lambda d: d.update(w=1)).w, isinstance(int | str, types.UnionType), types.DynamicClassAttribute.__name__)
# expect: 7 True True True 1 True DynamicClassAttribute
g = types.FunctionType(f.__code__, {}, "renamed")
print(g.__name__, g(A()))  # expect: renamed 7
