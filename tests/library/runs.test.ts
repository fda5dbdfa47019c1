// Runs, values and handles through the public library.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Krait, KraitUsageError, PyFloat, PyObject, PythonError } from "../../src/index.ts";

let vm: Krait;
let out: string;
beforeEach(() => {
  out = "";
  vm = Krait.create({ stdout: (text) => (out += text) });
});
afterEach(() => vm.close());

function failure(body: () => unknown): PythonError {
  try {
    body();
  } catch (error) {
    expect(error).toBeInstanceOf(PythonError);
    return error as PythonError;
  }
  throw new Error("nothing was raised");
}

describe("run", () => {
  test("gives the value of a last expression and undefined after a statement", () => {
    expect(vm.run("a = 20\na * 2 + 2")).toBe(42);
    expect(vm.run("b = 1")).toBeUndefined();
    expect(vm.run("")).toBeUndefined();
    expect(vm.run("None")).toBeNull();
  });
  test("keeps globals from run to run", () => {
    vm.run("def double(x): return 2 * x");
    expect(vm.run("double(21)")).toBe(42);
  });
  test("hands what is printed to stdout", () => {
    vm.run("print('a', 1)\nprint('é😀', end='')");
    expect(out).toBe("a 1\né😀");
  });
  test("throws PythonError with type, message and traceback", () => {
    const error = failure(() => vm.run("def f():\n    return {}['x']\nf()", { filename: "prog.py" }));
    expect(error.type).toBe("KeyError");
    expect(error.message).toBe("'x'");
    expect(error.traceback.split("\n")).toEqual([
      "Traceback (most recent call last):",
      '  File "prog.py", line 3, in <module>',
      "    f()",
      "    ~^^",
      '  File "prog.py", line 2, in f',
      "    return {}['x']",
      "           ~~^^^^^",
      "KeyError: 'x'",
    ]);
  });
  test("throws PythonError for a syntax error", () => {
    const error = failure(() => vm.run("x = (\n"));
    expect(error.type).toBe("SyntaxError");
    expect(error.message).toContain("'(' was never closed");
  });
  test("qualifies the class of an exception by its module", () => {
    vm.run("class Oops(Exception): pass");
    expect(failure(() => vm.run("raise Oops('x')")).type).toBe("Oops");
  });
  test("SystemExit carries the exit code", () => {
    expect(failure(() => vm.run("raise SystemExit(3)")).exitCode).toBe(3);
    expect(failure(() => vm.run("raise SystemExit")).exitCode).toBe(0);
    expect(failure(() => vm.run("raise SystemExit('gone')")).exitCode).toBe(1);
    expect(failure(() => vm.run("1 / 0")).exitCode).toBeUndefined();
  });
});

describe("values", () => {
  test.each([
    ["None", null],
    ["True", true],
    ["-7", -7],
    ["2**53", 2n ** 53n],
    ["-10**30", -(10n ** 30n)],
    ["1.5", 1.5],
    ["'é😀'", "é😀"],
    ["b'\\x00\\xff'", new Uint8Array([0, 255])],
    ["[1, 'a', [None]]", [1, "a", [null]]],
    ["(1, 2)", [1, 2]],
    [
      "{'a': 1, 2: [3]}",
      new Map<unknown, unknown>([
        ["a", 1],
        [2, [3]],
      ]),
    ],
    ["{1, 2}", new Set([1, 2])],
  ])("%s comes out", (source, expected) => {
    expect(vm.run(source)).toEqual(expected);
  });
  test.each([
    [null, "None"],
    [undefined, "None"],
    [false, "False"],
    [3, "3"],
    [2 ** 60, "1152921504606846976"],
    [0.5, "0.5"],
    [-0, "-0.0"],
    [Number.NaN, "nan"],
    [new PyFloat(2), "2.0"],
    [5n ** 40n, String(5n ** 40n)],
    ["a'b", '"a\'b"'],
    [new Uint8Array([65, 10]), "b'A\\n'"],
    [[1, [2]], "[1, [2]]"],
    [{ a: 1, b: null }, "{'a': 1, 'b': None}"],
    [new Map([[1, "x"]]), "{1: 'x'}"],
    [new Set(["q"]), "{'q'}"],
  ])("%o goes in", (value, text) => {
    vm.globals.set("v", value);
    expect(vm.run("repr(v)")).toBe(text);
  });
  test("sharing and cycles are kept", () => {
    const list: unknown[] = [1];
    list.push(list);
    vm.globals.set("v", list);
    expect(vm.run("v[1] is v")).toBe(true);
    const back = vm.run("v") as unknown[];
    expect(back[1]).toBe(back);
  });
  test("a JavaScript object without a counterpart goes in and comes back as itself", () => {
    const date = new Date(0);
    vm.globals.set("v", date);
    expect(vm.run("repr(v)")).toBe("<JavaScript Date>");
    expect(vm.run("v")).toBe(date);
    expect(vm.run("[v, v]")).toEqual([date, date]);
  });
  test("a symbol can't go in", () => {
    expect(() => vm.globals.set("v", Symbol("x"))).toThrow();
  });
  test("globals can be listed and deleted", () => {
    vm.run("one = 1");
    expect(vm.globals.has("one")).toBe(true);
    expect(vm.globals.keys()).toContain("one");
    expect(vm.globals.delete("one")).toBe(true);
    expect(vm.globals.delete("one")).toBe(false);
    expect(vm.globals.get("one")).toBeUndefined();
  });
});

