// The core's side of traces, with traces made by hand: ways in and out, steps, recordings, watchers, returns into traces.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CoreConst, Layout } from "../../src/heap/generated/layout.ts";
import { raise } from "../../src/heap/py-error.ts";
import type { Ref } from "../../src/heap/value.ts";
import { leaves, MOST_RECORDS, type Plan, rounds, Tools } from "./hand-made.ts";

const VM = Layout.VM;
let tools: Tools;
beforeEach(() => {
  tools = new Tools();
});
afterEach(() => tools.close());

const LOOP = `
def f(n):
    total = 0
    for i in range(n):
        total += i
    return total
print(f(100))
`;

/** Steps through whatever loop was recorded whole. */
const steps: Plan = {
  recorded(t, records, end) {
    if (end === CoreConst.RECORD_LOOP) t.stepTrace(records);
  },
};

/** A trace that leaves where it begins. */
function leaveAtOnce(t: Tools): number {
  const pc = t.word(VM.pc);
  const { trace, start } = t.makeTrace((code) => {
    code.count(rounds);
    code.leave(pc);
  });
  t.enter(trace, start);
  return trace;
}

describe("hot counters", () => {
  test("report a loop with the state at its head, and start anew", () => {
    const seen: string[] = [];
    tools.run(LOOP, {
      hot(t) {
        expect(t.word(VM.hot_kind)).toBe(CoreConst.HOT_LOOP);
        seen.push(`${t.opAt(t.word(VM.hot_pc))} ${t.opAt(t.word(VM.pc))}`);
      },
    });
    expect(tools.output).toBe("4950\n");
    // Set at the first execution, run out at the fifth, then at every fourth.
    expect(seen).toEqual(new Array(24).fill("JUMP_BACK FOR_ITER_RANGE"));
  });

  test("report at once when they are to start from 0", () => {
    let reports = 0;
    tools.run(LOOP, { hot: () => void reports++ }, 0);
    expect(reports).toBe(100);
  });

  test("report a function behind its RESUME", () => {
    const seen: string[] = [];
    tools.run(
      "def g(x): return x\nfor i in range(8): g(i)",
      {
        hot(t) {
          expect(t.word(VM.hot_kind)).toBe(CoreConst.HOT_ENTRY);
          seen.push(`${t.opAt(t.word(VM.hot_pc))} ${t.word(VM.pc) - t.word(VM.hot_pc)}`);
        },
      },
      1000,
      3,
    );
    expect(seen).toEqual(["RESUME 16"]);
  });
});

