// JavaScript functions called from Python, and errors that cross the border in both directions.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Krait, type PyObject, PythonError } from "../../src/index.ts";

let vm: Krait;
const host = {
  add: (a: number, b: number) => a + b,
  options: (...args: unknown[]) => args,
  same: (x: unknown) => x,
  boom: () => {
    throw new TypeError("bad");
  },
  raiseKeyError: () => {
    throw new PythonError({ type: "KeyError", message: "no such user" });
  },
  apply: (f: PyObject, ...args: unknown[]) => f.call(...args),
  later: async (x: number) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return x * 2;
  },
  promised: (x: number) => Promise.resolve(x + 1),
  failLater: async () => {
    await null;
    throw new RangeError("late");
  },
  throwText: () => {
    throw "only text";
  },
};
beforeEach(() => {
  vm = Krait.create({ modules: { host: { ...host, number: 3 } } });
  vm.run("import host");
});
afterEach(() => vm.close());

async function failure(body: () => unknown): Promise<PythonError> {
  try {
    await body();
  } catch (error) {
    expect(error).toBeInstanceOf(PythonError);
    return error as PythonError;
  }
  throw new Error("nothing was raised");
}

describe("synchronous functions", () => {
  test("may throw what throws when it is looked at", async () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw 5;
        },
        getPrototypeOf: () => {
          throw 6;
        },
      },
    );
    vm.globals.set("f", () => {
      throw hostile;
    });
    const error = await failure(() => vm.run("f()"));
    expect(error.type).toBe("krait.JavaScriptError");
    expect(error.cause).toBe(hostile);
    expect(vm.run("try:\n  f()\nexcept Exception as e:\n  r = str(e)\nr")).toBe("object");
  });
  test("that call each other without end through Python are a RecursionError", async () => {
    vm.globals.set("again", () => vm.run("again()"));
    expect((await failure(() => vm.run("again()"))).type).toBe("RecursionError");
    expect(vm.run("1 + 1")).toBe(2);
  });
  test("are members of their module", () => {
    expect(vm.run("host.add(1, 2) + host.number")).toBe(6);
    expect(vm.run("from host import add\nlist(map(add, [1, 2], [3, 4]))")).toEqual([4, 6]);
    expect(vm.run("sorted([3, 1, 2], key=lambda x: host.add(0, -x))")).toEqual([3, 2, 1]);
  });
  test("get keyword arguments as a last object", () => {
    const seen: unknown[][] = [];
    vm.globals.set("f", (...args: unknown[]) => void seen.push(args));
    vm.run("f(1, x=2, y=[3])\nf(z={'a': 1})\nf()");
    expect(seen).toEqual([[1, { x: 2, y: [3] }], [{ z: new Map([["a", 1]]) }], []]);
  });
  test("come back as themselves", () => {
    expect(vm.run("host.add")).toBe(host.add);
  });
  test("may call Python, which may call them", () => {
    expect(vm.run("host.apply(lambda x: host.add(x, 1), 41)")).toBe(42);
  });
});

describe("errors", () => {
  test("of JavaScript are exceptions with name and message in Python", () => {
    const source = `
import krait
try:
    host.boom()
except Exception as error:
    result = [type(error).__name__, error.name, error.message, str(error), isinstance(error, krait.JavaScriptError)]
result`;
    expect(vm.run(source)).toEqual(["JavaScriptError", "TypeError", "bad", "TypeError: bad", true]);
  });
  test("of JavaScript that nobody catches come out with the original as cause", async () => {
    const error = await failure(() => vm.run("host.boom()"));
    expect(error.type).toBe("krait.JavaScriptError");
    expect(error.message).toBe("TypeError: bad");
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(error.traceback).toContain("    host.boom()\n    ~~~~~~~~~^^\nkrait.JavaScriptError: TypeError: bad");
  });
  test("need not be Error objects", async () => {
    expect((await failure(() => vm.run("host.throwText()"))).cause).toBe("only text");
  });
  test("may be Python exceptions", () => {
    expect(vm.run("try:\n    host.raiseKeyError()\nexcept KeyError as e:\n    r = e.args\nr")).toEqual([
      "no such user",
    ]);
  });
  test("of Python pass through JavaScript unchanged", () => {
    const source = `
class Mine(Exception): pass
original = Mine("x")
def f(): raise original
try:
    host.apply(f)
except Mine as error:
    same = error is original
same`;
    expect(vm.run(source)).toBe(true);
  });
});

