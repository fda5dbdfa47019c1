// Expressions for hot loops: of a wanted kind, mostly without errors, near the borders that the JIT knows (48 bits, 2**31, nan, -0.0).
import type { Random } from "../random.ts";
import type { Kind, Names } from "./names.ts";

const INTS = [
  "0", "1", "2", "3", "5", "7", "-1", "-3", "10", "17", "255", "1000", "65536", "2**31 - 1", "2**31", "-2**31", "2**32 + 1", "2**46", "2**47 - 1", "2**47 - 3", "-2**47",
  "-2**47 + 2", "2**47", "2**48", "2**53 + 1", "2**63 - 1", "-2**63", "2**64", "140737488355320", "-140737488355320",
]; // biome-ignore format: a table
const SMALL = ["0", "1", "2", "3", "4", "5", "7", "8", "11", "-1", "-2", "-5", "16", "31", "100"];
const FLOATS = [
  "0.0", "-0.0", "1.0", "0.5", "-1.5", "3.25", "1e16", "1e-5", "1e300", "-1e308", "5e-324", "2.0**47", "2.0**53", "nan", "inf", "-inf", "0.1", "1e22", "-7.0", "2.0",
]; // biome-ignore format: a table
const STRINGS = [
  "''",
  "'a'",
  "'ab'",
  "'xyz'",
  "'é'",
  "'日本'",
  "'😀'",
  "'Ab,c'",
  "' p '",
  "'12'",
  "'key'",
  "'k1'",
  "'aXb'",
];