describe("recordings", () => {
  test("of a loop have its instructions with what was in their registers", () => {
    let ops: string[] = [];
    tools.run(LOOP, {
      recorded(_t, records, end) {
        expect(end).toBe(CoreConst.RECORD_LOOP);
        ops = records.map((r) => r.op);
        const add = records.find((r) => r.op === "ADD_INT");
        expect(add?.types).toEqual([0, 0, 0]);
        expect(records[0]?.types[1]).toBe(CoreConst.TYPE_RANGE_ITERATOR);
      },
    });
    expect(ops).toEqual(["FOR_ITER_RANGE", "ADD_INT", "JUMP_BACK"]);
  });

  test("follow calls, returns and generators", () => {
    let depths = "";
    const source = `
def add(a, b): return a + b
def squares(n):
    for i in range(n): yield i * i
def f(n):
    total = 0
    for x in squares(n):
        total = add(total, x)
    return total
print(f(50))
`;
    tools.run(source, {
      recorded(_t, records, end) {
        if (end === CoreConst.RECORD_LOOP && depths === "") depths = records.map((r) => r.depth).join("");
      },
    });
    expect(tools.output).toBe("40425\n");
    expect(depths).toMatch(/^[0-9-]+$/);
    expect(depths).toContain("1");
  });

  test("of a class's instances have shapes", () => {
    let shape = 0;
    tools.run("class C: pass\nc = C()\nc.n = 0\nfor i in range(20): c.n += 1\nprint(c.n)", {
      recorded(t, records) {
        const get = records.find((r) => r.op === "GETATTR_SLOT");
        shape = get?.shapes[1] ?? 0;
        expect(t.word(shape + Layout.PyShape.cls)).toBe(get?.types[1]);
      },
    });
    expect(shape).not.toBe(0);
  });

  const endOf = (source: string, flags = 0, inner = 0, entry = 1_000_000): number[] => {
    tools.flags = flags;
    tools.inner = inner;
    tools.run(source, {}, entry === 1_000_000 ? 3 : 1_000_000, entry);
    return [...new Set(tools.ends)];
  };
  test("end at inner loops, or after some rounds of them", () => {
    const nested = "def f():\n  for i in range(9):\n    for j in range(2):\n      pass\nf()";
    expect(endOf(nested)).toContain(CoreConst.RECORD_INNER);
    tools.ends.length = 0;
    expect(endOf(nested.replaceAll("f()", "g()"), 0, 2)).toContain(CoreConst.RECORD_LOOP);
  });
  test("end when the function returns", () => {
    expect(endOf("def g(x): return x\nfor i in range(8): g(i)", 0, 0, 3)).toEqual([CoreConst.RECORD_LEFT]);
  });
  test("end when there is no more room", () => {
    expect(
      endOf(`def g(x):\n${"  x = x + 1\n".repeat(MOST_RECORDS + 1)}  return x\nfor i in range(8): g(i)`, 0, 0, 3),
    ).toEqual([CoreConst.RECORD_LIMIT]);
  });
  test("end where TypeScript calls Python, not where it is called", () => {
    expect(endOf("for i in range(8): sorted([2, 1])")).toEqual([CoreConst.RECORD_LOOP]);
    tools.ends.length = 0;
    expect(endOf("def k(x): return -x\nfor i in range(8): format(i), sorted([2, 1], key=k)")).not.toEqual([]);
  });
  test("end at finalisers", () => {
    expect(endOf("class D:\n  def __del__(self): pass\nfor i in range(8): D()")).toEqual([CoreConst.RECORD_HOST]);
  });
  test("skip calls of the recorded function itself", () => {
    const fib = "def fib(n):\n  return n if n < 2 else fib(n - 1) + fib(n - 2)\nprint(fib(10))";
    let best = "";
    tools.flags = CoreConst.RECORD_SKIP_RECURSION;
    tools.run(
      fib,
      {
        recorded(_t, records, end) {
          expect(end).toBe(CoreConst.RECORD_LEFT);
          const text = records.map((r) => `${r.op}${r.flags & CoreConst.RECORDED_SKIPPED ? "!" : ""}`).join(" ");
          if (text.length > best.length) best = text;
        },
      },
      1000,
      20,
    );
    expect(tools.output).toBe("55\n");
    expect(best.match(/RESUME!/g)?.length).toBe(2);
  });
});

