// Random Python expressions of a wanted type. Most are right; now and then an operand has another type, so that errors are met too.
// Results stay small: exponents, shifts and repetitions are reduced where they are written.
import type { Random } from "./random.ts";

export type Type =
  | "int"
  | "float"
  | "str"
  | "bool"
  | "list"
  | "strs"
  | "tuple"
  | "dict"
  | "idict"
  | "set"
  | "bytes"
  | "any";
export const TYPES: readonly Type[] = [
  "int",
  "float",
  "str",
  "bool",
  "list",
  "strs",
  "tuple",
  "dict",
  "idict",
  "set",
  "bytes",
];

/** A function the program may call: its parameters as names, for calls of every form. */
export interface Callable {
  readonly name: string;
  readonly positional: readonly string[];
  readonly keywordOnly: readonly string[];
  readonly takesMore: boolean;
}

/** What names are in scope. */
export class Scope {
  readonly names = new Map<Type, string[]>();
  readonly functions: Callable[];

  constructor(outer?: Scope) {
    this.functions = outer ? [...outer.functions] : [];
    if (outer) for (const [type, names] of outer.names) this.names.set(type, [...names]);
  }
  add(type: Type, name: string): void {
    for (const [other, names] of this.names)
      if (other !== type)
        this.names.set(
          other,
          names.filter((each) => each !== name),
        );
    const names = this.names.get(type) ?? [];
    if (!names.includes(name)) names.push(name);
    this.names.set(type, names);
  }
  of(type: Type): readonly string[] {
    return this.names.get(type) ?? [];
  }
  all(): string[] {
    return [...this.names.values()].flat();
  }
}

const INTS = [
  "0", "1", "2", "3", "-1", "-7", "10", "255", "256", "1000", "2**31 - 1", "2**31", "-2**31", "2**31 + 1", "2**32", "2**46", "2**47 - 1", "2**47", "-2**47",
  "-2**47 - 1", "2**47 + 1", "2**48", "2**48 - 1", "-2**48", "2**53", "2**53 + 1", "2**62", "2**63 - 1", "2**63", "-2**63", "2**64", "10**18", "10**20", "-10**25",
  "3**80", "0x1234567890abcdef", "140737488355327", "-140737488355328", "140737488355328", "True", "False",
]; // biome-ignore format: a table
const FLOATS = [
  "0.0", "-0.0", "1.0", "0.5", "-1.5", "3.14", "1e16", "1e15", "123456789.125", "1e-5", "1e-7", "1e300", "-1e308", "5e-324", "2.0**52", "2.0**53", "2.0**47", "float('nan')",
  "float('inf')", "float('-inf')", "0.1", "2.5", "1e22", "1e23", "2.0**63", "-2.0**63", "2.0**31",
]; // biome-ignore format: a table
const STRINGS = [
  "''", "'a'", "'ab'", "'hello world'", "'é'", "'naïve'", "'ß'", "'日本'", "'Ωmega'", "'😀'", "'a😀b'", "'x' * 20", "'A,b;C'", "'  pad '", "'0x1f'", "'12'", "'-3.5'", "'\\n'",
  "'tab\\there'", "\"it's\"", "'\"'", "'\\x00'", "'\\xff'", "'\\u0301e'", "'İ'", "'ǆ'", "'aXbXc'", "'%s'", "'{}'", "'z' * 70",
]; // biome-ignore format: a table
const BYTES = ["b''", "b'abc'", "b'\\x00\\xff'", "bytes(5)", "b'a,b,c'", "bytes(range(6))"];

export class Expressions {
  readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  of(type: Type, scope: Scope, depth: number): string {
    const { random } = this;
    if (type === "any") return this.of(random.pick(TYPES), scope, depth);
    if (random.chance(0.02)) return this.odd(scope);
    const names = scope.of(type);
    if (names.length > 0 && random.chance(depth <= 0 ? 0.7 : 0.35)) return random.pick(names);
    if (depth <= 0 || random.chance(0.15)) return this.leaf(type, scope);
    const e = (t: Type): string => this.of(t, scope, depth - 1);
    if (random.chance(0.06)) return `(${e(type)} if ${e("bool")} else ${e(type)})`;
    if (random.chance(0.03)) return `(${e(type)} ${random.pick(["or", "and"])} ${e(type)})`;
    if (scope.functions.length > 0 && random.chance(0.04)) return this.call(scope, depth - 1);
    return this[type](e, scope, depth);
  }