export class Values {
  readonly random: Random;
  /** Classes and functions that the program has: constructors, and calls with holes for arguments. */
  readonly constructors: string[] = [];
  readonly functions: { name: string; arity: number }[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  of(kind: Kind, names: Names, depth: number): string {
    const { random } = this;
    const own = names.of(kind);
    if (own.length > 0 && random.chance(depth <= 0 ? 0.75 : 0.4)) return random.pick(own);
    if (depth <= 0) return this.leaf(kind, names);
    if (random.chance(0.05))
      return `(${this.of(kind, names, depth - 1)} if ${this.of("bool", names, depth - 1)} else ${this.of(kind, names, depth - 1)})`;
    const e = (k: Kind): string => this.of(k, names, depth - 1);
    const i = (): string => this.index(names);
    switch (kind) {
      case "int":
        return this.int(e, i, names);
      case "float":
        return this.float(e);
      case "num":
        return random.pick([
          () => e("int"),
          () => e("float"),
          () => e("bool"),
          () => `(${e("num")} ${random.pick(["+", "-", "*"])} ${e("num")})`,
          () => `-${e("num")}`,
          () => `${random.pick(["min", "max"])}(${e("num")}, ${e("num")})`,
          () => `abs(${e("num")})`,
        ])();
      case "bool":
        return this.bool(e, i);
      case "str":
        return this.str(e, i);
      case "list":
        return random.pick([
          () => `[${e("int")}, ${e("int")}]`,
          () => `${e("list")}[${random.pick(["1:", ":3", "::2", ":-1", "::-1", "-2:"])}]`,
          () =>
            `[q ${random.pick(["+", "*", "^", "-"])} ${i()} for q in ${e("list")}${random.pick(["", ` if q ${random.pick(["<", ">", "!="])} ${e("int")}`])}]`,
          () => `(${e("list")} + ${e("list")})[:12]`,
          () => `sorted(${e("list")})`,
          () => `list(range(${i()} % 9))`,
          () => `list(reversed(${e("list")}))`,
          () => `list(map(lambda q: q + ${i()}, ${e("list")}))`,
          () => `${e("list")}.copy()`,
          () => `list(counting(${i()} % 7))`,
        ])();
      case "mixed":
        return random.pick([
          () => `[${e("num")}, ${e("str")}, ${e("tuple")}]`,
          () => `[${e("int")}, ${e("float")}, ${e("bool")}]`,
          () => `list(${e("tuple")})`,
          () => `[${e("obj")}, None]`,
          () => `[q for q in ${e("mixed")}]`,
        ])();
      case "dict":
        return random.pick([
          () => `{${e("int")}: ${e("int")}}`,
          () => `{q: q * q for q in ${e("list")}}`,
          () => `dict(${e("dict")})`,
          () => `{q: n for n, q in enumerate(${e("list")})}`,
          () => `{**${e("dict")}, ${i()}: ${e("int")}}`,
        ])();
      case "sdict":
        return random.pick([
          () => `{${e("str")}: ${e("int")}, 'z': ${i()}}`,
          () => `dict(a=${e("int")}, b=${i()})`,
          () => `{str(q): q for q in ${e("list")}}`,
        ])();
      case "set":
        return random.pick([
          () => `{${e("int")}, ${e("int")}}`,
          () => `{q % 5 for q in ${e("list")}}`,
          () => `(${e("set")} ${random.pick(["|", "&", "-", "^"])} ${e("set")})`,
          () => `set(${e("list")})`,
          () => `frozenset(${e("list")})`,
        ])();
      case "tuple":
        return random.pick([
          () => `(${e("int")}, ${e("num")})`,
          () => `(${e("str")}, ${e("int")}, ${e("float")})`,
          () => `tuple(${e("list")})`,
          () => `${e("tuple")}[:2]`,
          () => `divmod(${i()}, ${random.pick(SMALL)} or 3)`,
          () => `(${e("any")},)`,
        ])();
      case "obj":
        return this.construct(names, depth - 1);
      case "fn":
        return random.pick([
          () => `(lambda q: q ${random.pick(["+", "-", "*"])} ${i()})`,
          () => `(lambda q, r=${e("int")}: q + r)`,
          () => "abs",
          () => "adder(3)",
        ])();
      case "any":
        return this.of(
          random.pick(["int", "float", "str", "list", "tuple", "bool", "obj", "dict", "num"] as const),
          names,
          depth - 1,
        );
    }
  }

  construct(names: Names, depth: number): string {
    const { random } = this;
    if (this.constructors.length === 0) return "Thing(1)";
    return `${random.pick(this.constructors)}(${this.of(random.pick(["int", "int", "int", "float", "num"] as const), names, depth)})`;
  }

  /** A small int that is not negative, to index with. */
  index(names: Names): string {
    const { random } = this;
    return names.counters.length > 0 && random.chance(0.8)
      ? random.pick(names.counters)
      : random.pick(["0", "1", "2", "3"]);
  }

  leaf(kind: Kind, names: Names): string {
    const { random } = this;
    const few = (k: Kind, least: number, most: number): string =>
      random.some(least, most, () => this.leaf(k, names)).join(", ");
    switch (kind) {
      case "int":
        return names.counters.length > 0 && random.chance(0.4)
          ? random.pick(names.counters)
          : random.chance(0.6)
            ? random.pick(SMALL)
            : `(${random.pick(INTS)})`;
      case "float":
        return `(${random.pick(FLOATS)})`;
      case "num":
        return this.leaf(random.pick(["int", "float", "bool"] as const), names);
      case "bool":
        return random.pick(["True", "False", `${this.index(names)} % ${2 + random.below(4)} == ${random.below(3)}`]);
      case "str":
        return random.pick(STRINGS);
      case "list":
        return `[${few("int", 1, 5)}]`;
      case "mixed":
        return `[${few("num", 1, 3)}, ${this.leaf("str", names)}, None]`;
      case "dict":
        return `{${random.some(1, 3, () => `${random.pick(SMALL)}: ${this.leaf("int", names)}`).join(", ")}}`;
      case "sdict":
        return `{'a': ${this.leaf("int", names)}, 'b': 2}`;
      case "set":
        return `{${few("int", 1, 4)}}`;
      case "tuple":
        return `(${this.leaf("int", names)}, ${this.leaf("num", names)}, ${this.leaf("str", names)})`;
      case "obj":
        return this.construct(names, 0);
      case "fn":
        return random.pick(["abs", "(lambda q: q + 1)", "adder(1)"]);
      case "any":
        return this.leaf(random.pick(["int", "float", "str", "tuple", "bool"] as const), names);
    }
  }

  /** An int of at most about 60 bits made of one that may be larger. */
  bounded(expression: string): string {
    return this.random.pick([
      `clip(${expression})`,
      `(${expression}) % 1000003`,
      `(${expression}) & 0xffffffffffff`,
      `(${expression}) % 2**47`,
      `(${expression}) % 2**48 - 2**47`,
      `(${expression}) % 97`,
      `(${expression}) & 0x7fffffff`,
    ]);
  }

  call(names: Names, depth: number): string {
    const { random } = this;
    if (this.functions.length === 0) return "clip(1)";
    const { name, arity } = random.pick(this.functions);
    const given = Array.from({ length: arity }, () =>
      this.of(random.pick(["int", "int", "num"] as const), names, depth),
    );
    if (arity > 1 && random.chance(0.1)) return `${name}(*(${given.join(", ")},))`;
    return `${name}(${given.join(", ")})`;
  }

  private int(e: (kind: Kind) => string, i: () => string, names: Names): string {
    const { random } = this;
    return random.pick([
      () => `(${e("int")} ${random.pick(["+", "-", "+", "-", "*", "&", "|", "^"])} ${e("int")})`,
      () => `(${e("int")} ${random.pick(["+", "-", "*", "&", "|", "^"])} ${i()})`,
      () =>
        `(${e("int")} ${random.pick(["+", "-", "*", "//", "%", "&", "|", "^"])} ${random.pick(["3", "7", "8", "1", "-2", "16", "1000", "65536", "2**31", "2**47 - 1", "5"])})`,
      () => `(${i()} ${random.pick(["-", "*", "+"])} ${e("int")})`,
      () => `(${e("int")} ${random.pick(["//", "%"])} (${e("int")} or 3))`,
      () => `(${e("int")} << (${i()} & ${random.pick(["3", "7", "31", "63"])}))`,
      () => `(${e("int")} >> (${i()} & ${random.pick(["3", "7", "31", "63"])}))`,
      () => `${random.pick(["-", "~", "abs"])}(${e("int")})`,
      () => `len(${e(random.pick(["str", "list", "dict", "tuple", "set", "mixed"]))})`,
      () => `at(${e("list")}, ${i()})`,
      () => `${e("dict")}.get(${i()}, ${random.pick(SMALL)})`,
      () => `${e("sdict")}.get(${e("str")}, 0)`,
      () => `${random.pick(["min", "max"])}(${e("int")}, ${e("int")})`,
      () => `sum(${e("list")})`,
      () => `sum(q ${random.pick(["*", "+", "&"])} ${i()} for q in ${e("list")})`,
      () => `int(${e("bool")})`,
      () => `(${e("int")}).bit_length()`,
      () => `(${e("bool")} + ${e("int")})`,
      () => `number(${this.call(names, 0)})`,
      () => `number(${e("fn")}(${e("int")}))`,
      () => `number(${e("obj")}.${random.pick(["v", "w", "double", "kind"])})`,
      () => `number(${e("obj")}.${random.pick(["get()", "bump(2)", "twice()", "scaled(3)"])})`,
      () => `ord(${e("str")}[:1] or 'q')`,
      () => `(${e("bool")} and ${e("int")})`,
      () => `(${e("int")} or ${e("int")})`,
      () => `number(${e("num")})`,
      () => `pow(${i()}, 3, 1009)`,
      () => `divmod(${e("int")}, 7)[${random.below(2)}]`,
      () => `next((q for q in ${e("list")} if q > ${i()}), ${i()})`,
      () => `${e("str")}.${random.pick(["count", "find"])}(${e("str")})`,
      () => `hash(${e("int")})`,
    ])();
  }

  private float(e: (kind: Kind) => string): string {
    const { random } = this;
    return random.pick([
      () => `(${e("float")} ${random.pick(["+", "-", "*"])} ${e("float")})`,
      () => `(${e("float")} ${random.pick(["+", "-", "*"])} ${e("int")} % 2**60)`,
      () => `(${e("int")} % 2**60 ${random.pick(["+", "-", "*"])} ${e("float")})`,
      () => `(${e("float")} ${random.pick(["/", "//", "%"])} (${e("float")} or 2.5))`,
      () => `(${e("int")} % 2**60 / (${e("int")} % 2**60 or 3))`,
      () => `-${e("float")}`,
      () => `abs(${e("float")})`,
      () => `float(${e("int")} % 2**60)`,
      () => `${random.pick(["min", "max"])}(${e("float")}, ${e("float")})`,
      () => `math.sqrt(abs(${e("float")}))`,
      () => `(${e("float")} if ${e("float")} == ${e("float")} else 0.25)`,
    ])();
  }

  bool(e: (kind: Kind) => string, i: () => string): string {
    const { random } = this;
    const cmp = (): string => random.pick(["==", "!=", "<", "<=", ">", ">="]);
    return random.pick([
      () => `(${e("int")} ${cmp()} ${e("int")})`,
      () => `(${e("int")} ${cmp()} ${random.pick(SMALL)})`,
      () => `(${e("float")} ${cmp()} ${e("float")})`,
      () => `(${e("num")} ${cmp()} ${e("num")})`,
      () => `(${i()} % ${2 + random.below(5)} == ${random.below(3)})`,
      () => `(${i()} > ${3 + random.below(12)})`,
      () => `(${e("str")} ${cmp()} ${e("str")})`,
      () => `(not ${e("bool")})`,
      () => `(${e("bool")} ${random.pick(["and", "or"])} ${e("bool")})`,
      () => `(${i()} ${random.pick(["in", "not in"])} ${e(random.pick(["list", "dict", "set", "tuple"]))})`,
      () => `(${e("str")} in ${e(random.pick(["str", "sdict"]))})`,
      () => `(${e("any")} is ${random.pick(["None", "not None"])})`,
      () => `isinstance(${e("any")}, ${random.pick(["int", "float", "str", "(int, str)", "list"])})`,
      () => `(${e("any")} == ${e("any")})`,
      () => `bool(${e(random.pick(["list", "str", "num", "dict", "obj"]))})`,
      () => `(${e("list")} ${cmp()} ${e("list")})`,
      () => `(${e("tuple")} == ${e("tuple")})`,
      () => `(type(${e("num")}) is ${random.pick(["int", "float", "bool"])})`,
      () => `${random.pick(["any", "all"])}(q > ${i()} for q in ${e("list")})`,
      () => `(${i()} < ${e("int")} <= ${e("int")})`,
    ])();
  }

  private str(e: (kind: Kind) => string, i: () => string): string {
    const { random } = this;
    return random.pick([
      () => `(${e("str")} + ${e("str")})[-40:]`,
      () => `(${e("str")} * (${i()} % 3))[:40]`,
      () => `${e("str")}[${random.pick(["1:", ":2", "-1:", "::-1", "1:3"])}]`,
      () => `str(${e(random.pick(["int", "num", "float"]))})`,
      () => `f'{${i()}}:{${e("int")}}'`,
      () => `f'<{${i()}:>3}>'`,
      () => `'%d-%s' % (${e("int")}, ${e("str")})`,
      () => `${e("str")}.${random.pick(["upper", "lower", "strip", "title"])}()`,
      () => `${e("str")}.replace(${random.pick(STRINGS.slice(1))}, ${random.pick(STRINGS)})[:40]`,
      () => `','.join([${e("str")}, ${e("str")}])[:40]`,
      () => `chr(97 + ${i()} % 26)`,
      () => `'abc'[${i()} % 3]`,
      () => `repr(${e(random.pick(["int", "tuple", "list", "bool"]))})[:40]`,
      () => `''.join(c for c in ${e("str")} if c != ${random.pick(STRINGS)})`,
      () => `${e("str")}.split(',')[0]`,
    ])();
  }
}