describe("a trace", () => {
  test("is entered from JUMP_BACK and leaves into the interpreter", () => {
    let made = 0;
    const back: number[] = [];
    expect(
      tools.run(LOOP, {
        hot(t) {
          made++;
          back.push(t.word(VM.hot_pc));
          leaveAtOnce(t);
          expect(t.opAt(t.word(VM.hot_pc))).toBe("JUMP_BACK_TRACE");
        },
      }),
    ).toBe("4950\n");
    expect(made).toBe(1);
    expect(tools.word(rounds)).toBe(95);
  });

  test("is entered from RESUME", () => {
    tools.run(
      "def g(x): return x + 1\nt = 0\nfor i in range(20): t = g(t)\nprint(t)",
      { hot: (t) => void leaveAtOnce(t) },
      1000,
      3,
    );
    expect(tools.output).toBe("20\n");
    expect(tools.word(rounds)).toBe(15);
  });

  test("steps instructions and lands behind them", () => {
    expect(tools.run(LOOP, steps)).toBe("4950\n");
    expect(tools.word(rounds)).toBeGreaterThan(90);
  });

  const stepped: Record<string, [source: string, output: string]> = {
    "calls of TypeScript": ["def f():\n  for i in range(50):\n    x = oct(i)\n  return x\nprint(f())", "0o61\n"],
    "calls of Python functions": [
      "def g(x): return x * 2\ndef f():\n  t = 0\n  for i in range(50):\n    t += g(i)\n  return t\nprint(f())",
      "2450\n",
    ],
    generators: [
      "def g():\n  for i in range(50): yield i\ndef f():\n  t = 0\n  for i in g():\n    t += i\n  return t\nprint(f())",
      "1225\n",
    ],
    "attributes and methods": [
      "class C:\n  def __init__(self): self.n = 0\n  def up(self, k): self.n += k\ndef f():\n  c = C()\n  for i in range(50):\n    c.up(i)\n  return c.n\nprint(f())",
      "1225\n",
    ],
    "objects that are made and die": [
      "def f():\n  s = ''\n  for i in range(50):\n    s = str(i) + 'x'\n  return s\nprint(f())",
      "49x\n",
    ],
  };
  for (const [what, [source, output]] of Object.entries(stepped))
    test(`steps ${what}`, () => {
      expect(tools.run(source, steps)).toBe(output);
      expect(tools.word(rounds)).toBeGreaterThan(30);
    });

  test("is left by a step that raises, is caught in the loop, or finds another branch", () => {
    const source = `
def f():
    caught = odd = 0
    for i in range(100):
        try:
            if i % 10 == 9: [][i]
            if i & 1: odd += 1
        except IndexError:
            caught += 1
    return caught, odd
print(f())
def g():
    for i in range(100): 1 // (60 - i)
try: g()
except ZeroDivisionError as e: print(e, e.__traceback__.tb_next.tb_lineno)
`;
    expect(tools.run(source, steps)).toBe("(10, 40)\ndivision by zero 13\n");
    expect(tools.word(rounds)).toBeGreaterThan(60);
  });

  test("is left by a finaliser, which runs where it should", () => {
    const source = `
log = []
class D:
    def __init__(self, i): self.i = i
    def __del__(self): log.append(self.i)
def f():
    for i in range(20):
        log.append("a")
        if i == 10: D(i)
        log.append("b")
f()
print("".join(map(str, log[18:26])))
`;
    expect(tools.run(source, steps)).toBe("aba10baba\n");
    expect(tools.word(rounds)).toBeGreaterThan(10);
  });

  test("reports an exit whose counter has run out", () => {
    const counter = CoreConst.EXIT_COUNTERS_BASE + 4 * 7;
    const exits: string[] = [];
    tools.run(LOOP, {
      hot(t) {
        const pc = t.word(VM.pc);
        if (t.word(VM.hot_kind) === CoreConst.HOT_EXIT) {
          exits.push(`${t.word(VM.hot_exit)} ${t.opAt(pc)}`);
          t.set(counter, 0xffffffff);
          return;
        }
        t.set(counter, 5);
        const { trace, start } = t.makeTrace((code) => {
          code.countExit(counter, () => {
            code.store(VM.hot_exit, 7);
            code.go("trace_exit_hot", pc);
          });
          code.leave(pc);
        });
        t.enter(trace, start);
      },
    });
    expect(tools.output).toBe("4950\n");
    expect(exits).toEqual(["7 FOR_ITER_RANGE"]);
    expect(tools.word(leaves)).toBe(94);
  });

  test("goes to the handler of what a function that it called has raised", () => {
    const counter = CoreConst.EXIT_COUNTERS_BASE + 4 * 3;
    let made = false;
    const source = `
def f():
    n = 0
    for i in range(20):
        try:
            n += 1
        except KeyError: n += 1000
    return n
print(f())
`;
    tools.run(source, {
      recorded(t, records) {
        const first = records[0];
        const add = records.find((r) => r.op.startsWith("ADD_INT"));
        if (made || !first || !add) return;
        made = true;
        // The exception, and the reference that the trace gives away.
        const exception = t.machine.ctx.exceptionOf(raise("KeyError", "x"));
        t.machine.heap.incref(exception);
        t.set(counter, 2);
        const { trace, start } = t.makeTrace((code) => {
          code.countExit(counter, () => {
            code.store(VM.exception, exception);
            code.go("trace_unwind", add.pc);
          });
          code.leave(first.pc);
        });
        t.enter(trace, start);
      },
    });
    expect(tools.output).toBe("1020\n"); // before the round that would have been the next
  });
});