  /** Something of no particular type. */
  odd(scope: Scope): string {
    const names = scope.all();
    return names.length > 0 && this.random.chance(0.7)
      ? this.random.pick(names)
      : this.random.pick(["None", "...", "()", "object", "len", "int"]);
  }

  /** A call with a random form of arguments; wrong ones now and then. */
  call(scope: Scope, depth: number): string {
    const { random } = this;
    const { name, positional, keywordOnly, takesMore } = random.pick(scope.functions);
    const arg = (): string => this.of(random.pick(["int", "int", "str", "list", "float"]), scope, Math.min(depth, 1));
    const args: string[] = [];
    const given = random.chance(0.85) ? positional.length : random.below(positional.length + 2);
    const byName = random.chance(0.3) ? random.below(given + 1) : given;
    for (let i = 0; i < byName; i++) args.push(random.chance(0.1) ? `*[${arg()}]` : arg());
    if (takesMore && byName === given)
      for (const extra of random.some(0, 2, arg)) args.push(random.chance(0.3) ? `*(${extra},)` : extra);
    if (random.chance(0.08)) args.push(`*${this.of("tuple", scope, 0)}`);
    const named = positional.slice(byName, given).concat(keywordOnly.filter(() => random.chance(0.8)));
    for (const each of named) args.push(random.chance(0.15) ? `**{'${each}': ${arg()}}` : `${each}=${arg()}`);
    if (random.chance(0.04)) args.push(`**{'extra': ${arg()}}`);
    return `${name}(${args.join(", ")})`;
  }

  leaf(type: Type, scope: Scope): string {
    const { random } = this;
    const few = (t: Type, most = 4): string => random.some(0, most, () => this.leaf(t, scope)).join(", ");
    switch (type) {
      case "int":
        return `(${random.chance(0.4) ? String(random.below(20) - 5) : random.pick(INTS)})`;
      case "float":
        return `(${random.pick(FLOATS)})`;
      case "str":
        return `(${random.pick(STRINGS)})`;
      case "bool":
        return random.pick(["True", "False"]);
      case "list":
        return `[${few("int")}]`;
      case "strs":
        return `[${few("str")}]`;
      case "tuple":
        return random.pick([
          "()",
          "(1,)",
          "(1, 2)",
          `(${this.leaf("int", scope)}, ${this.leaf("str", scope)}, ${this.leaf("float", scope)})`,
        ]);
      case "dict":
        return `{${random.some(0, 4, () => `${this.leaf("str", scope)}: ${this.leaf("int", scope)}`).join(", ")}}`;
      case "idict":
        return `{${random.some(0, 4, () => `${this.leaf(random.pick(["int", "int", "float", "bool"]), scope)}: ${this.leaf("any", scope)}`).join(", ")}}`;
      case "set":
        return random.chance(0.2) ? "set()" : `{${random.some(1, 6, () => this.leaf("int", scope)).join(", ")}}`;
      case "bytes":
        return random.pick(BYTES);
      case "any":
        return this.leaf(random.pick(TYPES), scope);
    }
  }

