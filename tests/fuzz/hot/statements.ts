// Statements of functions with hot loops. Loops end by their own count: `rounds` bounds how often the innermost body runs.
import type { Random } from "../random.ts";
import { aliasStatement } from "./aliases.ts";
import { formStatement } from "./forms.ts";
import { hookStatement } from "./hooks.ts";
import { iteratorStatement, pipeline } from "./iterators.ts";
import type { Kind, Names } from "./names.ts";
import type { Values } from "./values.ts";

const MOST_ROUNDS = 300;
const STORED: readonly Kind[] = [
  "int",
  "int",
  "int",
  "float",
  "num",
  "str",
  "list",
  "dict",
  "sdict",
  "set",
  "tuple",
  "mixed",
  "obj",
  "bool",
  "fn",
];
const ERRORS = ["ValueError", "KeyError", "Oops", "IndexError", "TypeError", "ZeroDivisionError"];

export class HotStatements {
  readonly lines: string[] = [];
  private readonly random: Random;
  private readonly values: Values;
  /** Module variables, and expressions that make generators. */
  readonly globals: string[] = [];
  readonly generators: string[] = [];
  readonly classes: string[] = [];
  private indent = 0;
  private nextName = 0;
  /** How many of the statements reach one thing under several names. */
  private readonly aliasShare: number;
  /** How many run code of the program where none is seen. */
  private readonly hookShare: number;
  /** How many use the forms of forms.ts, which have a header of their own. */
  readonly formShare: number;

  constructor(random: Random, values: Values) {
    this.random = random;
    this.values = values;
    this.aliasShare = random.pick([0, 0.08, 0.4]);
    this.hookShare = random.pick([0, 0.1, 0.5]);
    this.formShare = random.pick([0, 0.15, 0.6]);
  }

  emit(...lines: string[]): void {
    for (const line of lines) this.lines.push("    ".repeat(this.indent) + line);
  }
  block(head: string, body: () => void): void {
    this.emit(head);
    this.indent++;
    const before = this.lines.length;
    body();
    if (this.lines.length === before) this.emit("pass");
    this.indent--;
  }
  fresh(stem: string): string {
    return `${stem}${this.nextName++}`;
  }
  several(names: Names, count: number): void {
    for (let i = 0; i < count; i++) this.statement(names);
  }

  /** Variables that the function starts with. */
  locals(names: Names, most = 6): void {
    const kinds = new Set<Kind>(["int", ...this.random.some(2, most, () => this.random.pick(STORED))]);
    for (const kind of kinds) this.assignNew(kind, names);
  }
  private assignNew(kind: Kind, names: Names): void {
    const name = this.fresh(kind === "int" ? "i" : kind === "float" ? "f" : kind.slice(0, 2));
    const value = this.values.of(kind, names, 1);
    // Literals of lists, dicts … are not shared with another name.
    this.emit(
      `${name} = ${kind === "list" || kind === "mixed" ? `list(${value})` : kind === "dict" || kind === "sdict" ? `dict(${value})` : kind === "set" ? `set(${value})` : value}`,
    );
    names.add(kind, name);
  }

  // --- loops