describe("a watcher kills a trace", () => {
  const source = (change: string) => `
def g(x, y=1): return x
class C: attr = 1
def f(n):
    for i in range(n): pass
f(50)
${change}
f(50)
print("done")
`;
  const killed = (change: string, watch: (t: Tools, trace: number, globals: Ref) => number): boolean => {
    let trace = 0;
    const before = tools.word(VM.traces_died);
    tools.run(source(change), {
      hot(t) {
        if (trace !== 0) return;
        trace = leaveAtOnce(t);
        const fn = t.word(t.word(VM.fp) - 32);
        expect(watch(t, trace, t.word(fn + Layout.PyFunction.globals))).toBe(1);
      },
    });
    expect(tools.output).toBe("done\n");
    const isDead = tools.isDead(trace);
    if (!isDead) core().traceKill(trace); // the rest of the test makes others
    expect(tools.word(VM.traces_died)).toBe(before + 1);
    return isDead;
  };
  const core = () => tools.machine.heap.core;
  const named = (dict: Ref, name: string) => tools.machine.heap.peekName(dict, name) as Ref;
  const cell = (dict: Ref, name: string) => core().dictCell(dict, tools.machine.heap.intern(name), 0);

  const onCell = (t: Tools, trace: number, globals: Ref) => {
    expect(t).toBe(tools);
    return core().watchCell(globals, cell(globals, "g"), trace);
  };
  test("when a global gets another value", () => {
    expect(killed("g = 2", onCell)).toBe(true);
    expect(killed("globals()['g'] = 2", onCell)).toBe(true);
    expect(killed("exec('g = 2')", onCell)).toBe(true);
    expect(killed("del g", onCell)).toBe(true);
    expect(killed("def s():\n  global g, z\n  for i in range(9): z = i\n  g = 1\nz = 0\ns()", onCell)).toBe(true);
    expect(killed("h = 2; C = 3", onCell)).toBe(false);
  });
  const onKeys = (_t: Tools, trace: number, globals: Ref) => core().watch(CoreConst.WATCH_KEYS, globals, trace);
  test("when a global hides a builtin", () => {
    expect(killed("len = 1", onKeys)).toBe(true);
    expect(killed("g = 1", onKeys)).toBe(false);
  });
  const onType = (kind: number) => (_t: Tools, trace: number, globals: Ref) =>
    core().watch(kind, named(globals, "C"), trace);
  test("when a class changes or dies", () => {
    expect(killed("C.method = g", onType(CoreConst.WATCH_TYPE))).toBe(true);
    expect(killed("C.method = g", onType(CoreConst.WATCH_TYPE_LIFE))).toBe(false);
    expect(killed("del C\nimport gc; gc.collect()", onType(CoreConst.WATCH_TYPE_LIFE))).toBe(true);
    expect(killed("object.__setattr__; g.x = 1", onType(CoreConst.WATCH_TYPE))).toBe(false);
  });
  test("when a class attribute that is a plain value gets another", () => {
    const onAttr = (_t: Tools, trace: number, globals: Ref) => {
      const dict = tools.word(named(globals, "C") + Layout.PyType.dict);
      return core().watchCell(dict, cell(dict, "attr"), trace);
    };
    expect(killed("C.attr = 2", onAttr)).toBe(true);
    expect(killed("C.other = 2", onAttr)).toBe(false);
  });
  const onFunction = (_t: Tools, trace: number, globals: Ref) =>
    core().watch(CoreConst.WATCH_FUNCTION, named(globals, "g"), trace);
  test("when a function changes or dies", () => {
    expect(killed("g.__defaults__ = (2,)", onFunction)).toBe(true);
    expect(killed("g.__code__ = (lambda x, y=2: y).__code__", onFunction)).toBe(true);
    expect(killed("del g", onFunction)).toBe(true);
    expect(killed("(lambda: 1).__defaults__ = ()", onFunction)).toBe(false);
  });
  test("when the code of its entry dies", () => {
    const onCode = (t: Tools, trace: number) => core().watch(CoreConst.WATCH_CODE, t.word(t.word(VM.fp) - 12), trace);
    expect(killed("del f\nf = abs", onCode)).toBe(true);
  });
  test("when a trace that it jumps to dies", () => {
    let other = 0;
    const onOther = (t: Tools, trace: number, globals: Ref) => {
      other = t.makeTrace((code) => code.leave(0)).trace;
      onCell(t, other, globals);
      return core().watch(CoreConst.WATCH_TRACE, other, trace);
    };
    let trace = 0;
    tools.run(source("g = 2"), {
      hot(t) {
        if (trace !== 0) return;
        trace = leaveAtOnce(t);
        onOther(t, trace, t.word(t.word(t.word(VM.fp) - 32) + Layout.PyFunction.globals));
      },
    });
    expect([tools.isDead(other), tools.isDead(trace), tools.word(VM.traces_died)]).toEqual([true, true, 2]);
  });
  test("and nobody may watch a cell that a trace writes", () => {
    let answers: number[] = [];
    tools.run(source(""), {
      hot(t) {
        if (answers.length > 0) return;
        const globals = t.word(t.word(t.word(VM.fp) - 32) + Layout.PyFunction.globals);
        const [first, second] = [leaveAtOnce(t), t.makeTrace((code) => code.leave(0)).trace];
        const g = cell(globals, "g");
        answers = [
          core().watchCell(globals, g, first),
          core().watch(CoreConst.WATCH_CELL_WRITTEN, g, second),
          core().watchCell(globals, g, second),
        ];
        expect(t.isDead(first)).toBe(true);
      },
    });
    expect(answers).toEqual([1, 1, 0]);
  });
  test("that is stepping: it is not landed in", () => {
    const program =
      "def g(x): return x\ndef f(n):\n  for i in range(n):\n    if i == 30: globals().__setitem__('g', 1)\nf(60)\nprint('done')";
    let trace = 0;
    tools.run(program, {
      recorded(t, records, end) {
        if (end !== CoreConst.RECORD_LOOP || trace !== 0) return;
        trace = t.stepTrace(records);
        const globals = t.word(t.word((records[0]?.fp ?? 0) - 32) + Layout.PyFunction.globals);
        core().watchCell(globals, cell(globals, "g"), trace);
      },
    });
    expect(tools.output).toBe("done\n");
    expect(tools.isDead(trace)).toBe(true);
  });
});