  int(e: (type: Type) => string, scope: Scope, depth: number): string {
    return this.random.pick([
      () => `(${e("int")} ${this.random.pick(["+", "-", "+", "-", "*", "//", "%", "&", "|", "^"])} ${e("int")})`,
      () => `(${e("int")} ${this.random.pick(["+", "-", "*", "//", "%", "&", "|", "^"])} ${this.leaf("int", scope)})`,
      () => `(${this.leaf("int", scope)} ${this.random.pick(["+", "-", "*", "//", "%", "&"])} ${e("int")})`,
      () => `(${e("int")} << (${e("int")} & 63))`,
      () => `(${e("int")} >> (${e("int")} & 63))`,
      () => `(clip(${e("int")}) ** (${e("int")} % 5))`,
      () => `${this.random.pick(["-", "~", "+"])}${e("int")}`,
      () => `abs(${e("int")})`,
      () => `len(${e(this.random.pick(["str", "list", "dict", "tuple", "set", "bytes"]))})`,
      () => `sum(${e("list")}${this.random.chance(0.3) ? `, ${e("int")}` : ""})`,
      () => `${this.random.pick(["min", "max"])}(${e("int")}, ${e("int")})`,
      () => `${this.random.pick(["min", "max"])}(${e("list")}${this.random.chance(0.5) ? ", default=0" : ""})`,
      () => `int(${e(this.random.pick(["float", "str", "bool"]))})`,
      () => `round(${e("float")})`,
      () => `(${e("int")}).bit_length()`,
      () => `(${e("int")}).bit_count()`,
      () => `divmod(${e("int")}, ${e("int")})[${this.random.below(2)}]`,
      () => `pow(clip(${e("int")}), abs(${e("int")}) % 9, ${e("int")})`,
      () => `hash(${e(this.random.pick(["int", "float"]))})`,
      () => `${e("list")}[${e("int")}]`,
      () => `${e("list")}[${this.random.pick(["0", "-1", "1", "2"])}]`,
      () => `${e("dict")}[${e("str")}]`,
      () => `${e("dict")}.get(${e("str")}, ${e("int")})`,
      () => `${e("str")}.${this.random.pick(["find", "count", "index", "rfind"])}(${e("str")})`,
      () => `ord(${e("str")}[${this.random.pick(["0", "-1", ":1"])}])`,
      () => `${e("list")}.${this.random.pick(["index", "count"])}(${e("int")})`,
      () => `(w := ${e("int")})`,
      () => `(lambda q: q ${this.random.pick(["+", "*", "-"])} ${e("int")})(${e("int")})`,
      () => `next(iter(${e(this.random.pick(["list", "set"]))}), ${e("int")})`,
      () => `${e("bytes")}[${e("int")}]`,
      () => `int.from_bytes(${e("bytes")}, ${this.random.pick(["'big'", "'little'"])}, signed=${e("bool")})`,
      () => `sum(${this.comprehension(scope, depth)})`,
    ])();
  }

  float(e: (type: Type) => string): string {
    return this.random.pick([
      () => `(${e("float")} ${this.random.pick(["+", "-", "*", "/", "//", "%"])} ${e("float")})`,
      () => `(${e("float")} ${this.random.pick(["+", "-", "*", "/"])} ${e("int")})`,
      () => `(${e("int")} ${this.random.pick(["+", "-", "*", "/", "/"])} ${e("float")})`,
      () => `(${e("int")} / ${e("int")})`,
      () => `(${e("float")} ** ${e(this.random.pick(["float", "int"]))})`,
      () => `-${e("float")}`,
      () => `abs(${e("float")})`,
      () => `float(${e(this.random.pick(["int", "str"]))})`,
      () => `round(${e("float")}, ${e("int")} % 7)`,
      () => `${this.random.pick(["min", "max"])}(${e("float")}, ${e("float")})`,
      () => `divmod(${e("float")}, ${e("float")})[${this.random.below(2)}]`,
      () => `sum([${e("float")}, ${e("int")}, ${e("float")}])`,
    ])();
  }