  loop(names: Names): void {
    const { random, values } = this;
    const left = Math.floor(MOST_ROUNDS / names.rounds);
    if (left < 3 || names.loops >= 3) {
      this.simple(names);
      return;
    }
    const count = Math.min(left, random.pick([3, 5, 9, 14, 30, 70, 100]));
    const counter = this.fresh("n");
    const wasCounters = names.counters.length;
    const wasRounds = names.rounds;
    const before = names.mark();
    names.rounds *= count;
    names.loops++;
    const body = (): void => {
      this.several(names, 1 + random.below(names.loops === 1 ? 5 : 2));
      if (random.chance(0.12)) this.emit(`if ${values.of("bool", names, 1)}: ${random.pick(["break", "continue"])}`);
    };
    const item = this.fresh("x");
    random.pick([
      () => {
        names.counters.push(counter);
        this.block(`for ${counter} in range(${count}):`, body);
      },
      () => {
        names.counters.push(counter);
        this.block(`for ${counter} in range(${count}):`, body);
      },
      () => {
        names.counters.push(counter);
        this.block(
          `for ${counter} in range(${random.pick([`${count}, 0, -1`, `1, ${count * 3}, 3`, `2**47 - ${count >> 1}, 2**47 + ${count >> 1}`, `-${count}, 0`, `2**31 - 3, 2**31 + ${Math.min(20, count)}`])}):`,
          body,
        );
      },
      () => {
        this.emit(`${counter} = 0`);
        names.counters.push(counter);
        this.block(
          `while ${counter} < ${count}${random.chance(0.2) ? ` and ${values.of("bool", names, 1)}` : ""}:`,
          () => {
            this.emit(`${counter} += 1`);
            body();
          },
        );
      },
      () => {
        names.counters.push(counter);
        const sequence = random.pick([
          `[q * 3 % 11 for q in range(${count})]`,
          `list(range(${count}))`,
          `tuple(range(${count}))`,
          `list(counting(${count}))`,
          `dict.fromkeys(range(${count}))`,
        ]);
        this.block(`for ${counter} in ${sequence}:`, body);
      },
      () => {
        names.counters.push(counter);
        const source = random.pick([
          `[1, 2.5, 'q', 3, None, 7] * ${1 + (count >> 3)}`,
          `[1, 2, 3, 2**50, 4.5] * ${1 + (count >> 3)}`,
          `'abcé' * ${1 + (count >> 2)}`,
          `[0.5, -0.0, 1e3, 2.5] * ${1 + (count >> 2)}`,
          `[Thing(1), Thing(2.5), Other(3)] * ${1 + (count >> 2)}`,
          `[(1, 2), (3, 4.5), (2**60, 's')] * ${1 + (count >> 2)}`,
        ]);
        this.block(`for ${counter}, ${item} in enumerate(${source}):`, () => {
          names.add("any", item);
          if (random.chance(0.7))
            this.emit(
              `if type(${item}) is int: ${this.target(names, "int")} = ${values.bounded(`${values.of("int", names, 0)} + ${item}`)}`,
            );
          body();
        });
      },
      () => {
        names.counters.push(counter);
        const source = random.pick([
          `zip(range(${count}), ${values.of("list", names, 1)} * ${count})`,
          `${values.of("dict", names, 1)}.items()`,
          `sorted({(q % 7, q) for q in range(${count})})`,
          `zip(counting(${count}), range(${count}, 0, -1))`,
        ]);
        this.block(`for ${counter}, ${item} in ${source.includes(".items") ? `list(${source})` : source}:`, () => {
          names.add("num", item);
          body();
        });
      },
      () => {
        names.counters.push(counter);
        const source = this.generators.length > 0 ? random.pick(this.generators) : "counting";
        this.block(`for ${counter} in map(number, ${source}(${count})):`, body);
      },
      () => {
        names.counters.push(counter);
        this.block(`for ${counter} in map(number, ${pipeline(random, this.generators, count)}):`, body);
      },
      () => {
        names.counters.push(counter);
        this.block(`for ${counter} in Counting(${count}):`, body);
      },
    ])();
    if (random.chance(0.1)) this.block("else:", () => this.several(names, 1));
    names.counters.length = wasCounters;
    names.restore(before);
    names.rounds = wasRounds;
    names.loops--;
  }

  private target(names: Names, kind: Kind): string {
    const own = names.of(kind);
    if (own.length > 0 && !(names.loops === 0 && this.random.chance(0.3))) return this.random.pick(own);
    const name = this.fresh(kind === "int" ? "i" : "v");
    // Bound on every path: the assignment that makes it follows at once.
    return names.loops === 0 ? names.add(kind, name) : (own[0] ?? name);
  }

  // --- statements

  statement(names: Names): void {
    const { random } = this;
    if (names.loops === 0 ? random.chance(0.35) : random.chance(0.14)) this.loop(names);
    else if (random.chance(0.2)) this.branch(names);
    else if (random.chance(0.1) && names.inTry < 2) this.tryBlock(names);
    else this.simple(names);
  }

  private branch(names: Names): void {
    const { random, values } = this;
    this.block(`if ${values.of("bool", names, 2)}:`, () => this.several(names, 1 + random.below(2)));
    if (random.chance(0.2)) this.block(`elif ${values.of("bool", names, 1)}:`, () => this.several(names, 1));
    if (random.chance(0.45)) this.block("else:", () => this.several(names, 1));
  }

