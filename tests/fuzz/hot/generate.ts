// A random program with hot loops for a seed: always the same one. What it prints is a function of the seed alone, and everything a trace may get
// wrong is printed: results, the log of what happened in which order, exceptions with the lines they passed, deaths of objects.
import { Random } from "../random.ts";
import { ALIAS_HEADER } from "./aliases.ts";
import { formHeader } from "./forms.ts";
import { HOOK_HEADER } from "./hooks.ts";
import { ITERATOR_HEADER } from "./iterators.ts";
import { Names } from "./names.ts";
import { HotStatements } from "./statements.ts";
import { Values } from "./values.ts";

const HEADER = `import gc, math, sys
nan, inf = float('nan'), float('inf')
log = []
watched = None
show = print
def number(v):
    if isinstance(v, int): return v
    if isinstance(v, float): return int(v) % 1000 if v - v == 0 else 5
    return 1
def clip(v):
    return v if -(1 << 60) < v < 1 << 60 else v % 1000003
def at(items, index):
    if not items: return 0
    return number(items[index % len(items)])
def raising(v):
    if v == 1: raise ValueError(v)
    if v == 3: raise Oops('three')
    return v
def adder(n):
    def add(m): return n + m
    return add
def counting(n):
    for q in range(n): yield q
def line(): return sys._getframe(1).f_lineno
def lines_of(e):
    tb, lines = e.__traceback__, []
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == line.__code__.co_filename: lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return lines[-6:], min(len(lines), 200)
def describe(e):
    return type(e).__name__, str(e), lines_of(e), e.__context__ and type(e.__context__).__name__
class Oops(Exception): pass
class Counting:
    def __init__(self, n): self.n, self.at = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.at >= self.n: raise StopIteration
        self.at += 1
        return self.at - 1
class Manager:
    def __init__(self, n): self.n = n
    def __enter__(self): return self.n
    def __exit__(self, kind, value, tb):
        log.append(('exit', kind and kind.__name__))
        return self.n == 1
class Dying:
    def __init__(self, v): self.v = v
    def get(self): return self.v
    def __repr__(self): return 'dying'
    def __del__(self):
        if self.v % 5 == 0: log.append(('dies', self.v))
class Thing:
    kind = 3
    def __init__(self, v): self.v = v
    @classmethod
    def made(cls, v): return cls(v)
    def get(self): return self.v
    def bump(self, by):
        self.v = clip(number(self.v) + by)
        return self.v
    def twice(self): return self.get() * 2 if type(self.v) is int else self.v
    def scaled(self, k): return number(self.v) * k
    @property
    def double(self): return number(self.v) * 2
    @double.setter
    def double(self, v): self.v = number(v) // 2
    def __add__(self, other): return type(self)(number(self.v) % 1000 + number(getattr(other, 'v', other)) % 1000)
    def __eq__(self, other): return isinstance(other, Thing) and self.v == other.v
    def __lt__(self, other): return number(self.v) < number(getattr(other, 'v', 0))
    def __hash__(self): return 3
    def __repr__(self): return f'{type(self).__name__}({self.v!r})'
    def __getattr__(self, name):
        if name == 'w': return 11
        raise AttributeError(name)
class Other(Thing):
    kind = 'other'
    def get(self): return (self.v, 'o')
    def twice(self): return number(super().get()[0] if False else self.v)`;