describe("handles", () => {
  test("stand for functions and instances", () => {
    const f = vm.run("def f(a, b=2, *, c=3): return [a, b, c]\nf") as PyObject;
    expect(f).toBeInstanceOf(PyObject);
    expect(f.isCallable).toBe(true);
    expect(f.typeName).toBe("function");
    expect(f.call(1)).toEqual([1, 2, 3]);
    expect(f.callWith([1], { c: 9 })).toEqual([1, 2, 9]);
    expect(f.get("__name__")).toBe("f");
    const object = vm.run("class P: pass\np = P()\np") as PyObject;
    object.set("x", [1, 2]);
    expect(vm.run("p.x")).toEqual([1, 2]);
    vm.globals.set("again", object);
    expect(vm.run("again is p")).toBe(true);
  });
  test("give their reference back when they are released", () => {
    vm.run("class D:\n    def __del__(self): print('gone')");
    const object = vm.run("D()") as PyObject;
    expect(out).toBe("");
    object.release();
    object.release();
    vm.run("None");
    expect(out).toBe("gone\n");
    expect(() => object.repr()).toThrow(KraitUsageError);
  });
  test("belong to one VM", () => {
    using other = Krait.create();
    const object = vm.run("object()") as PyObject;
    expect(() => other.globals.set("x", object)).toThrow(KraitUsageError);
  });
  test("are of no use after close", () => {
    const other = Krait.create();
    const object = other.run("object()") as PyObject;
    other.close();
    other.close();
    expect(() => object.repr()).toThrow(KraitUsageError);
    expect(() => other.run("1")).toThrow(KraitUsageError);
  });
});

test("several VMs know nothing of each other", () => {
  using other = Krait.create();
  vm.run("x = 'first'");
  other.run("x = 'second'");
  expect([vm.run("x"), other.run("x")]).toEqual(["first", "second"]);
});

test("what CPython's site gives is there", () => {
  expect(failure(() => vm.run("exit(3)")).exitCode).toBe(3);
  vm.run("print(quit, license, sep='\\n')\nprint(help)");
  expect(out).toBe(
    "Use quit() or Ctrl-D (i.e. EOF) to exit\nSee https://www.python.org/psf/license/\n" +
      "Type help() for interactive help, or help(object) for help about object.\n",
  );
  expect(vm.run("str(credits).startswith('Thanks to CWI') and bool(str(copyright))")).toBe(true);
});

test("input() reads the text it was given, line by line, and then raises EOFError", () => {
  using reader = Krait.create({ stdin: "one\ntwo é\nthree" });
  expect(reader.run("[input(), input('? '), input()]")).toEqual(["one", "two é", "three"]);
  expect(failure(() => reader.run("input()")).type).toBe("EOFError");
});

test("a VM without files quotes none in tracebacks or errors", () => {
  const secret = JSON.stringify(fileURLToPath(import.meta.url));
  const [first] = readFileSync(fileURLToPath(import.meta.url), "utf8").split("\n") as [string];
  for (const files of [false, true]) {
    using vm = Krait.create({ files });
    const text = vm.run(`
import sys
texts = []
class Texts:
    write = texts.append
    def flush(self): pass
sys.stderr = Texts()
for source in "1 / 0", "return":
    try:
        exec(compile(source, ${secret}, "exec"))
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
"".join(texts)
`);
    expect(text).toContain("ZeroDivisionError");
    expect(text).toContain("'return' outside function");
    expect((text as string).split(first).length - 1).toBe(files ? 2 : 0);
  }
});

test("code objects of others are not taken by a VM without files", () => {
  using trusted = Krait.create({ files: true });
  const foreign = trusted.run("import marshal\nmarshal.dumps(compile('6 * 7', 'x', 'eval'))") as Uint8Array;
  vm.globals.set("foreign", foreign);
  const own = "marshal.loads(marshal.dumps(compile('6 * 7', 'x', 'eval')))";
  expect(vm.run(`import marshal\neval(${own})`)).toBe(42);
  expect(failure(() => vm.run("marshal.loads(foreign)")).type).toBe("ValueError");
});

test("a VM without files sees none", () => {
  expect(failure(() => vm.run("open('/etc/passwd')")).type).toBe("PermissionError");
  expect(failure(() => vm.run("import os\nos.listdir('/')")).type).toBe("PermissionError");
  expect(vm.run("import os\ndict(os.environ)")).toEqual(new Map());
  expect(vm.run("import os.path\nos.path.expanduser('~')")).toBe("~");
  expect(() => vm.run("import pwd\npwd.getpwuid(0)")).toThrow("getpwuid(): uid not found: 0");
});

test("stdin comes from the option", () => {
  using reader = Krait.create({ stdin: "one\ntwo\n" });
  expect(reader.run("input()")).toBe("one");
  expect(reader.run("import sys\nsys.stdin.read()")).toBe("two\n");
});