  private tryBlock(names: Names): void {
    const { random, values } = this;
    names.inTry++;
    const kind = random.pick(ERRORS);
    this.block("try:", () => {
      this.several(names, 1);
      this.emit(
        random.pick([
          `if ${values.index(names)} % ${2 + random.below(6)} == 1: raise ${kind}(${values.index(names)})`,
          `${this.target(names, "int")} = 10 // (${values.index(names)} % 4)`,
          `${this.target(names, "int")} = ${values.of("list", names, 0)}[${values.index(names)}]`,
          `${this.target(names, "int")} = ${values.of("dict", names, 0)}[${values.index(names)}]`,
          `raising(${values.index(names)} % 5)`,
          `${values.of("obj", names, 0)}.missing`,
          `del ${this.target(names, "int")}; show(${values.index(names)})`,
          `log.append(${values.of("any", names, 1)} + 1)`,
          `${this.target(names, "int")} = number(${values.of("any", names, 1)} + ${values.of("any", names, 1)})`,
        ]),
      );
    });
    const finallyOnly = random.chance(0.15);
    if (!finallyOnly) {
      this.block(
        `except ${random.pick([kind, "Exception", "(ValueError, KeyError, IndexError, ZeroDivisionError)", "LookupError"])}${random.chance(0.7) ? " as e" : ""}:`,
        () => {
          if (this.lines[this.lines.length - 1]?.includes(" as e") && random.chance(0.5))
            this.emit(random.pick(["log.append(describe(e))", "log.append(lines_of(e))", "log.append(e.args[:1])"]));
          else this.several(names, 1);
          if (random.chance(0.07)) this.emit(random.pick(["raise", "raise Oops('again')"]));
        },
      );
      if (random.chance(0.75)) this.block("except Exception as e:", () => this.emit("log.append(describe(e))"));
      if (random.chance(0.15)) this.block("else:", () => this.several(names, 1));
    }
    if (finallyOnly || random.chance(0.3))
      this.block("finally:", () => {
        this.several(names, 1);
        if (names.loops > 0 && random.chance(0.06)) this.emit(random.pick(["continue", "break"]));
      });
    names.inTry--;
    // `del` above may have left it unbound.
    for (const name of names.of("int"))
      if (this.lines.slice(-14).some((line) => line.includes(`del ${name};`)))
        this.block("try:", () => this.emit(`${name} += 0`)), this.emit(`except UnboundLocalError: ${name} = 1`);
  }