describe("a return into a trace", () => {
  /** Turns the frame of the function that is hot into one that a trace called; its continuation counts and leaves. */
  const call = (kill: boolean): Plan => ({
    hot(t) {
      const fp = t.word(VM.fp);
      const back = t.word(fp - 24) + 24;
      const { trace, marks } = t.makeTrace((code) => {
        code.mark("on");
        code.count(rounds);
        code.storeReturned(t.machine.heap.readU16(back - 24 + 2));
        code.leave(back);
      });
      const mode = t.word(fp - 4);
      if ((mode & 255) !== CoreConst.RET_CALL) return;
      t.set(fp - 4, ((mode & ~255) | CoreConst.RET_TRACE) >>> 0);
      t.set(fp - 8, t.continuation(trace, marks.get("on") ?? 0));
      if (kill) t.machine.heap.core.traceKill(trace);
    },
  });
  const source = `
def g(x):
    if x == 7: raise KeyError(x)
    y = [x]
    return y[0] + 1
def one(x): return x
def f():
    t = 0
    for i in range(12):
        try: t += g(i)
        except KeyError as e: t += 1000
        t += one(i)
    return t
print(f())
import gc; gc.collect()
`;
  test("goes on there with the value in a register; exceptions pass", () => {
    expect(tools.run(source, call(false), 1_000_000, 0)).toBe("1136\n");
    expect(tools.word(rounds)).toBeGreaterThan(15);
  });
  test("goes on in the interpreter if the trace has died", () => {
    expect(tools.run(source, call(true), 1_000_000, 0)).toBe("1136\n");
    expect(tools.word(rounds)).toBe(0);
  });
  test("is taken back before the continuation's number is used again", () => {
    const plan = call(false);
    tools.run(
      source,
      {
        hot(t) {
          plan.hot?.(t);
          t.machine.heap.core.forgetContinuations(1, 1000);
          expect(t.word(t.word(VM.fp) - 4) & 255).not.toBe(CoreConst.RET_TRACE);
        },
      },
      1_000_000,
      0,
    );
    expect(tools.output).toBe("1136\n");
    expect(tools.word(rounds)).toBe(0);
  });
});

test("without a tier nothing is reported and nothing costs", () => {
  tools.runtime.runMain("for i in range(100000): pass", "test.py");
  expect(tools.word(VM.jit_enabled)).toBe(0);
  expect(tools.ends).toEqual([]);
});
