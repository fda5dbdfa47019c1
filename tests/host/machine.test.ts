// The run loop and heap images, on the real core.
import { afterAll, beforeAll, expect, test } from "vitest";
import { CoreConst } from "../../src/heap/generated/layout.ts";
import { bigIntOf, int } from "../../src/heap/numbers.ts";
import { PyError } from "../../src/heap/py-error.ts";
import { float, isFloat, type Ref, type Value } from "../../src/heap/value.ts";
import { createRuntime, type Runtime } from "../../src/runtime.ts";

let runtime: Runtime;
let printed = "";
beforeAll(() => {
  runtime = createRuntime({ write: (_fd, text) => (printed += text) });
});
afterAll(() => runtime.close());

function run(source: string): string {
  printed = "";
  runtime.runMain(source, "test.py");
  return printed;
}

test("values survive memory", () => {
  const { heap } = runtime.machine;
  const numbers = [0, 1, -1, 2 ** 47 - 1, -(2 ** 47), 2 ** 53, -(2 ** 60)];
  for (const n of numbers) {
    const list = heap.list([int(heap, BigInt(n))]);
    expect(bigIntOf(heap, heap.peekListItem(list, 0))).toBe(BigInt(n));
  }
  for (const x of [0.5, -0, Number.NaN, Number.POSITIVE_INFINITY, 5e-324]) {
    const back = heap.peekListItem(heap.list([float(x)]), 0);
    expect(isFloat(back) && Object.is(back.value, x)).toBe(true);
  }
});

test("text survives memory in all three widths, lone surrogates too", () => {
  const { heap } = runtime.machine;
  for (const text of [
    "",
    "a",
    "é",
    "plain ascii text",
    "naïve café, longer than twelve",
    "€uro",
    "😀 smile",
    "\ud800 alone",
  ])
    expect(heap.text(heap.str(text))).toBe(text);
  expect(heap.strLength(heap.str("😀x"))).toBe(2);
});

test("host code calls Python, which calls host code, with no JavaScript frame between", () => {
  const depth = 3000;
  expect(
    run(`
import sys
sys.setrecursionlimit(20000)
class Node:
    def __init__(self, inner): self.inner = inner
    def __repr__(self): return "." if self.inner is None else "(" + self.inner.__class__.__name__ + ")"
n = None
for _ in range(${depth}): n = Node(n)
print(repr(n), len(repr([n, n])))
`),
  ).toBe("(Node) 16\n");
});

test("an exception passes through host generators and keeps its type", () => {
  expect(
    run(`
class Bad:
    def __repr__(self): raise KeyError("inside")
try:
    print([Bad()])
except KeyError as e:
    print("caught", e.args)
`),
  ).toBe("caught ('inside',)\n");
});

test("callSync runs nested and leaves the machine as it was", () => {
  const { machine } = runtime;
  run("def double(x): return x * 2");
  const fn = machine.moduleGlobal("__main__", "double");
  const { heap } = machine;
  for (let i = 0; i < 100; i++) expect(bigIntOf(heap, machine.callSync(fn, [int(heap, i)]))).toBe(BigInt(2 * i));
});

test("a Python exception that nobody catches arrives as PyError with its traceback", () => {
  let seen: unknown;
  try {
    run("def f():\n    return 1 / 0\nf()\n");
  } catch (error) {
    seen = error;
  }
  expect(seen).toBeInstanceOf(PyError);
  expect(runtime.describe(seen as PyError)).toBe(
    [
      "Traceback (most recent call last):",
      '  File "test.py", line 3, in <module>',
      "    f()",
      "    ~^^",
      '  File "test.py", line 2, in f',
      "    return 1 / 0",
      "           ~~^~~",
      "ZeroDivisionError: division by zero",
      "",
    ].join("\n"),
  );
});

test("the image's functions are found in the tables when they are asked for", () => {
  const other = createRuntime({ write: () => {} });
  try {
    const { functions } = other.machine;
    expect(functions.length).toBeGreaterThan(500);
    const missing = functions
      .all()
      .flatMap((found, id) => (found?.implementation === undefined ? [functions.nameOf(id)] : []));
    expect(missing).toEqual([]);
  } finally {
    other.close();
  }
});

test("a second VM starts from the image and knows nothing of the first", () => {
  run("import builtins; builtins.leaked = 1");
  const other = createRuntime({ write: (_fd, text) => (printed += text) });
  try {
    printed = "";
    other.runMain("print(hasattr(__import__('builtins'), 'leaked'), [1.5, {'a': (None,)}])", "other.py");
    expect(printed).toBe("False [1.5, {'a': (None,)}]\n");
  } finally {
    other.close();
  }
});

test("every prelude function the core may ask for is there", () => {
  expect(runtime.machine.missingPrelude).toEqual([]);
});

test("what a host function looked at is let go when it returns", () => {
  const { heap } = runtime.machine;
  run("xs = [object() for _ in range(50)]\nfor _ in range(20): repr(xs)");
  const list = runtime.machine.moduleGlobal("__main__", "xs") as Ref;
  const counts = new Set<number>();
  for (let i = 0; i < heap.listLength(list); i++) counts.add(heap.refcount(heap.peekListItem(list, i) as Value as Ref));
  expect([...counts]).toEqual([1]);
  expect(heap.typeOf(heap.peekListItem(list, 0))).toBe(CoreConst.TYPE_OBJECT);
});

// (CPython 3.14.2 raises SystemError for all three: "compiler_lookup_arg(name='__class__') … failed".)
test("functions in a comprehension of a class body see the class", () => {
  const source = `class C:
    found = [lambda: __class__ for _ in [1]]
    deep = [[lambda: [__class__ for _ in "ab"] for _ in [1]] for _ in [1]]
print(C.found[0]() is C, [c is C for c in C.deep[0][0]()])
try:
    class D:
        found = [(lambda: __class__, __class__) for _ in [1]]
except NameError as e:
    print(e)
class E:
    __classdict__: int
print(E.__annotations__)
`;
  expect(run(source)).toBe("True [True, True]\nname '__class__' is not defined\n{'__classdict__': <class 'int'>}\n");
});
