// Values between JavaScript and Python, in both directions.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Krait, PyFloat, PyObject, PythonError } from "../../src/index.ts";

let vm: Krait;
beforeEach(() => {
  vm = Krait.create({ audit: true });
});
afterEach(() => vm.close());

/** What Python makes of a value: its type and repr. */
function inPython(value: unknown): string {
  vm.globals.set("value", value);
  return String(vm.run("type(value).__name__ + ' ' + repr(value)"));
}

describe("to Python", () => {
  test.each<[unknown, string]>([
    [undefined, "NoneType None"],
    [null, "NoneType None"],
    [-0, "float -0.0"],
    [Number.NaN, "float nan"],
    [Number.NEGATIVE_INFINITY, "float -inf"],
    [2 ** 31, "int 2147483648"],
    [2 ** 47, "int 140737488355328"],
    [-(2 ** 48), "int -281474976710656"],
    [2 ** 53, "int 9007199254740992"],
    [2n ** 70n, "int 1180591620717411303424"],
    [new PyFloat(1), "float 1.0"],
    ["\ud800", "str '\\ud800'"],
    ["😀", "str '😀'"],
    [new Uint8Array([0, 255]), "bytes b'\\x00\\xff'"],
    [new ArrayBuffer(1), "bytes b'\\x00'"],
    [new Map<unknown, unknown>([[1, [2]]]), "dict {1: [2]}"],
    [Object.assign(Object.create(null), { a: 1 }), "dict {'a': 1}"],
    [new Set([1]), "set {1}"],
    [new Date(0), "JavaScriptObject <JavaScript Date>"],
  ])("%s", (value, expected) => {
    expect(inPython(value)).toBe(expected);
  });
  test("cycles and depth are kept", () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic, new Map([["me", cyclic]]));
    expect(inPython(cyclic)).toBe("list [[...], {'me': [...]}]");
    let deep: unknown[] = [];
    for (let i = 0; i < 100_000; i++) deep = [deep];
    vm.globals.set("deep", deep);
    expect(vm.run("n = 0\nwhile deep:\n  deep = deep[0]; n += 1\nn")).toBe(100_000);
  });
  test.each<[string, unknown]>([
    ["a symbol", Symbol("s")],
    ["a symbol inside", [{ a: Symbol("s") }]],
    ["an array as a key", new Map([[[1], 2]])],
    ["an array in a Set", new Set([[1]])],
  ])("%s is a TypeError", (_what, value) => {
    expect(() => vm.globals.set("v", value)).toThrow(PythonError);
    expect(() => vm.globals.set("v", value)).toThrow(/unhashable|no Python counterpart/);
    expect(vm.run("1 + 1")).toBe(2);
  });
});

describe("to JavaScript", () => {
  test.each<[string, unknown]>([
    ["2**53 - 1", 2 ** 53 - 1],
    ["2**53", 2n ** 53n],
    ["-2**63", -(2n ** 63n)],
    ["-0.0", -0],
    ["1e308", 1e308],
    ["(1, [None, True])", [1, [null, true]]],
    ["{(1, 2): b'x'}", new Map([[[1, 2], new Uint8Array([120])]])],
    ["frozenset([1])", new Set([1])],
    ["'\\ud800'", "\ud800"],
  ])("%s", (source, expected) => {
    expect(vm.run(source)).toEqual(expected);
  });
  test("cycles and depth are kept", () => {
    const cyclic = vm.run("a = []; a.append({'x': (a,)})\na") as [Map<string, unknown[]>];
    expect(cyclic[0].get("x")?.[0]).toBe(cyclic);
    vm.run("a.clear()");
    let deep = vm.run("d = []\nfor i in range(100000): d = [d]\nd") as unknown[];
    let depth = 0;
    for (; deep.length > 0; depth++) deep = deep[0] as unknown[];
    expect(depth).toBe(100_000);
    vm.run("del d");
  });
  test.each(["float", "int", "str", "list", "dict"])("an instance of a subclass of %s is a handle", (base) => {
    using instance = vm.run(`type('Sub', (${base},), {})()`) as PyObject;
    expect(instance).toBeInstanceOf(PyObject);
    expect(instance.typeName).toBe("Sub");
  });
  test("what is too large for JavaScript is a MemoryError", () => {
    expect(() => vm.run("'x' * (1 << 29)")).toThrow(/too many for a JavaScript string/);
    expect(() => vm.run("[None] * (1 << 27)")).toThrow(/too many for a JavaScript array/);
    expect(vm.run("1 + 1")).toBe(2);
  });
  test("a time limit holds while values are converted", () => {
    vm.run("x = [[0] * 10000] * 1000\ny = [list(row) for row in x]");
    const started = performance.now();
    expect(() => vm.run("y", { timeoutMs: 20 })).toThrow(/time allowed/);
    expect(performance.now() - started).toBeLessThan(2000);
    vm.run("del x, y");
  });
});
