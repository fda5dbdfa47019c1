// Random statements over the variables of a scope. Everything ends: loops count, functions call only earlier ones, values are clipped in loops.
import { type Expressions, Scope, TYPES, type Type } from "./expressions.ts";
import type { Random } from "./random.ts";

/** Where a statement stands. */
interface Place {
  readonly scope: Scope;
  readonly inLoop: boolean;
  readonly inFunction: boolean;
  readonly depth: number;
}

const CAUGHT = [
  "Exception",
  "ValueError",
  "(TypeError, ZeroDivisionError)",
  "LookupError",
  "ArithmeticError",
  "KeyError",
  "IndexError",
  "TypeError",
  "ValueError",
];

export class Statements {
  readonly lines: string[] = [];
  private indent = 0;
  private names = 0;
  readonly random: Random;
  readonly expressions: Expressions;

  constructor(random: Random, expressions: Expressions) {
    this.random = random;
    this.expressions = expressions;
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
  fresh(prefix: string): string {
    return `${prefix}${this.names++}`;
  }
  expression(type: Type, place: Place, depth = 2): string {
    return this.expressions.of(type, place.scope, depth);
  }

  /** `count` statements that report what is raised and go on. */
  guarded(place: Place, count: number): void {
    this.block("try:", () => this.several(place, count));
    this.block("except Exception as e:", () => this.emit("show('caught', type(e).__name__, e)"));
  }

  several(place: Place, count: number): void {
    for (let i = 0; i < count; i++) this.statement(place);
  }

  statement(place: Place): void {
    const { random } = this;
    const simple = place.depth <= 0 || random.chance(0.6);
    const inner = { ...place, depth: place.depth - 1 };
    if (simple) this.simple(place);
    else {
      random.pick([
        () => this.condition(inner),
        () => this.forLoop(inner),
        () => this.forLoop(inner),
        () => this.whileLoop(inner),
        () => this.tryStatement(inner),
        () => this.tryStatement(inner),
        () => this.withStatement(inner),
        () => this.matchStatement(inner),
        () => this.functionDefinition(inner),
        () => this.closure(inner),
        () => this.generator(inner),
      ])();
    }
  }

  /** A name to assign to: an old one of the type, of another type now and then, or a new one. */
  target(type: Type, place: Place): string {
    const { random } = this;
    const names = place.scope.of(type);
    if (names.length > 0 && random.chance(0.5)) return random.pick(names);
    if (random.chance(0.08) && place.scope.all().length > 0) return random.pick(place.scope.all());
    return this.fresh("v");
  }

  clipped(type: Type, text: string, place: Place): string {
    if (!place.inLoop) return text;
    return ["int", "float", "str", "list", "strs", "tuple", "dict", "idict", "set", "bytes"].includes(type)
      ? `clip(${text})`
      : text;
  }

  simple(place: Place): void {
    const { random } = this;
    const type = random.pick(TYPES);
    const { scope } = place;
    random.pick([
      () => this.assign(type, place),
      () => this.assign(type, place),
      () => this.assign(random.pick(["int", "float", "str", "list"]), place),
      () => this.emit(`show(${random.some(1, 3, () => this.expression("any", place)).join(", ")})`),
      () => this.emit(`show(${this.expression(type, place)})`),
      () => this.augmented(place),
      () => this.augmented(place),
      () => this.unpack(place),
      () => this.mutate(place),
      () => this.mutate(place),
      () => {
        const text = this.expression("tuple", place, 1);
        this.emit(`print(*${text}, sep=${random.pick(["'-'", "''", "None", "', '"])}, end='|\\n')`);
      },
      () => {
        if (place.inLoop && random.chance(0.3))
          this.emit(`if ${this.expression("bool", place)}: ${random.pick(["break", "continue"])}`);
        else if (place.inFunction && random.chance(0.3))
          this.emit(`if ${this.expression("bool", place)}: return ${this.expression("any", place)}`);
        else this.assign(type, place);
      },
      () => {
        if (random.chance(0.25))
          this.emit(
            `if ${this.expression("bool", place, 1)}: raise ${random.pick(["ValueError", "KeyError", "Odd", "IndexError"])}(${this.expression("any", place, 1)})`,
          );
        else if (random.chance(0.3))
          this.emit(`assert ${this.expression("bool", place)}, ${this.expression("str", place, 1)}`);
        else this.assign("int", place);
      },
      () => {
        const names = scope.all();
        if (names.length > 3 && random.chance(0.15)) this.emit(`del ${random.pick(names)}`);
        else this.assign("list", place);
      },
      () => {
        if (scope.functions.length > 0) this.emit(`show(${this.expressions.call(scope, 1)})`);
      },
    ])();
  }

  assign(type: Type, place: Place): void {
    const text = this.clipped(type, this.expression(type, place), place);
    const name = this.target(type, place);
    if (this.random.chance(0.08)) {
      const second = this.target(type, place);
      this.emit(`${name} = ${second} = ${text}`);
      place.scope.add(type, second);
    } else this.emit(`${name} = ${text}`);
    place.scope.add(type, name);
  }

  augmented(place: Place): void {
    const { random } = this;
    const type = random.pick(["int", "int", "float", "str", "list", "set", "dict", "tuple"] as const);
    const names = place.scope.of(type);
    if (names.length === 0) return this.assign(type, place);
    const name = random.pick(names);
    const operators = {
      int: ["+", "-", "*", "//", "%", "&", "|", "^"],
      float: ["+", "-", "*", "/"],
      str: ["+"],
      list: ["+"],
      set: ["|", "&", "-", "^"],
      dict: ["|"],
      tuple: ["+"],
    };
    this.emit(`${name} ${random.pick(operators[type])}= ${this.expression(type, place)}`);
    if (place.inLoop) this.emit(`${name} = clip(${name})`);
  }

  unpack(place: Place): void {
    const { random } = this;
    const [a, b, c] = [this.target("int", place), this.fresh("v"), this.fresh("v")];
    const list = this.expression("list", place);
    random.pick([
      () => {
        this.emit(`${a}, *${b} = ${list}`);
        place.scope.add("list", b);
      },
      () => {
        this.emit(`${a}, ${b} = ${list}[:2]`);
        place.scope.add("int", b);
      },
      () => {
        this.emit(`*${b}, ${a} = ${list}`);
        place.scope.add("list", b);
      },
      () => {
        this.emit(`(${a}, ${b}), ${c} = ${list}[:2], ${this.expression("str", place)}`);
        place.scope.add("int", b);
        place.scope.add("str", c);
      },
      () => {
        const names = place.scope.of("int");
        const [p, q] = [names[0] ?? a, names.at(-1) ?? a];
        this.emit(`${p}, ${q} = ${this.expression("int", place)}, ${this.expression("int", place)}`);
        place.scope.add("int", p);
        place.scope.add("int", q);
      },
    ])();
    place.scope.add("int", a);
  }

  mutate(place: Place): void {
    const { random } = this;
    const type = random.pick(["list", "list", "dict", "idict", "set", "strs"] as const);
    const names = place.scope.of(type);
    if (names.length === 0) return this.assign(type, place);
    const name = random.pick(names);
    const e = (wanted: Type): string => this.expression(wanted, place, 1);
    const lists = [
      () => `${name}.append(${e("int")})`,
      () => `${name}.insert(${e("int")}, ${e("int")})`,
      () => `show(${name}.pop(${random.pick(["", "0", "-1", e("int")])}))`,
      () => `${name}.extend(${e(random.pick(["list", "tuple", "set"]))})`,
      () => `${name}[${random.pick(["0", "-1", e("int")])}] = ${e("int")}`,
      () => `${name}[${random.pick(["0", "-1"])}] += ${e("int")}`,
      () => `${name}[${this.expressions.slice(e)}] = ${e("list")}`,
      () => `del ${name}[${random.pick(["0", "-1", this.expressions.slice(e)])}]`,
      () => `${name}.sort(${random.pick(["", "reverse=True", "key=lambda v: (v % 3, v)", "key=abs"])})`,
      () => `${name}.reverse()`,
      () => `${name}.remove(${e("int")})`,
      () => `${name}.clear()`,
      () => `${name} *= ${e("int")} % 3`,
    ];
    const dicts = (key: Type, value: Type) => [
      () => `${name}[${e(key)}] = ${e(value)}`,
      () => `${name}[${e(key)}] = ${e(value)}`,
      () => `del ${name}[${e(key)}]`,
      () => `show(${name}.pop(${e(key)}, ${e("int")}))`,
      () => `show(${name}.setdefault(${e(key)}, ${e(value)}))`,
      () => `${name}.update(${e(type === "dict" ? "dict" : "idict")})`,
      () => `show(${name}.popitem())`,
      () => `show(list(${name}.items())[:5], list(reversed(${name})))`,
      () => `show(${name}.keys() ${random.pick(["&", "-", "|", "^"])} ${e("set")} == ${e("set")})`,
    ];
    const sets = [
      () => `${name}.add(${e("int")})`,
      () => `${name}.discard(${e("int")})`,
      () => `${name}.remove(${e("int")})`,
      () => `${name}.update(${e("list")})`,
      () => `show(${name}.pop())`,
      () => `show(${name}.${random.pick(["issubset", "issuperset", "isdisjoint"])}(${e("set")}))`,
      () =>
        `${name}.${random.pick(["intersection_update", "difference_update", "symmetric_difference_update"])}(${e("list")})`,
    ];
    const strings = [
      () => `${name}.append(${e("str")})`,
      () => `${name}.sort(${random.pick(["", "key=len"])})`,
      () => `${name}.insert(0, ${e("str")})`,
    ];
    const choices =
      type === "list"
        ? lists
        : type === "dict"
          ? dicts("str", "int")
          : type === "idict"
            ? dicts("int", "any")
            : type === "set"
              ? sets
              : strings;
    this.emit(random.pick<() => string>(choices)());
  }

  condition(place: Place): void {
    this.block(`if ${this.expression("bool", place)}:`, () => this.several({ ...place, scope: place.scope }, 2));
    if (this.random.chance(0.4))
      this.block(`elif ${this.expression(this.random.pick(["bool", "list", "str", "int"]), place)}:`, () =>
        this.several(place, 1),
      );
    if (this.random.chance(0.5)) this.block("else:", () => this.several(place, 1));
  }

  forLoop(place: Place): void {
    const { random } = this;
    const name = this.fresh("i");
    const body = { ...place, inLoop: true };
    const e = (type: Type): string => this.expression(type, place, 1);
    const [head, bind] = random.pick<() => [string, () => void]>([
      () => [`for ${name} in range(${1 + random.below(8)}):`, () => place.scope.add("int", name)],
      () => [`for ${name} in range(${random.pick(["3", "6", "60"])}):`, () => place.scope.add("int", name)],
      () => [
        `for ${name} in range(${random.below(30)}, ${random.below(30)}, ${random.pick(["2", "-3", "7"])}):`,
        () => place.scope.add("int", name),
      ],
      () => [`for ${name} in ${e("list")}[:9]:`, () => place.scope.add("int", name)],
      () => [`for ${name} in ${e("str")}[:9]:`, () => place.scope.add("str", name)],
      () => [`for ${name} in sorted(${e("set")})[:9]:`, () => place.scope.add("int", name)],
      () => [
        `for ${name}, ${name}v in list(${e("dict")}.items())[:9]:`,
        () => [place.scope.add("str", name), place.scope.add("int", `${name}v`)],
      ],
      () => [
        `for ${name}, ${name}v in ${e("dict")}.items():`,
        () => [place.scope.add("str", name), place.scope.add("int", `${name}v`)],
      ],
      () => [
        `for ${name}, ${name}v in enumerate(${e("strs")}):`,
        () => [place.scope.add("int", name), place.scope.add("str", `${name}v`)],
      ],
      () => [
        `for ${name}, ${name}v in zip(${e("list")}, ${e("strs")}):`,
        () => [place.scope.add("int", name), place.scope.add("str", `${name}v`)],
      ],
      () => [`for ${name} in (v * 2 for v in ${e("list")}):`, () => place.scope.add("int", name)],
      () => [`for ${name} in (1, 2.5, ${e("int")}, ${e("str")}, ${e("list")}):`, () => place.scope.add("int", name)],
      () => [`for ${name} in mixed(${random.below(12)}):`, () => place.scope.add("int", name)],
    ])();
    this.block(head, () => {
      bind();
      this.several(body, 1 + random.below(3));
    });
    if (random.chance(0.2)) this.block("else:", () => this.several(place, 1));
  }

  whileLoop(place: Place): void {
    const counter = this.fresh("n");
    this.emit(`${counter} = ${this.random.pick(["6", "3", "40"])}`);
    const condition = this.random.chance(0.3) ? ` and ${this.expression("bool", place, 1)}` : "";
    this.block(`while ${counter} > 0${condition}:`, () => {
      this.emit(`${counter} -= 1`);
      this.several({ ...place, inLoop: true }, 1 + this.random.below(3));
    });
    if (this.random.chance(0.2)) this.block("else:", () => this.several(place, 1));
  }

  tryStatement(place: Place): void {
    const { random } = this;
    this.block("try:", () => {
      this.several(place, 1 + random.below(2));
      if (random.chance(0.4))
        this.emit(
          `raise ${random.pick(["ValueError", "KeyError", "Odd", "TypeError"])}(${this.expression("any", place, 1)})${random.pick(["", "", " from None", " from KeyError(1)"])}`,
        );
    });
    const handlers = random.chance(0.85);
    if (handlers) {
      this.block(`except ${random.pick(CAUGHT)} as e:`, () => {
        this.emit("show(type(e).__name__, e, type(e.__context__).__name__, type(e.__cause__).__name__)");
        if (random.chance(0.5)) this.several(place, 1);
        if (random.chance(0.15)) this.emit(random.pick(["raise", "raise Odd(2) from e", "raise LookupError('again')"]));
      });
      if (random.chance(0.6))
        this.block("except Exception as e:", () => this.emit("show('other', type(e).__name__, e)"));
      if (random.chance(0.2)) this.block("else:", () => this.several(place, 1));
    }
    if (!handlers || random.chance(0.4))
      this.block("finally:", () => {
        this.emit(`show('finally', ${this.expression("int", place, 0)})`);
        if (random.chance(0.3)) this.several(place, 1);
        if (place.inFunction && random.chance(0.15)) this.emit(`return ${this.expression("any", place, 1)}`);
        else if (place.inLoop && random.chance(0.1)) this.emit(random.pick(["break", "continue"]));
      });
  }

  withStatement(place: Place): void {
    const { random } = this;
    const name = this.fresh("m");
    const manager = `Manager(${random.below(9)}, ${random.pick(["True", "False", "False", "ValueError"])})`;
    this.block(`with ${manager} as ${name}${random.chance(0.3) ? `, Manager('in', False)` : ""}:`, () => {
      place.scope.add("int", name);
      this.several(place, 1 + random.below(2));
    });
  }

  matchStatement(place: Place): void {
    const { random } = this;
    const [a, b] = [this.fresh("p"), this.fresh("p")];
    const pattern = (): string =>
      random.pick([
        () => String(random.below(5)),
        () => `${random.below(3)} | ${5 + random.below(3)} | 'ab'`,
        () => `[${a}, *${b}]`,
        () => `[${a}, _, *_]`,
        () => `(int(${a}) | str(${a}))`,
        () => `{'a': ${a}, **${b}}`,
        () => `Point(x=${a}, y=${b})`,
        () => `Point(${a}, 0)`,
        () => `str() as ${a}`,
        () => `[int(${a}), (str() | float()) as ${b}]`,
        () => "None | True",
        () => "-1.5",
      ])();
    const subject = random.pick([
      () => this.expression("any", place),
      () => `Point(${this.expression("int", place, 1)}, ${random.below(2)})`,
      () => this.expression("list", place),
    ])();
    this.emit(`${a} = ${b} = 0`);
    this.block(`match ${subject}:`, () => {
      for (const each of random.some(1, 4, pattern)) {
        const guard = random.chance(0.25) ? ` if ${this.expression("bool", place, 1)}` : "";
        this.block(`case ${each}${guard}:`, () => this.emit(`show(${a}, ${b})`));
      }
      if (random.chance(0.7)) this.block("case other:", () => this.emit("show('default', other)"));
    });
  }

  functionDefinition(place: Place): void {
    const { random } = this;
    const name = this.fresh("f");
    const inner = new Scope(place.scope);
    const positional = random.some(0, 3, (i) => `${"abcd"[i]}`);
    const keywordOnly = random.chance(0.3) ? random.some(1, 2, (i) => `k${i}`) : [];
    const positionOnly = positional.length > 1 && random.chance(0.15) ? 1 : 0;
    const firstDefault = random.chance(0.4) ? random.below(positional.length + 1) : positional.length;
    const parameters: string[] = [];
    positional.forEach((each, i) => {
      parameters.push(i >= firstDefault ? `${each}=${this.expression("int", place, 0)}` : each);
      if (i + 1 === positionOnly) parameters.push("/");
      inner.add(random.pick(["int", "int", "any"] as const) === "int" ? "int" : "float", each);
    });
    const takesMore = random.chance(0.25);
    if (takesMore) {
      parameters.push("*rest");
      inner.add("tuple", "rest");
    } else if (keywordOnly.length > 0) parameters.push("*");
    for (const each of keywordOnly) {
      parameters.push(random.chance(0.6) ? `${each}=${this.expression("int", place, 0)}` : each);
      inner.add("int", each);
    }
    if (random.chance(0.15)) {
      parameters.push("**more");
      inner.add("dict", "more");
    }
    const body: Place = { scope: inner, inLoop: false, inFunction: true, depth: Math.min(place.depth, 2) };
    this.block(`def ${name}(${parameters.join(", ")}):`, () => {
      if (random.chance(0.1) && place.scope.of("int").length > 0 && !place.inFunction)
        this.emit(`global total`, "total = clip(total + 1)");
      this.locals(inner, positional.concat(keywordOnly), place);
      this.several(body, 1 + random.below(4));
      this.emit(`return ${this.expression("any", body)}`);
    });
    place.scope.functions.push({ name, positional: positional.slice(positionOnly), keywordOnly, takesMore });
    this.emit(`show(${this.expressions.call(place.scope, 1)})`);
  }

  /** Gives names of the outer scope values of their own, so that assigning to them in the function is no error (mostly). */
  locals(inner: Scope, kept: readonly string[], outer: Place): void {
    if (this.random.chance(0.12)) return;
    for (const [type, names] of [...inner.names])
      for (const name of names)
        if (!kept.includes(name) && !["rest", "more"].includes(name))
          inner.names.set(
            type,
            (inner.names.get(type) ?? []).filter((each) => each !== name),
          );
    for (const type of ["int", "list", "str"] as const) {
      if (!this.random.chance(0.5)) continue;
      const name = this.fresh("v");
      this.emit(`${name} = ${this.expression(type, { ...outer, scope: inner }, 1)}`);
      inner.add(type, name);
    }
  }

  closure(place: Place): void {
    const { random } = this;
    const [outer, inner, count] = [this.fresh("make"), this.fresh("step"), this.fresh("count")];
    this.block(`def ${outer}(start=${this.expression("int", place, 0)}):`, () => {
      this.emit(`${count} = start`, "seen = []");
      this.block(`def ${inner}(by=1):`, () => {
        this.emit(
          `nonlocal ${count}`,
          `${count} ${random.pick(["+=", "-=", "*=", "^="])} by`,
          `seen.append(lambda: ${count})`,
        );
        if (random.chance(0.3)) this.emit(`if ${count} % 5 == 0: del seen[0]`);
        this.emit(`return clip(${count}), len(seen), seen[${random.pick(["0", "-1"])}]()`);
      });
      this.emit(`return ${inner}`);
    });
    const made = this.fresh("g");
    this.emit(`${made} = ${outer}(${this.expression("int", place, 1)})`);
    this.block(`for _ in range(${2 + random.below(4)}):`, () =>
      this.emit(`show(${made}(${random.pick(["", this.expression("int", place, 1)])}))`),
    );
  }

  generator(place: Place): void {
    const { random } = this;
    const [name, made] = [this.fresh("gen"), this.fresh("g")];
    const inner = new Scope(place.scope);
    inner.add("int", "a");
    const body: Place = { scope: inner, inLoop: true, inFunction: true, depth: 1 };
    this.block(`def ${name}(a):`, () => {
      this.locals(inner, ["a"], place);
      this.emit("got = None");
      this.block(`for step in range(${2 + random.below(4)}):`, () => {
        this.block("try:", () => {
          this.emit(`got = yield ${this.expression("any", body, 1)}`);
          if (random.chance(0.5)) this.several({ ...body, depth: 0 }, 1);
          if (random.chance(0.3))
            this.emit(
              `got = yield from ${random.pick(["range(2)", "inner_generator(step)", "[a, got]", this.expression("list", body, 1)])}`,
            );
        });
        const catches = random.chance(0.6);
        const after = random.pick(["yield 'handled'", "return 'stopped'", "continue", "raise"]);
        if (catches)
          this.block(`except ${random.pick(["ValueError", "Odd", "GeneratorExit", "Exception"])} as e:`, () =>
            this.emit("show('in generator', e)", after),
          );
        if (!catches || random.chance(0.5)) this.block("finally:", () => this.emit("show('cleanup', step)"));
      });
      this.emit(`return ${this.expression("any", body, 1)}`);
    });
    this.emit(`${made} = ${name}(${this.expression("int", place, 1)})`);
    const steps = random.some(2, 5, () =>
      random.pick([
        `show(next(${made}, 'done'))`,
        `show(next(${made}))`,
        `show(${made}.send(${this.expression("int", place, 1)}))`,
        `show(${made}.throw(ValueError('thrown')))`,
        `show(${made}.throw(Odd(3)))`,
        `${made}.close()`,
        `show(list(${made}))`,
        `show(*(v for v in ${made}))`,
        `del ${made}`,
      ]),
    );
    for (const step of steps) {
      if (random.chance(0.6))
        this.block("try:", () => this.emit(step)),
          this.block("except (StopIteration, Odd, TypeError, ValueError) as e:", () =>
            this.emit("show(type(e).__name__, e, getattr(e, 'value', None))"),
          );
      else this.emit(step);
    }
  }
}
