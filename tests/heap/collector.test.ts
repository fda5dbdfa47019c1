// Programs that make garbage of every kind, on the debug core: after each, all counts are right and memory has come back.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DebugVm, openDebugVm } from "./runtime.ts";

let vm: DebugVm;
beforeAll(() => {
  vm = openDebugVm();
});
afterAll(() => vm.runtime.close());

/** Runs a program, collects, and checks counts. Returns what was printed. */
function runClean(source: string): string {
  const printed = vm.run(source);
  vm.core("api_gc_collect");
  expect(vm.audit()).toBeUndefined();
  return printed;
}

test("deep chains die without deep recursion", () => {
  expect(
    runClean(`
chain = None
for i in range(300_000):
    chain = (chain,)
chain = None
node = []
for i in range(300_000):
    node = [node]
node = None
class Link:
    def __init__(self, next): self.next = next
link = None
for i in range(300_000):
    link = Link(link)
link = None
d = {}
for i in range(100_000):
    d = {0: d}
d = None
def chained():
    f = None
    for i in range(50_000):
        def f(f=f): return f
chained()
print("alive")
`),
  ).toBe("alive\n");
});

test("a ring of every kind of container is found", () => {
  expect(
    runClean(`
import gc, _weakref
gc.disable()
gc.collect()
class Node:
    pass
class Slots:
    __slots__ = ("a", "__dict__", "__weakref__")
class MyList(list):
    pass
class MyError(Exception):
    pass
def close_over():
    def inner(): return inner
    return inner
def generator(box):
    box.append((yield))
makers = []
def ring(make):
    makers.append(make)
    return make
@ring
def instance():
    a = Node(); a.self = a
@ring
def instance_with_dict():
    a = Node(); a.self = a; a.__dict__
@ring
def slots():
    a = Slots(); a.a = a; a.b = a
@ring
def lists():
    a = []; a.append([a])
@ring
def tuples():
    a = []; a.append((a,))
@ring
def dicts():
    a = {}; a["a"] = a
@ring
def sets():
    a = Node(); a.s = {a}
@ring
def subclass_of_list():
    a = MyList(); a.append(a); a.x = a
@ring
def errors():
    a = MyError(); a.args = (a,); a.__context__ = MyError(a)
@ring
def closures():
    close_over()
@ring
def methods():
    a = Node(); a.m = a.__init__
@ring
def generators(): # closing it breaks its ring, so the collector has nothing left to count (as in CPython)
    box = [Node()]; g = generator(box); next(g); box.append(g)
    return _weakref.ref(box[0])
@ring
def classes():
    class C:
        def f(self): return C
    C()
@ring
def modules():
    m = type(gc)("m"); m.self = m
@ring
def iterators():
    a = []; a.append(iter(a)); a.append(enumerate(a)); a.append(zip(a, a))
for make in makers:
    witness = make()
    found = gc.collect()
    if witness is not None and witness() is not None:
        print(make.__name__, "lives on")
    if witness is None and not found:
        print(make.__name__, "was not found")
    if gc.collect():
        print(make.__name__, "was not freed")
gc.enable()
print(len(makers))
`),
  ).toBe("15\n");
});

test("automatic collections keep memory in bounds", () => {
  vm.run("pass");
  const before = vm.pagesInUse();
  expect(
    runClean(`
class Node:
    def __init__(self): self.self = self
for i in range(400_000):
    Node()
print("done")
`),
  ).toBe("done\n");
  expect(vm.pagesInUse()).toBeLessThan(before + 160); // 10 MiB; without the collector it would be some 25
});

test("finalisers run once, before their cycle is taken apart, and may resurrect", () => {
  expect(
    runClean(`
import gc
saved = []
class Phoenix:
    def __init__(self, name): self.name = name; self.self = self
    def __del__(self):
        print("del", self.name, self.self is self)
        saved.append(self)
Phoenix("a")
print(gc.collect() >= 0, len(saved))
saved.clear()
print(gc.collect() > 0, len(saved))
class Plain:
    def __del__(self): print("plain")
Plain()
x = [Plain(), Plain()]
del x
print("end")
`),
  ).toBe("del a True\nTrue 1\nTrue 0\nplain\nplain\nplain\nend\n");
});

test("weak references to cycles die with them, callbacks see them dead", () => {
  expect(
    runClean(`
import gc, _weakref
class Node: pass
def make():
    a = Node(); a.b = Node(); a.b.a = a
    return _weakref.ref(a, lambda r: print("callback", r())), _weakref.ref(a.b)
r, s = make()
print(r() is not None, s() is not None)
gc.collect()
print(r(), s())
`),
  ).toBe("True True\ncallback None\nNone None\n");
});