describe("odd errors", () => {
  test("undefined, and objects that throw when they are looked at", () => {
    vm.globals.set("fail", (kind: string) => {
      if (kind === "undefined") throw undefined;
      throw new Proxy(
        {},
        {
          get: () => {
            throw new Error("looked at");
          },
        },
      );
    });
    const source = (kind: string) => `try: fail("${kind}")\nexcept Exception as e: r = [e.name, e.message]\nr`;
    expect(vm.run(source("undefined"))).toEqual(["undefined", "undefined"]);
    expect(vm.run(source("proxy"))).toEqual(["object", ""]);
  });
  test("a handle of an exception raises that exception", () => {
    vm.globals.set("fail", (error: unknown) => {
      throw error;
    });
    expect(vm.run("e = KeyError(5)\ntry: fail(e)\nexcept KeyError as caught: r = caught is e\nr")).toBe(true);
  });
  test("a promise that nobody may wait for is no unhandled rejection", () => {
    vm.globals.set("fail", () => Promise.reject(new Error("late")));
    expect(() => vm.run("fail()")).toThrow("an async host function can be called in runAsync");
  });
});

test("what sys.stdout.buffer holds comes out at the end of a run", () => {
  const out: string[] = [];
  using other = Krait.create({ stdout: (text) => out.push(text) });
  other.run("import sys\nsys.stdout.buffer.write('é'.encode())\nNone");
  expect(out).toEqual(["é"]);
});

describe("async functions", () => {
  test("pause the program, which needs no await", async () => {
    expect(await vm.runAsync("host.later(20) + host.promised(1)")).toBe(42);
    expect(await vm.runAsync("[host.later(i) for i in range(3)]")).toEqual([0, 2, 4]);
  });
  test("work inside built-in functions, methods and generators", async () => {
    expect(await vm.runAsync("sum(map(host.later, range(4)))")).toBe(12);
    expect(await vm.runAsync("def g():\n    yield host.later(1)\n    yield host.later(2)\nlist(g())")).toEqual([2, 4]);
    expect(await vm.runAsync("class C:\n    def __len__(self): return host.later(3)\nlen(C())")).toBe(6);
  });
  test("raise what their promises are rejected with", async () => {
    expect(await vm.runAsync("try:\n    host.failLater()\nexcept Exception as e:\n    r = str(e)\nr")).toBe(
      "RangeError: late",
    );
    expect((await failure(() => vm.runAsync("host.failLater()"))).cause).toBeInstanceOf(RangeError);
  });
  test("can't be waited for in a synchronous run", async () => {
    const error = await failure(() => vm.run("host.later(1)"));
    expect(error.type).toBe("RuntimeError");
    expect(await vm.runAsync("host.later(1)")).toBe(2);
  });
  test("let JavaScript use the VM meanwhile", async () => {
    vm.run("seen = []");
    const run = vm.runAsync("seen.append('a')\nhost.later(1)\nseen.append('c')\nseen");
    vm.run("seen.append('b')");
    await expect(vm.runAsync("1")).rejects.toThrow("running a program already");
    expect(await run).toEqual(["a", "b", "c"]);
  });
  test("callAsync reaches them too", async () => {
    const f = vm.run("def f(x): return host.later(x)\nf") as PyObject;
    expect(await f.callAsync(4)).toBe(8);
  });
});
