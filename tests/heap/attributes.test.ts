// Shapes, slots and dictionaries of instances, on the debug core: the same program under every way an object can keep its attributes.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DebugVm, openDebugVm } from "./runtime.ts";

let vm: DebugVm;
beforeAll(() => {
  vm = openDebugVm();
});
afterAll(() => vm.runtime.close());

function runClean(source: string): string {
  const printed = vm.run(source);
  vm.core("api_gc_collect");
  expect(vm.audit()).toBeUndefined();
  return printed;
}

const KINDS = {
  "a plain class": "class C: pass",
  "slots and a dict": "class C: __slots__ = ('s0', 's1', '__dict__')",
  "a subclass of list": "class C(list): pass",
  "a subclass of str with slots": "class C(str): __slots__ = ('s0', 's1', '__dict__')",
  "a subclass of dict": "class C(dict): pass",
  "a subclass of int": "class C(int): pass",
  "a subclass of tuple": "class C(tuple): pass",
  "an exception": "class C(ValueError): pass",
  "an exception with slots": "class C(OSError): __slots__ = ('s0', 's1')",
};

test.each(Object.entries(KINDS))("attributes of %s come, go and keep their order", (_name, definition) => {
  const printed = runClean(`
${definition}
def names(o): return list(vars(o)) == [k for k in expected]
bad = []
for count in (1, 3, 5, 9, 20, 70, 130):
    for ask_for_dict in (None, 0, count // 2, count):
        o = C()
        expected = {}
        if hasattr(C, "s0"):
            o.s0 = "slot"
        for i in range(count):
            if i == ask_for_dict: o.__dict__
            setattr(o, "a%d" % i, [i]); expected["a%d" % i] = [i]
        for i in range(0, count, 3):
            delattr(o, "a%d" % i); del expected["a%d" % i]
        for i in range(0, count, 6):
            setattr(o, "a%d" % i, i); expected["a%d" % i] = i
        for k in expected:
            if getattr(o, k) != expected[k]: bad.append((count, k))
        if hasattr(o, "a3") != ("a3" in expected): bad.append((count, "a3"))
        if vars(o) != expected or list(vars(o)) != list(expected): bad.append((count, ask_for_dict, "order"))
        if hasattr(C, "s0") and o.s0 != "slot": bad.append("slot")
        o.me = o
print(bad)
`);
  expect(printed).toBe("[]\n");
});

test("caches see classes change", () => {
  expect(
    runClean(`
class A:
    x = 1
    def f(self): return "A.f"
class B(A): pass
def read(o): return o.x
def call(o): return o.f()
def store(o, v): o.x = v
b = B()
for i in range(50): assert (read(b), call(b)) == (1, "A.f")
A.x = 2
print(read(b))
B.x = 3
print(read(b))
del B.x
A.f = lambda self: "new"
print(read(b), call(b))
b.x = 4
for i in range(50): assert read(b) == 4
b.f = lambda: "own"
print(call(b))
for i in range(50): store(b, i)
A.x = property(lambda self: "property", lambda self, v: print("set", v))
print(read(b)); store(b, 5)
del A.x
print(read(b))
class S:
    __slots__ = ("v",)
s = S(); s.v = 1
def slot(o): return o.v
for i in range(50): assert slot(s) == 1
old = S.v
S.v = "hidden"
print(slot(s))
S.v = old
print(slot(s))
class G: pass
g = G(); g.a = 1
def get(o): return o.a
for i in range(50): assert get(g) == 1
G.__getattribute__ = lambda self, name: "hooked " + name
print(get(g))
del G.__getattribute__
print(get(g))
class Base1: m = "1"
class Base2: m = "2"
class Derived(Base1): pass
d = Derived()
def m(o): return o.m
for i in range(50): assert m(d) == "1"
Derived.__bases__ = (Base2,)
print(m(d))
`),
  ).toBe("2\n3\n2 new\nown\nproperty\nset 5\n49\nhidden\n1\nhooked a\n1\n2\n");
});

test("__class__ can be changed between classes of one layout", () => {
  expect(
    runClean(`
class A: pass
class B: 
    def hello(self): return "B", self.x
class S: __slots__ = ("p",)
class T: __slots__ = ("p",)
a = A(); a.x = 1; a.y = 2
a.__class__ = B
print(a.hello(), vars(a), type(a) is B)
s = S(); s.p = 3
s.__class__ = T
print(s.p, type(s) is T)
for target in (S, int):
    try: a.__class__ = target
    except TypeError as e: print(e)
`),
  ).toBe(
    "('B', 1) {'x': 1, 'y': 2} True\n3 True\n__class__ assignment: 'S' object layout differs from 'B'\n" +
      "__class__ assignment only supported for mutable types or ModuleType subclasses\n",
  );
});