/** One more class, with random parts. */
function classLines(random: Random, name: string): string {
  const base = random.pick(["Thing", "Thing", "Other", ""]);
  const slots = random.chance(0.3) ? `    __slots__ = (${base === "" ? "'v', 'w', 'pad'" : "'pad', 'pod'"})\n` : "";
  const own = base === "" || random.chance(0.4);
  return [
    `class ${name}${base === "" ? "" : `(${base})`}:`,
    slots.trimEnd(),
    `    kind = ${random.pick(["1", "'k'", "2.5", "2**50", "None"])}`,
    "    shared = 0",
    own
      ? random.pick([
          "    def __init__(self, v):\n        self.v = v\n        self.w = 1",
          "    def __init__(self, v, w=2):\n        self.w = w\n        self.v = v",
          "    def __init__(self, v):\n        self.v = number(v)\n        if self.v > 3: self.w = self.v\n        else: self.w = 0.5",
        ])
      : "",
    base === ""
      ? "    @classmethod\n    def made(cls, v): return cls(v)\n    def bump(self, by):\n        self.v = number(self.v) + by & 0xffff\n        return self.w\n    def twice(self): return self.bump(1) + self.bump(2)\n    def scaled(self, k): return k\n    double = 4\n    def __add__(self, other): return self\n    def __eq__(self, other): return NotImplemented\n    def __lt__(self, other): return True\n    __hash__ = object.__hash__\n    def __repr__(self): return 'plain'".replace(
          "double = 4",
          slots === "" ? "double = 4" : "pass",
        )
      : "",
    base === "" || random.chance(0.5)
      ? random.pick([
          "    def get(self): return self.v",
          "    def get(self): return number(self.v) + self.kind if type(self.kind) is int else self.kind",
          "    def get(self):\n        try: return self.w\n        except AttributeError: return -1",
          "    @staticmethod\n    def get(): return 4",
        ])
      : "",
    random.chance(0.2) ? "    def __bool__(self): return number(self.v) % 2 == 0" : "",
    random.chance(0.2) ? "    def __radd__(self, other): return other" : "",
    random.chance(0.15) ? "    def __del__(self):\n        if number(self.v) % 7 == 1: log.append('dead')" : "",
    random.chance(0.15) ? "    def __len__(self): return number(self.v) % 4" : "",
    random.chance(0.15) ? "    def __getattribute__(self, name): return object.__getattribute__(self, name)" : "",
    random.chance(0.15) ? "    def __setattr__(self, name, value): object.__setattr__(self, name, value)" : "",
    random.chance(0.2) ? "    def __iadd__(self, other):\n        self.v = 1\n        return self" : "",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

export function generateHot(seed: number): string {
  const random = new Random(seed);
  const values = new Values(random);
  const statements = new HotStatements(random, values);
  const { lines } = statements;
  for (const header of [HEADER, ITERATOR_HEADER, ALIAS_HEADER, HOOK_HEADER]) lines.push(...header.split("\n"));
  if (statements.formShare > 0) lines.push(...formHeader(random));
  values.constructors.push("Thing", "Thing", "Other");
  statements.classes.push("Thing", "Other");
  for (let i = random.below(3); i > 0; i--) {
    const name = `Class${i}`;
    lines.push(...classLines(random, name).split("\n"));
    values.constructors.push(name);
    statements.classes.push(name);
  }
  for (let i = random.below(3); i > 0; i--) {
    const name = `g${i}_`;
    statements.globals.push(name);
    lines.push(
      `${name} = ${random.pick(["0", "1.5", "2**47 - 5", "'s'", "None"])}`,
      `def set_${name}(v):`,
      `    global ${name}`,
      `    ${name} = v`,
      `def add_${name}(v):`,
      `    global ${name}`,
      `    ${name} = number(${name}) + v`,
      `def del_${name}():`,
      `    global ${name}`,
      `    del ${name}`,
      `    ${name} = ${random.pick(["1", "0.5"])}`,
    );
  }
  for (let i = random.below(2); i > 0; i--) generator(statements, values, random, `gen${i}`);
  for (let i = 1 + random.below(2); i > 0; i--) helper(statements, values, random, `help${i}`);
  const runs: string[] = [];
  for (let i = random.chance(0.3) ? 2 : 1; i > 0; i--) runs.push(...hotFunction(statements, values, random, `hot${i}`));
  lines.push(
    "def attempt(f, *args):",
    "    try: show(f(*args))",
    "    except Exception as e: show(describe(e))",
    "    entries = log[:]",
    "    log.clear()",
    "    show(len(entries), *entries[:700], *entries[700:][-100:])",
    ...runs.map((run) => `attempt(${run})`),
  );
  if (random.chance(0.25)) {
    const names = new Names();
    names.isModule = true;
    statements.locals(names, 3);
    statements.several(names, 2);
    lines.push("show(len(log), *log[:300])");
    lines.push(
      `show(${names
        .all()
        .filter((each) => !names.of("fn").includes(each))
        .join(", ")})`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** A small function that hot loops call. */
function helper(statements: HotStatements, values: Values, random: Random, name: string): void {
  const arity = 1 + random.below(3);
  const parameters = ["a", "b", "c"].slice(0, arity);
  const names = new Names();
  for (const parameter of parameters) names.add("num", parameter);
  names.rounds = 200;
  names.counters.push("m");
  const declared = parameters.map((p, i) =>
    i > 0 && random.chance(0.3) ? `${p}=${random.below(5)}` : i > 0 && random.chance(0.1) ? `${p}=None` : p,
  );
  const valid = declared
    .map((p, i) => (i > 0 && declared.slice(0, i).some((q) => q.includes("=")) && !p.includes("=") ? `${p}=1` : p))
    .map((p) => p.replace("=None", "=6"));
  statements.block(`def ${name}(${valid.join(", ")}):`, () => {
    statements.emit("m = number(a) & 15");
    const shape = random.below(6);
    if (shape === 0) {
      // Recursion over a shrinking argument.
      statements.emit(`if m <= 1: return ${values.of("int", names, 1)}`);
      const rest = parameters.slice(1).map((p) => random.pick([p, "m", "1", "2.5"]));
      statements.emit(
        `return (number(${name}(${["m - 1", ...rest].join(", ")})) + number(${name}(${["m >> 1", ...rest].join(", ")}))) % 1000003`,
      );
    } else if (shape === 1) {
      statements.locals(names, 2);
      statements.block("def inner(q):", () =>
        statements.emit("nonlocal m", "m += q", `return m ${random.pick(["+", "*", "-"])} q`),
      );
      statements.emit(`return ${values.bounded("inner(2) + inner(3) + m")}`);
    } else {
      statements.locals(names, 2);
      statements.several(names, 1 + random.below(3));
      if (random.chance(0.3))
        statements.emit(`if ${values.of("bool", names, 1)}: return ${values.of("any", names, 1)}`);
      statements.emit(`return ${values.of(random.pick(["int", "int", "num", "any"] as const), names, 2)}`);
    }
  });
  if (name !== "help0") values.functions.push({ name, arity });
}

function generator(statements: HotStatements, values: Values, random: Random, name: string): void {
  const names = new Names();
  names.isGenerator = true;
  names.rounds = 100;
  names.counters.push("n");
  statements.block(`def ${name}(n):`, () => {
    statements.locals(names, 3);
    names.loops = 1;
    const body = (): void => {
      statements.several(names, 1 + random.below(2));
      statements.emit(
        random.pick([
          `yield ${values.of("num", names, 1)}`,
          `yield ${values.of("int", names, 1)}`,
          `if n & 1: yield ${values.of("int", names, 0)}`,
          "yield from counting(n % 3)",
          `yield (yield n)`,
        ]),
      );
      if (random.chance(0.2)) statements.emit(`if ${values.of("bool", names, 1)}: return`);
    };
    const loop = (): void =>
      statements.block(random.pick(["while n > 0:", "for k in range(n):"]), () => {
        statements.emit("n -= 1");
        body();
      });
    if (random.chance(0.3)) {
      statements.block("try:", loop);
      statements.block("finally:", () => statements.emit(`log.append(('closed', n))`));
    } else loop();
  });
  statements.generators.push(name);
}

/** A function with hot loops; answers the calls of it that the program makes. */
function hotFunction(statements: HotStatements, values: Values, random: Random, name: string): string[] {
  const names = new Names();
  names.add("int", "i");
  names.add("num", "x");
  statements.block(`def ${name}(i, x):`, () => {
    if (random.chance(0.25)) statements.emit("global watched");
    statements.locals(names);
    if (random.chance(0.2)) {
      statements.emit("cell = 0");
      statements.block("def counted(q):", () => statements.emit("nonlocal cell", "cell += q", "return cell"));
      values.functions.push({ name: "counted", arity: 1 });
    }
    statements.loop(names);
    statements.several(names, random.below(3));
    if (values.functions.at(-1)?.name === "counted") values.functions.pop();
    statements.emit(
      `return ${names
        .all()
        .filter((each) => !names.of("fn").includes(each))
        .join(", ")}`,
    );
  });
  const first = random.pick(["1", "2**31 - 2", "2**47 - 9", "-2**47 + 3", "7"]);
  const calls = [`${name}, ${first}, ${random.pick(["1", "0.5", "2**50"])}`];
  if (random.chance(0.6))
    calls.push(
      `${name}, ${random.pick(["3", "2**62", "-5", "True"])}, ${random.pick(["2", "-0.0", "nan", "2.5", "2**64"])}`,
    );
  return calls;
}