  simple(names: Names): void {
    const { random, values } = this;
    if (random.chance(this.aliasShare)) {
      this.emit(...aliasStatement(random, values, names, this.fresh("al")));
      return;
    }
    if (random.chance(this.hookShare)) {
      this.emit(...hookStatement(random, values, names, this.fresh("ho")));
      return;
    }
    if (random.chance(this.formShare)) {
      this.emit(...formStatement(random, values, names, this.fresh("fo")));
      return;
    }
    const of = (kind: Kind, depth = 1): string => values.of(kind, names, depth);
    const own = (kind: Kind): string | undefined =>
      names.of(kind).length > 0 ? random.pick(names.of(kind)) : undefined;
    const i = (): string => values.index(names);
    const fallback = (): void => this.emit(`log.append(${of("any")})`);
    const withOwn =
      (kind: Kind, ...make: ((name: string) => string)[]): (() => void) =>
      () => {
        const name = own(kind);
        if (name === undefined) fallback();
        else this.emit(...random.pick(make)(name).split("\n"));
      };
    random.pick<() => void>([
      withOwn(
        "int",
        (v) => `${v} = ${values.bounded(of("int", 2))}`,
        (v) => `${v} ${random.pick(["+=", "-=", "^=", "|=", "&="])} ${of("int")}\n${v} = ${values.bounded(v)}`,
        (v) => `${v} = ${values.bounded(`${v} * ${random.pick(SMALL_FACTORS)} + ${of("int", 0)}`)}`,
        (v) => `${v} = ${values.bounded(`${v} + ${of("int", 2)}`)}`,
      ),
      withOwn(
        "int",
        (v) => `${v} += ${random.pick(["1", i(), "2**40", "-3"])}`,
        (v) => `${v} = ${values.bounded(of("int", 3))}`,
      ),
      withOwn(
        "float",
        (v) => `${v} = ${of("float", 2)}`,
        (v) => `${v} ${random.pick(["+=", "-=", "*="])} ${of("float", 1)}`,
        (v) => `${v} = ${v} * 0.5 + ${i()}`,
      ),
      withOwn(
        "num",
        (v) => `${v} = ${of("num", 2)}\nif abs(${v}) > 1e30: ${v} = ${random.pick(["1", "0.5"])}`,
        (v) =>
          `if ${of("bool")}: ${v} = ${random.pick([of("int"), of("float"), "2**70", "True"])}\nif ${v} != ${v} or abs(${v}) > 2**80: ${v} = 3`,
      ),
      withOwn(
        "str",
        (v) => `${v} = ${of("str", 2)}`,
        (v) => `${v} += ${of("str", 1)}\nif len(${v}) > 30: ${v} = ${v}[:3]`,
      ),
      withOwn(
        "list",
        (v) =>
          `${v}.append(${of("int")})\nif len(${v}) > 20: ${random.pick([`del ${v}[3:]`, `${v}.clear()`, `${v} = ${v}[5:9]`, `${v}.pop(0)`])}`,
        (v) => `if ${v}: ${v}[${i()} % len(${v})] = ${values.bounded(of("int"))}`,
        (v) => `if len(${v}) > 1: ${v}[0], ${v}[-1] = ${v}[-1], ${v}[0]`,
        (v) => `${v}.${random.pick(["reverse()", "sort()", "extend([1, 2])", `insert(1, ${i()})`])}\n${v} = ${v}[:15]`,
        (v) => `if ${v}: ${v}.pop()`,
        (v) => `${v}[${random.pick(["1:2", ":1", "2:"])}] = [${i()}]`,
        (v) => `for q in ${v}[:5]: ${this.target(names, "int")} = ${values.bounded(`${of("int", 0)} + q`)}`,
        (v) => `${v} = ${of("list", 2)}`,
      ),
      withOwn(
        "mixed",
        (v) => `${v}.append(${of("any")})\nif len(${v}) > 12: del ${v}[2:]`,
        (v) =>
          `for q in ${v}:\n    if type(q) is int: ${this.target(names, "int")} = ${values.bounded(`${of("int", 0)} ^ q`)}\n    elif type(q) is float: log.append(q)`,
        (v) => `if ${v}: ${v}[${i()} % len(${v})] = ${of("any")}`,
      ),
      withOwn(
        "dict",
        (v) => `${v}[${i()} % 13] = ${values.bounded(of("int"))}`,
        (v) => `${v}[${of("num")}] = ${i()}\nif len(${v}) > 20: ${v}.clear()`,
        (v) => `${v}.pop(${i()}, None)`,
        (v) => `${v}.setdefault(${i()} % 5, ${i()})`,
        (v) =>
          `for q, r in ${random.pick([`${v}.items()`, `list(${v}.items())`])}: ${this.target(names, "int")} = ${values.bounded(`${of("int", 0)} + number(r)`)}`,
        (v) => `if ${i()} in ${v}: del ${v}[${i()}]`,
      ),
      withOwn(
        "sdict",
        (v) => `${v}[${of("str")}] = ${of("int")}\nif len(${v}) > 15: ${v} = {'a': 1}`,
        (v) => `for q in list(${v}): ${v}[q] = ${values.bounded(`number(${v}[q]) + 1`)}`,
        (v) => `${v}['a'] = ${v}.get('a', 0) ${random.pick(["+ 1", "^ 5", "+ 0.5"])}`,
      ),
      withOwn(
        "set",
        (v) =>
          `${v} = set(${v})\n${v}.${random.pick(["add", "discard"])}(${of("num")})\nif len(${v}) > 15: ${v}.clear()`,
        (v) => `${v} = set(${of("set", 2)})`,
      ),
      withOwn(
        "tuple",
        (v) => `${v} = ${of("tuple", 2)}`,
        (v) => `${v} = (${v} + (${i()},))[-3:]`,
      ),
      withOwn(
        "obj",
        (v) => `${v}.v = ${values.bounded(of("int"))}`,
        (v) => `${v}.w = ${of("any")}`,
        (v) => `${v} = ${of("obj", 2)}`,
        (v) => `${v}.bump(${i()})`,
        (v) => `log.append(${v}.get())`,
        (v) => `${v}.v = number(${v}.v) + ${i()}`,
        (v) => `${v} = ${v} + ${random.pick([i(), of("obj", 0), of("float", 0)])}`,
        (v) => `${v}.double = ${i()}`,
        (v) =>
          `setattr(${v}, ${random.pick(["'v'", "'w'", `'extra' if hasattr(${v}, '__dict__') else 'v'`])}, ${of("int")})`,
        (v) => `if ${v} ${random.pick(["==", "<", "!="])} ${of("obj", 0)}: ${fallbackText(this.target(names, "int"))}`,
      ),
      withOwn(
        "bool",
        (v) => `${v} = ${of("bool", 2)}`,
        (v) => `${v} = not ${v}`,
      ),
      withOwn(
        "fn",
        (v) => `${v} = ${of("fn", 1)}`,
        (v) => `${this.target(names, "int")} = ${values.bounded(`number(${v}(${i()}))`)}`,
      ),
      () => this.emit(`log.append(${values.call(names, 1)})`),
      () => this.emit(`${this.target(names, "int")} = ${values.bounded(`number(${values.call(names, 1)})`)}`),
      () => {
        if (this.globals.length === 0) return fallback();
        const g = random.pick(this.globals);
        this.emit(
          random.pick([
            `globals()['${g}'] = ${values.bounded(`number(${g}) + ${i()}`)}`,
            `log.append(${g})`,
            `set_${g}(${values.bounded(of("int"))})`,
            `add_${g}(${i()})`,
            `if ${i()} == 7: del_${g}()`,
          ]),
        );
      },
      () => {
        const source = this.generators.length > 0 ? random.pick(this.generators) : "counting";
        const name = this.fresh("g");
        this.emit(
          ...random
            .pick([
              `${name} = ${source}(${random.below(6)})\nlog.append(next(${name}, None))\nlog.append(next(${name}, 'end'))`,
              `log.append([q for q in ${source}(${i()} % 5)])`,
              `log.append(list(${source}(${i()} % 5))[-1:])`,
              `${name} = ${source}(4)\nfor q in ${name}:\n    if number(q) > 1: break\nlog.append(next(${name}, 'end'))\n${name}.close()`,
              `log.append(sum(map(number, ${source}(${i()} % 6))))`,
            ])
            .split("\n"),
        );
      },
      () => this.emit(...iteratorStatement(random, values, names, this.generators, this.fresh("it"))),
      () => this.emit(...iteratorStatement(random, values, names, this.generators, this.fresh("it"))),
      () => {
        if (this.classes.length === 0) return fallback();
        const c = random.pick(this.classes);
        this.emit(
          random.pick([
            `if ${i()} == ${random.pick(["5", "9", "20"])}: ${c}.kind = ${random.pick([i(), "'other'", "2.5", "property(lambda self: 8)"])}`,
            `if ${i()} == ${random.pick(["6", "11"])}: ${c}.get = lambda self: ${i()}`,
            `${c}.shared = ${i()}`,
            `log.append(${c}.kind if type(${c}.kind) is int else 0)`,
            `if ${i()} == 8: ${c}.__add__ = lambda self, other: self`,
            `log.append(${c}.made(${i()}).get())`,
          ]),
        );
      },
      () => this.emit(`with Manager(${i()} % 3) as q: log.append(q${random.pick(["", " + 1", " // (q - 1)"])})`),
      () => this.emit(`watched = ${random.pick([`Dying(${i()})`, "None", `[Dying(${i()})]`, `(Dying(${i()}), 1)`])}`),
      () =>
        this.emit(random.pick([`log.append(Dying(${i()}).get())`, `log.append([Dying(q) for q in range(2)][0].v)`])),
      () => {
        const [a, b] = [own("int"), own("int")];
        if (a === undefined || b === undefined) return fallback();
        this.emit(
          random.pick([
            `${a}, ${b} = ${b}, ${values.bounded(`${a} + ${b}`)}`,
            `${a}, *_ = ${of("list")} or [0]`,
            `(${a}, ${b}) = ${of("int")}, ${i()}`,
          ]),
        );
      },
      () =>
        this.emit(
          `match ${of("any")}:`,
          `    case int(q) if q > 3: log.append(q)`,
          `    case [q, *_]: log.append('seq')`,
          `    case str(): log.append('str')`,
          `    case _: log.append('?')`,
        ),
      () =>
        this.emit(
          `if ${i()} % ${3 + random.below(5)} == 2: ${random.pick(["continue", "log.append(line())", "gc.collect()", "show(len(log))", "log.append(sorted(locals())[:2])"])}`.replace(
            "continue",
            names.loops > 0 ? "continue" : "pass",
          ),
        ),
      () => this.emit(`assert ${of("bool")} or True, 'never'`),
      fallback,
    ])();
  }
}

const SMALL_FACTORS = ["3", "31", "-7", "2", "1103515245", "65537"];

function fallbackText(name: string): string {
  return `${name} = 0`;
}