  bool(e: (type: Type) => string): string {
    const compare = (): string => this.random.pick(["==", "!=", "<", "<=", ">", ">="]);
    return this.random.pick([
      () => `(${e("int")} ${compare()} ${e("int")})`,
      () => `(${e("int")} ${compare()} ${e("float")})`,
      () => `(${e("float")} ${compare()} ${e(this.random.pick(["int", "float"]))})`,
      () => `(${e("str")} ${compare()} ${e("str")})`,
      () => `(${e("list")} ${compare()} ${e("list")})`,
      () => `(${e("tuple")} ${compare()} ${e("tuple")})`,
      () => `(${e("set")} ${compare()} ${e("set")})`,
      () => `(${e("any")} ${this.random.pick(["==", "!="])} ${e("any")})`,
      () => `(${e("int")} ${compare()} ${e("int")} ${compare()} ${e("float")})`,
      () => `(not ${e("any")})`,
      () =>
        `(${e("int")} ${this.random.pick(["in", "not in"])} ${e(this.random.pick(["list", "set", "tuple", "idict"]))})`,
      () => `(${e("str")} ${this.random.pick(["in", "not in"])} ${e(this.random.pick(["str", "dict", "strs"]))})`,
      () => `(${e("any")} ${this.random.pick(["is", "is not"])} None)`,
      () => `bool(${e("any")})`,
      () =>
        `isinstance(${e("any")}, ${this.random.pick(["int", "str", "(int, float)", "bool", "list", "object", "int | None"])})`,
      () => `${this.random.pick(["any", "all"])}(${e("list")})`,
      () => `${e("str")}.${this.random.pick(["startswith", "endswith"])}(${e("str")})`,
      () =>
        `${e("str")}.${this.random.pick(["isdigit", "isalpha", "isupper", "islower", "isspace", "isidentifier", "isascii", "isalnum", "istitle", "isnumeric"])}()`,
      () => `(${e("bool")} ${this.random.pick(["and", "or", "&", "|", "^", "=="])} ${e("bool")})`,
    ])();
  }

  str(e: (type: Type) => string, scope: Scope, depth: number): string {
    return this.random.pick([
      () => `(${e("str")} + ${e("str")})`,
      () => `(${e("str")} * (${e("int")} % 4))`,
      () => `${e("str")}[${this.slice(e)}]`,
      () => `${e("str")}[${this.slice(e)}]`,
      () => `${e("str")}[${e("int")}]`,
      () => `str(${e("any")})`,
      () => `repr(${e("any")})[:60]`,
      () =>
        `${e("str")}.${this.random.pick(["upper", "lower", "title", "strip", "lstrip", "rstrip", "swapcase", "capitalize", "casefold", "expandtabs"])}()`,
      () =>
        `${e("str")}.${this.random.pick(["strip", "lstrip", "rstrip", "removeprefix", "removesuffix"])}(${e("str")})`,
      () => `${e("str")}.replace(${e("str")}, ${e("str")})[:80]`,
      () => `${e("str")}.${this.random.pick(["center", "ljust", "rjust", "zfill"])}(${e("int")} % 30)`,
      () => `${e("str")}.${this.random.pick(["center", "ljust", "rjust"])}(${this.random.below(15)}, ${e("str")}[:1])`,
      () => `${e("str")}.join(${e("strs")})`,
      () => `''.join(${this.random.pick(["reversed", "sorted", "list", "tuple"])}(${e("str")}))`,
      () => `chr(${e("int")} % 0xd800)`,
      () => `${this.random.pick(["hex", "oct", "bin", "str", "repr"])}(${e("int")})`,
      () => `ascii(${e("str")})`,
      () => `${e("strs")}[${this.random.pick(["0", "-1", "1"])}]`,
      () => this.formatted(e),
      () => this.formatted(e),
      () => `${e("bytes")}.hex()`,
      () => `${e("str")}.partition(${e("str")})[${this.random.below(3)}]`,
      () => `${e("str")}.translate({97: 'Z', 98: None, ${this.random.below(200)}: ${e("str")}})`,
      () => `'%s|%r|%5d' % (${e("any")}, ${e("str")}, ${e("int")})`,
      () =>
        `'%x %o %+d %05d %e %g' % (${e("int")}, ${e("int")}, ${e("int")}, ${e("int")}, ${e("float")}, ${e("float")})`,
      () => `''.join(c for c in ${e("str")} if c ${this.random.pick(["<", ">", "!="])} ${this.leaf("str", scope)})`,
      () => `max(${this.of("strs", scope, depth - 1)}, key=len, default='-')`,
    ])();
  }

