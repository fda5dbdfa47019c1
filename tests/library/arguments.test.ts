// Wrong options and arguments: a clear error, and nothing happens to the VM.
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Krait, type KraitOptions, PyFloat, PyObject, PythonError } from "../../src/index.ts";

let vm: Krait;
beforeEach(() => {
  vm = Krait.create();
});
afterEach(() => vm.close());

const wrong = <T>(v: unknown): T => v as T;

test.each<[unknown, RegExp]>([
  [null, /options must be an object, not null/],
  [{ timeout: 5 }, /there is no option timeout; the options are stdout/],
  [{ stdout: 5 }, /stdout must be a function or "inherit", not number 5/],
  [{ stdin: 5 }, /stdin must be a string or a function/],
  [{ argv: [1] }, /argv must be an array of strings/],
  [{ path: ["/tmp"] }, /path needs files: true/],
  [{ environment: { A: 5 } }, /environment must be an object of strings/],
  [{ modules: { a: null } }, /modules must be an object of objects/],
  [{ modules: { sys: {} } }, /Python needs its own module sys/],
  [{ modules: { "a.b": {} } }, /"a.b" can't be the name of a Python module/],
  [{ modules: { a: { s: Symbol("s") } } }, /modules: a JavaScript symbol has no Python counterpart/],
  [{ memoryBytes: "1" }, /memoryBytes must be a number, not string 1/],
  [{ memoryBytes: Number.NaN }, /memoryBytes must be positive/],
  [{ timeoutMs: 0 }, /timeoutMs must be positive/],
  [{ timeoutMs: 5n }, /timeoutMs must be a number, not bigint 5/],
  [{ jit: "off" }, /jit must be true or false, not string off/],
  [{ platform: "wasm" }, /platform must be "addon" or "koffi"/],
])("Krait.create(%o)", (options, message) => {
  expect(() => Krait.create(wrong<KraitOptions>(options))).toThrow(message);
});

test("undefined is as good as no option", () => {
  using other = Krait.create({ timeoutMs: undefined, stdout: undefined } as unknown as KraitOptions);
  expect(other.run("1 + 1", { filename: undefined } as object)).toBe(2);
});

test("run and runAsync", async () => {
  expect(() => vm.run(wrong(5))).toThrow("the program must be a string, not number 5");
  await expect(vm.runAsync(wrong(undefined))).rejects.toThrow("the program must be a string, not undefined");
  expect(() => vm.run("1", wrong({ file: "x" }))).toThrow("there is no option file");
  expect(() => vm.run("1", wrong({ filename: 5 }))).toThrow("filename must be a string");
});

test("names must be strings", () => {
  for (const name of [5, undefined, null, Symbol("s"), {}]) {
    expect(() => vm.globals.get(wrong(name))).toThrow(/the name of a variable must be a string/);
    expect(() => vm.globals.set(wrong(name), 1)).toThrow(/the name of a variable must be a string/);
    expect(() => vm.globals.has(wrong(name))).toThrow(/the name of a variable must be a string/);
    expect(() => vm.globals.delete(wrong(name))).toThrow(/the name of a variable must be a string/);
  }
});

describe("handles", () => {
  test("wrong arguments", () => {
    using f = vm.run("def f(*args, **named): return [args, named]\nf") as PyObject;
    expect(() => f.get(wrong(5))).toThrow("the name of an attribute must be a string, not number 5");
    expect(() => f.set(wrong(undefined), 1)).toThrow("the name of an attribute must be a string");
    expect(() => f.get("nope")).toThrow(PythonError);
    expect(() => f.callWith(wrong(5), {})).toThrow("the arguments must be an array");
    expect(() => f.callWith([], wrong(new Map()))).toThrow("the keyword arguments must be a plain object");
    expect(() => f.call(Symbol("s"))).toThrow("no Python counterpart");
    expect(f.call(undefined)).toEqual([[null], new Map()]);
  });
  test("can be shown whatever their __repr__ does, released ones too", () => {
    using broken = vm.run("class C:\n  def __repr__(self): raise ValueError\nC()") as PyObject;
    expect(inspect(broken)).toBe("[PyObject <C object whose repr() failed>]");
    broken.release();
    expect(inspect(broken)).toBe("[PyObject, released]");
  });
  test("are made by VMs only", () => {
    expect(() => new (wrong<new () => unknown>(PyObject))()).toThrow("only a Krait VM makes Python objects");
  });
});

test("PyFloat, PythonError, interruptFrom", () => {
  expect(() => new PyFloat(wrong("1"))).toThrow("PyFloat needs a number, not string");
  expect(() => new PythonError(wrong(undefined))).toThrow("PythonError needs { type");
  expect(() => Krait.interruptFrom(wrong({}))).toThrow("interruptFrom needs");
});
