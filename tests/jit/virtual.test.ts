// Loops whose objects nobody else sees make none, and count no reference.
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import type { Node } from "../../src/jit/ir.ts";
import { Jit } from "../../src/jit/jit.ts";
import type { JitOptions } from "../../src/jit/options.ts";
import { hottestPolicy } from "../../src/jit/policy.ts";
import { createRuntime } from "../../src/runtime.ts";

/** Nodes of the first loop's trace that every round runs. */
function loopOf(source: string): { ops: string[]; output: string } {
  let output = "";
  const runtime = createRuntime({
    config: { ...readConfig({}), jit: "off" },
    write: (_, text) => {
      output += text;
    },
  });
  let loop: readonly Node[] | undefined;
  const options: JitOptions = {
    policy: hottestPolicy,
    strict: true,
    onEvent({ ir }) {
      if (ir !== undefined && ir.loopStart >= 0) loop ??= ir.code.slice(ir.loopStart);
    },
  };
  const jit = new Jit(runtime.machine, options, performance.now());
  runtime.machine.startTier(jit, hottestPolicy.hotLoop, hottestPolicy.hotEntry);
  try {
    runtime.runMain(source, "program.py");
  } finally {
    runtime.close();
  }
  if (loop === undefined) throw new Error("no loop was compiled");
  return { ops: loop.map(({ op }) => op), output };
}

const MAKES = /^(allocate|call.*|step|.*incref.*|.*decref.*)$/;

const CLASS = `
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)
`;

describe("no object is made by a loop over", () => {
  const programs: Record<string, [string, string]> = {
    "tuples with a class of their own, and instances that a __new__ in Python makes": [
      `
class Pair(tuple):
    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))
class Made:
    def __new__(cls, value):
        self = super().__new__(cls)
        self.value = value
        return self
def f(n):
    last, s = Pair(0, 0), 0
    for i in range(n):
        now = Pair(y=last[0] + 1, x=i)
        x, y = now
        s += x * y + now[0] + len(last) + Made(i).value
        last = now
    return s
print(f(100))
`,
      "338450\n",
    ],
    "named arguments that a wrapper passes on and counts": [
      `
def counted(f):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return f(*args, **kwargs)
    wrapper.calls = 0
    return wrapper
@counted
def scaled(x, by=1, *, plus=0):
    return x * by + plus
def f(n):
    s = 0
    options = {"plus": 2}
    for i in range(n):
        s += scaled(i, plus=1) + scaled(x=i, by=2) + scaled(i, **options) + scaled(*(i, 3), plus=i)
    return s, scaled.calls
print(f(100))
`,
      "(39900, 400)\n",
    ],
    "points that operators make": [
      `
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y)
    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)
    def __mul__(self, k):
        return Vec(k * self.x, k * self.y)
    __rmul__ = __mul__
    def __getitem__(self, i):
        return self.y if i else self.x
    def __ne__(self, o):
        return self.x != o.x
    @property
    def half(self):
        return self.x // 2
    def dot(self, o):
        return self.x * o.x + self.y * o.y
def f(n):
    a, b, s = Vec(1, 2), Vec(3, 5), 0
    for i in range(n):
        c = 2 * (a - b) * 2
        c += a
        s += c[1] - c.half
        if c != a:
            s -= 2
        s += c.dot(a)
    return s
print(f(100))`,
      "-3500\n",
    ],
    "a point that is replaced by the next one": [
      `${CLASS}
def f(n):
    p = Point(0, 0)
    d = Point(1, 2)
    for i in range(n):
        p = p.plus(d)
    return p.x, p.y
print(f(100))`,
      "(100, 200)\n",
    ],
    "tuples that are swapped and kept in pairs": [
      `
def f(n):
    a, b = 0, 1
    t = (0, 1)
    for i in range(n):
        a, b = b, (a + b) % 1000
        t = (t[1] + 1, a)
    return a, b, t
print(f(100))`,
      "(75, 101, (27, 75))\n",
    ],
    "a function that returns two values": [
      `
def pair(a, b):
    return a + b, a - b
def f(n):
    s = 0
    for i in range(n):
        p, q = pair(i, 3)
        s += p * q
    return s
print(f(100))`,
      "327450\n",
    ],
    divmod: [
      `
def f(n):
    s = 0
    for i in range(n):
        q, r = divmod(i, 7)
        s += q * 10 + r
    return s
print(f(100))`,
      "6945\n",
    ],
    "a variable that only its cell holds": [
      `
def f(n):
    s = 0
    def apply(k):
        m = k + 1
        if k < 0:
            return lambda: m
        m += 1
        return m
    for i in range(n):
        s += apply(i)
    return s
print(f(100))`,
      "5150\n",
    ],
  };
  for (const [name, [source, expected]] of Object.entries(programs))
    test(name, () => {
      const { ops, output } = loopOf(source);
      expect(output).toBe(expected);
      expect(ops.filter((op) => MAKES.test(op))).toEqual([]);
    });
});

test("an object that escapes is made in the trace, from the free list", () => {
  const { ops, output } = loopOf(`
def f(n):
    xs = []
    for i in range(n):
        xs.append((i, i + 1))
    return len(xs), xs[-1]
print(f(100))`);
  expect(output).toBe("(100, (99, 100))\n");
  expect(ops.filter((op) => op === "allocate")).toHaveLength(1);
  expect(ops.filter((op) => op === "step")).toEqual([]);
});

test("bytes are read and written without calls and counts", () => {
  const { ops, output } = loopOf(
    "def f(n):\n    flags, text, s = bytearray(8), b'abc', 0\n    for i in range(n):\n        flags[i & 7] = flags[-1] & 15\n        s += text[i % 3]\n    return s\nprint(f(300))",
  );
  expect(output).toBe("29400\n");
  expect(ops.filter((op) => MAKES.test(op))).toEqual([]);
});