  formatted(e: (type: Type) => string): string {
    const { random } = this;
    const part = random.pick([
      () => [
        e("int"),
        random.pick([
          "",
          ":d",
          ":5d",
          ":<8",
          ":>+10d",
          ":^9x",
          ":#x",
          ":#b",
          ":,",
          ":_",
          ":08d",
          ":e",
          ":.2f",
          "!r",
          "!s:>5",
        ]),
      ],
      () => [
        e("float"),
        random.pick(["", ":.3f", ":10.2e", ":g", ":+.1f", ":%", ":.0f", ":,.2f", "!r", ":012.4f", ":.17g", ":n"]),
      ],
      () => [e("str"), random.pick(["", ":>10", ":^12.3", ":*<8", "!r", "!a", ":.2"])],
      () => [e("any"), random.pick(["", "!r", "!s"])],
    ])();
    const [value, how] = part as [string, string];
    const form = random.below(3);
    if (form === 0 && !/["'\\{}]/.test(value)) return `f"<{(${value})${how}}>"`.replace("{(", "{ (");
    if (form === 1) return `"{0${how}}|{0}".format(${value})`;
    return `format(${value}, ${JSON.stringify(how.replace(/^![rsa]/, "").replace(/^:/, ""))})`;
  }

  slice(e: (type: Type) => string): string {
    const { random } = this;
    const bound = (): string => (random.chance(0.3) ? "" : random.chance(0.7) ? String(random.below(9) - 4) : e("int"));
    return random.chance(0.3)
      ? `${bound()}:${bound()}:${random.pick(["1", "2", "-1", "-2", "3", ""])}`
      : `${bound()}:${bound()}`;
  }

  comprehension(scope: Scope, depth: number): string {
    const { random } = this;
    const inner = new Scope(scope);
    inner.add("int", "c");
    const source = random.chance(0.5)
      ? `range(${random.below(8)})`
      : this.of(random.pick(["list", "set"]), scope, depth - 1);
    const filter = random.chance(0.4) ? ` if ${this.of("bool", inner, 1)}` : "";
    let more = "";
    if (random.chance(0.2)) {
      inner.add("int", "d");
      more = ` for d in ${random.pick(["range(3)", "range(c % 4)", "(c, c + 1)"])}`;
    }
    return `${this.of("int", inner, 1)} for c in ${source}${filter}${more}`;
  }

  list(e: (type: Type) => string, scope: Scope, depth: number): string {
    return this.random.pick([
      () => `[${this.random.some(0, 4, () => e("int")).join(", ")}]`,
      () => `[*${e("list")}, *${e(this.random.pick(["tuple", "list", "set"]))}]`,
      () => `(${e("list")} + ${e("list")})`,
      () => `(${e("list")} * (${e("int")} % 3))`,
      () => `${e("list")}[${this.slice(e)}]`,
      () =>
        `sorted(${e(this.random.pick(["list", "set"]))}${this.random.pick(["", ", reverse=True", ", key=lambda v: -v", ", key=lambda v: v % 3", ", key=str"])})`,
      () => `list(range(${e("int")} % 12))`,
      () => `list(reversed(${e("list")}))`,
      () =>
        `list(map(lambda v: v ${this.random.pick(["+", "*", "-", "//", "%"])} ${this.leaf("int", scope)}, ${e("list")}))`,
      () => `list(filter(${this.random.pick(["None", "lambda v: v > 2", "bool"])}, ${e("list")}))`,
      () => `list(${e(this.random.pick(["tuple", "set", "bytes", "list"]))})`,
      () => `[${this.comprehension(scope, depth)}]`,
      () => `[${this.comprehension(scope, depth)}]`,
      () => `[a - b for a, b in zip(${e("list")}, ${e("list")})]`,
      () => `[i * v for i, v in enumerate(${e("list")}, ${this.random.below(3)})]`,
      () => `list(${e("dict")}.values())`,
      () => `[len(s) for s in ${e("strs")}]`,
    ])();
  }

  strs(e: (type: Type) => string): string {
    return this.random.pick([
      () => `[${this.random.some(0, 4, () => e("str")).join(", ")}]`,
      () => `${e("str")}.split(${this.random.pick(["", "','", "None, 1", "'b'"])})`,
      () => `${e("str")}.rsplit(${this.random.pick(["", "','", "None, 1", "'X', 1"])})`,
      () => `list(${e("str")})`,
      () => `sorted(${e("strs")}${this.random.pick(["", ", key=len", ", reverse=True", ", key=str.lower"])})`,
      () => `${e("str")}.splitlines()`,
      () => `list(${e("dict")})`,
      () => `[s.upper() for s in ${e("strs")}]`,
      () => `list(map(str, ${e("list")}))`,
      () => `${e("strs")}[${this.slice(e)}]`,
    ])();
  }

  tuple(e: (type: Type) => string): string {
    return this.random.pick([
      () => `(${e("any")}, ${e("any")})`,
      () => `(${e("any")},)`,
      () => `tuple(${e("list")})`,
      () => `(${e("tuple")} + ${e("tuple")})`,
      () => `(*${e("list")}, ${e("any")})`,
      () => `${e("tuple")}[${this.slice(e)}]`,
      () => `divmod(${e("int")}, ${e("int")})`,
      () => `tuple(sorted(${e("list")}))`,
      () => `tuple(zip(${e("list")}, ${e("str")}))`,
      () => `${e("str")}.partition(${e("str")})`,
    ])();
  }

  dict(e: (type: Type) => string): string {
    return this.random.pick([
      () => `{${this.random.some(0, 3, () => `${e("str")}: ${e("int")}`).join(", ")}}`,
      () => `{**${e("dict")}, ${e("str")}: ${e("int")}}`,
      () => `(${e("dict")} | ${e("dict")})`,
      () => `{k: v ${this.random.pick(["+", "*", "-"])} ${e("int")} for k, v in ${e("dict")}.items()}`,
      () => `{c: i for i, c in enumerate(${e("str")})}`,
      () => `dict(zip(${e("strs")}, ${e("list")}))`,
      () => `dict(a=${e("int")}, b=${e("int")})`,
      () => `dict(sorted(${e("dict")}.items()))`,
      () => `dict.fromkeys(${e("str")}, ${e("int")})`,
    ])();
  }

  idict(e: (type: Type) => string): string {
    return this.random.pick([
      () =>
        `{${this.random.some(0, 3, () => `${e(this.random.pick(["int", "float", "bool"]))}: ${e("any")}`).join(", ")}}`,
      () => `{v: v * 2 for v in ${e("list")}}`,
      () => `dict(enumerate(${e("strs")}))`,
      () => `{**${e("idict")}, ${e("int")}: ${e("str")}}`,
      () => `(${e("idict")} | ${e("idict")})`,
      () => `{v: k for k, v in ${e("dict")}.items()}`,
      () => `{(a, 1): a for a in ${e("list")}}`,
    ])();
  }

  set(e: (type: Type) => string): string {
    return this.random.pick([
      () => `{${this.random.some(1, 4, () => e("int")).join(", ")}}`,
      () => `(${e("set")} ${this.random.pick(["|", "&", "-", "^"])} ${e("set")})`,
      () => `set(${e("list")})`,
      () => `frozenset(${e("list")})`,
      () => `{v % ${this.random.pick(["3", "7", "64"])} for v in ${e("list")}}`,
      () =>
        `${e("set")}.${this.random.pick(["union", "intersection", "difference", "symmetric_difference"])}(${e("list")})`,
      () => `set(range(${this.random.below(40)}))`,
      () => `set(range(${this.random.below(10)}, ${this.random.below(300)}, ${1 + this.random.below(40)}))`,
    ])();
  }

  bytes(e: (type: Type) => string): string {
    return this.random.pick([
      () => `(${e("bytes")} + ${e("bytes")})`,
      () =>
        `${e("str")}.encode(${this.random.pick(["", "'utf-8'", "'latin-1', 'replace'", "'ascii', 'ignore'", "'utf-16-le'"])})`,
      () => `bytes(v & 255 for v in ${e("list")})`,
      () => `${e("bytes")}[${this.slice(e)}]`,
      () => `(${e("int")} & 0xffff).to_bytes(${2 + this.random.below(3)}, ${this.random.pick(["'big'", "'little'"])})`,
      () => `${e("bytes")}.replace(${e("bytes")}, b'_')[:50]`,
      () => `bytes(bytearray(${e("bytes")}))`,
    ])();
  }
}
