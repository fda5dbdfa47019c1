// Statements of generated programs for forms of the language and parts of the library that programs use and the other files' statements do not: arguments
// forwarded, patterns, dataclasses, enums and named tuples, subclasses of built-in types, text and number formatting, nests of try and loops, containers changed
// while they are looked at, keys that raise.
import type { Random } from "../random.ts";
import type { Names } from "./names.ts";
import type { Values } from "./values.ts";

const HEADER = `import collections, contextlib, dataclasses, enum, functools, operator, re, struct, traceback
def target(a, b=2, *rest, c=3, **kw): return (a, b, rest, c, sorted(kw.items(), key=str))
def forward(*args, **kw): return target(*args, **kw)
def forward_some(first, *args, **kw): return forward(*args, c=first, **kw)
def only_named(*, a, b=1): return (a, b)
def positional(a, b=5, /, c=6): return (a, b, c)
def wrapping(f):
    @functools.wraps(f)
    def wrapper(*args, **kw):
        try: return f(*args, **kw)
        except TypeError as e: return ('TypeError', str(e))
    return wrapper
wrapped = wrapping(target)
@dataclasses.dataclass
class Vec:
    x: int
    y: float = 0.5
    tags: list = dataclasses.field(default_factory=list, compare=False)
    def __add__(self, other): return Vec(self.x + other.x, self.y + other.y, self.tags + other.tags) if isinstance(other, Vec) else NotImplemented
    def __post_init__(self):
        if self.x == 7: raise Oops('seven')
@dataclasses.dataclass(frozen=True, order=True, slots=True)
class Frozen:
    a: int
    b: str = 'b'
@dataclasses.dataclass
class Child(Vec):
    z: object = None
class Color(enum.Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    @property
    def next(self): return Color(self.value % 3 + 1)
class Level(enum.IntEnum):
    LOW = 1
    HIGH = 10
class Perm(enum.Flag):
    R = 4
    W = 2
    X = 1
Pair = collections.namedtuple('Pair', 'x y', defaults=[9])
class MyInt(int):
    def __add__(self, other): return MyInt(int(self) + int(other) + 1)
    def __repr__(self): return f'MyInt({int(self)})'
class MyStr(str):
    def __eq__(self, other): return str(self).lower() == str(other).lower()
    def __hash__(self): return hash(str(self).lower()) if False else 5
    def upper(self): return MyStr('<' + str.upper(self) + '>')
class MyList(list):
    def __getitem__(self, index): return ('got', super().__getitem__(index)) if isinstance(index, int) else MyList(super().__getitem__(index))
    def append(self, v): super().append(v if v != 3 else 'three')
class MyDict(dict):
    def __missing__(self, key):
        if key == 4: raise Oops('missing four')
        self[key] = key
        return -key
    def __setitem__(self, key, v): super().__setitem__(key, (v, 'set'))
class MyFloat(float):
    def __mul__(self, other): return MyFloat(float(self) * 2)
    def __lt__(self, other): return float(self) > float(other)
class MyTuple(tuple):
    def __len__(self): return 2
    def __iter__(self): return iter((1, 2))
class Vector:
    def __init__(self, *parts): self.parts = list(parts)
    def __len__(self): return len(self.parts)
    def __getitem__(self, k): return Vector(*self.parts[k]) if isinstance(k, slice) else self.parts[k]
    def __setitem__(self, k, v): self.parts[k] = v
    def __delitem__(self, k): del self.parts[k]
    def __contains__(self, v): return any(v is p or v == p for p in self.parts)
    def __matmul__(self, other): return sum(number(p) * number(q) for p, q in zip(self.parts, other.parts))
    def __imatmul__(self, other): return Vector(self @ other)
    def __divmod__(self, n): return ('divmod', n)
    def __round__(self, n=None): return ('round', n)
    def __pow__(self, n, m=None): return ('pow', n, m)
    def __rsub__(self, other): return ('rsub', other)
    def __neg__(self): return Vector(*(-number(p) for p in self.parts))
    def __index__(self): return len(self.parts)
    def __format__(self, spec): return f'<{spec}:{len(self.parts)}>'
    def __eq__(self, other): return self.parts == other.parts if isinstance(other, Vector) else NotImplemented
    def __repr__(self): return f'Vector{tuple(self.parts)!r}'
class Root:
    made = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
    def __class_getitem__(cls, item): return (cls.__name__, item)
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.args = args
        return self
    def run(self, n): return ['root', n]
class Left(Root, tag='l'):
    def run(self, n): return ['left', *super().run(n + 1)]
class Right(Root, tag='r'):
    def run(self, n): return ['right', *super().run(n * 2)]
class Bottom(Left, Right):
    def __init__(self, *args): self.count = len(args)
    def run(self, n):
        if n == 5: raise Oops('five')
        return ['bottom', *super().run(n)]
@functools.total_ordering
class Ranked:
    def __init__(self, v): self.v = v
    def __eq__(self, other): return self.v == other.v
    def __lt__(self, other):
        if self.v == 6: raise Oops('six')
        return self.v < other.v
    @functools.cached_property
    def costly(self):
        log.append(('costly', self.v))
        return self.v * 2
    @functools.singledispatchmethod
    def kind(self, x): return 'any'
    @kind.register
    def _(self, x: int): return 'int'
    @kind.register
    def _(self, x: str): return 'str'
    def __repr__(self): return f'R{self.v}'
@functools.lru_cache(maxsize=4)
def cached(n): return n * 2 if n < 3 else cached(n - 1) + cached(n - 2)
@functools.singledispatch
def dispatched(x): return 'object'
@dispatched.register
def _(x: int): return x + 1
@dispatched.register(float)
def _(x): return -x
@dispatched.register
def _(x: list): return [dispatched(q) for q in x]
@contextlib.contextmanager
def managed(n):
    log.append(('in', n))
    try: yield n * 2
    except KeyError as e: log.append(('kept', str(e)))
    finally: log.append(('out', n))
class Coded(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code
    def __str__(self): return f'code {self.code}'
def chained(n):
    try:
        try: [1][n]
        except IndexError as e:
            if n % 2: raise Coded(n, 'x') from e
            raise KeyError(n)
    except (Coded, KeyError) as e:
        if n % 3 == 0: e.add_note(f'note {n}')
        if n % 3 == 1: raise RuntimeError('outer') from None
        raise
def told(e):
    named = [(type(e).__name__, str(e), [f.name for f in traceback.extract_tb(e.__traceback__)])]
    for other in (e.__cause__, e.__context__):
        if other is not None: named += told(other)
    return named + traceback.format_exception_only(e)
def unbound(n):
    v = n
    if n % 3 == 0: del v
    try: return v
    except UnboundLocalError as e: return str(e)
    finally: v = None
def late(n):
    fs = [lambda: q for q in range(n)]
    gs = [lambda q=q: q for q in range(n)]
    return [f() for f in fs], [g() for g in gs]
def counter(start):
    count, calls = start, []
    def up(by=1):
        nonlocal count
        count += by
        calls.append(by)
        def undo():
            nonlocal count
            count -= calls.pop()
            return count
        return undo
    return up, lambda: (count, len(calls))
def even(n): return True if n <= 0 else odd(n - 1)
def odd(n): return False if n <= 0 else even(n - 1)
class Endless:
    def __getattr__(self, name): return getattr(self, name + 'x')
    def __eq__(self, other): return self == other
    def __repr__(self): return repr(self)
    def __lt__(self, other): return [self] < [other]
    def __call__(self): return self()
    def __iter__(self): yield from self
    @property
    def p(self): return self.p
def classify(v):
    match v:
        case None | True | False: return 'single'
        case int(n) if n > 2**40: return ('big', n)
        case 0 | 1 | 2: return 'few'
        case int(): return 'int'
        case float(x) if x != x: return 'nan'
        case float(): return 'float'
        case '' | 'a': return 'text'
        case str(s): return ('str', s[:1])
        case []: return 'empty'
        case [x]: return ('one', x)
        case [int(x), y, *rest]: return (x, y, len(rest))
        case [*_, 'end']: return 'ends'
        case {'k': k, **rest}: return ('k', k, len(rest))
        case {1: x, 2: y}: return (x, y)
        case Vec(x=0): return 'vec0'
        case Vec(x, y) if y > 1: return ('vec', x, y)
        case Pair(1, y): return ('pair', y)
        case Color.RED | Color.BLUE as c: return c.name
        case Thing(v=(1 | 2) as w): return ('thing', w)
        case (x, y) | [x, y, _]: return ('two', x, y)
        case _: return type(v).__name__`;

/** A function of one small int made of loops, try statements and jumps, nested at random. */
function nest(random: Random, name: string): string[] {
  const lines: string[] = [`def ${name}(n):`, "    steps, k = 0, n"];
  let places = 0;
  const emit = (indent: number, text: string): void => {
    lines.push("    ".repeat(indent) + text);
  };
  const jump = (indent: number, loops: number, inFinally: boolean): void => {
    const condition = `if (k + steps) % ${2 + random.below(4)} == ${random.below(3)}: `;
    const jumps = [
      "raise KeyError(k)",
      "raise ValueError(steps)",
      "k += 1",
      "[][k]",
      ...(inFinally ? [] : ["return (steps, k)", "return raising(k % 4)"]),
      ...(loops > 0 && !inFinally ? ["break", "continue", "continue"] : []),
    ];
    emit(indent, condition + random.pick(jumps));
  };
  const body = (indent: number, loops: number, depth: number, inFinally: boolean): void => {
    const place = places++;
    emit(indent, "steps += 1");
    if (random.chance(0.5)) emit(indent, `log.append((${place}, k))`);
    if (random.chance(0.6)) jump(indent, loops, inFinally);
    if (depth > 0)
      random.pick([
        () => {
          emit(indent, "try:");
          body(indent + 1, loops, depth - 1, inFinally);
          const kinds = random.pick([["KeyError"], ["ValueError", "KeyError"], ["(LookupError, ValueError)"], []]);
          for (const kind of kinds) {
            emit(indent, `except ${kind} as e:`);
            body(indent + 1, loops, depth - 2, inFinally);
            if (random.chance(0.3))
              emit(indent + 1, random.pick(["raise", "raise Oops(k) from e", "log.append(describe(e))"]));
          }
          if (kinds.length > 0 && random.chance(0.3)) {
            emit(indent, "else:");
            body(indent + 1, loops, depth - 2, inFinally);
          }
          if (kinds.length === 0 || random.chance(0.6)) {
            emit(indent, "finally:");
            body(indent + 1, 0, depth - 2, true);
          }
        },
        () => {
          emit(
            indent,
            random.pick([
              `for k in range(${2 + random.below(3)}):`,
              `for k in counting(3):`,
              `for k in [1, 2.5, True]:`,
            ]),
          );
          body(indent + 1, loops + 1, depth - 1, false);
          if (random.chance(0.3)) {
            emit(indent, "else:");
            body(indent + 1, loops, depth - 2, inFinally);
          }
        },
        () => {
          emit(indent, "while steps < 40:");
          body(indent + 1, loops + 1, depth - 1, false);
        },
        () => {
          emit(
            indent,
            random.pick(["with Manager(k % 3) as w:", "with managed(k):", "with Manager(1), managed(k) as w:"]),
          );
          body(indent + 1, loops, depth - 1, inFinally);
        },
      ])();
    if (random.chance(0.3)) jump(indent, loops, inFinally);
  };
  body(1, 0, 4, false);
  emit(1, "return (steps, k)");
  return lines;
}

/** What the statements of this file need in the program. */
export function formHeader(random: Random): string[] {
  return [...HEADER.split("\n"), ...nest(random, "nest1"), ...nest(random, "nest2")];
}

const SPECS = [
  "",
  "d",
  "05d",
  ",",
  "_",
  "x",
  "#b",
  "+",
  ">12",
  "<8",
  "^9",
  "*^9,d",
  "e",
  ".3f",
  "08.2f",
  "g",
  ".2%",
  "n",
  "c",
  "s",
  "10.3",
  "=+8",
  "z.1f",
];

/** Statements, lines of them; `name` is free for them, with anything added to it. */
export function formStatement(random: Random, values: Values, names: Names, name: string): string[] {
  const i = (): string => values.index(names);
  const of = (...kinds: Parameters<Values["of"]>[0][]): string => values.of(random.pick(kinds), names, 1);
  const number = (): string => of("int", "int", "float", "num", "bool");
  const any = (): string => of("int", "float", "num", "str", "tuple", "list", "obj", "bool", "mixed", "dict");
  const text = (): string => `${of("str")}[:12]`;
  const caught = (...lines: string[]): string[] => [
    "try:",
    ...lines.map((line) => `    ${line}`),
    "except Exception as e: log.append(describe(e))",
  ];
  const log = (expression: string): string[] => caught(`log.append(${expression})`);
  const [a, b, c] = [`${name}a`, `${name}b`, `${name}c`];
  const args = (): string =>
    random.pick([
      number(), `${number()}, ${number()}`, `*(${i()}, 2, 3)[:${i()} % 4]`, `${number()}, c=${i()}`, `**{'a': ${i()}, 'z': 1}`,
      `1, *range(${i()} % 3), c=4, **dict(q=${number()})`, `${i()}, a=2`, `b=${number()}`, `1, 2, 3, 4, k=5, c=${number()}`, "",
    ]); // biome-ignore format: a table
  const slice = (): string =>
    `${random.pick(["", i(), `-${i()}`])}:${random.pick(["", i(), `-${i()}`])}${random.pick(["", ":2", ":-1", ":-2", `:${i()} - 1`])}`;
  return random.pick<() => string[]>([
    // Arguments
    () =>
      log(`${random.pick(["target", "forward", "forward_some", "wrapped", "only_named", "positional"])}(${args()})`),
    () => log(`functools.partial(${random.pick(["target", "forward", "positional"])}, ${i()})(${args()})`),
    () => log(`(lambda *p, **k: (len(p), list(k)))(${args()})`),
    // Patterns
    () => log(`classify(${any()})`),
    () =>
      log(
        `[classify(q) for q in (${random.pick(["[1, 2, 3]", "(1, 'end')", "{'k': 1, 'j': 2}", "{1: 3, 2: 4}", "Vec(0)", "Vec(2, 3.5)", "Pair(1)", "Color.RED", "Color.GREEN", "Thing(2)", "MyInt(1)", "2**47", "2**41", "nan", "b'x'", "[[]]", "None"])}, ${any()})]`,
      ),
    () => [
      `match ${random.pick([`(${number()}, ${i()} % 3)`, `[${i()} % 3, ${any()}]`])}:`,
      `    case (0, ${a}) | (${a}, 0): log.append(('zero', ${a}))`,
      `    case [int() | float() as ${a}, 1]: log.append(('one', ${a}))`,
      `    case (_, [*${a}] | {'v': ${a}}): log.append(${a})`,
      "    case _: log.append('none')",
    ],
    // Classes of the library
    () => log(`Vec(${i()}, ${number()}) + Vec(${i()}, 1.5, [2])`),
    () => [
      `${a} = ${random.pick(["Vec", "Child"])}(${i()} % 5, ${number()})`,
      `${a}.y = ${number()}`,
      `log.append((${a}, ${a} == Vec(1, 2), dataclasses.astuple(${a}), dataclasses.replace(${a}, x=3)))`,
    ],
    () => [
      `${a} = Frozen(${i()} % 4)`,
      ...log(`(${a} < Frozen(2), hash(${a}) == hash(Frozen(1)), ${a}, {${a}: 1}.get(Frozen(2)))`),
      ...caught(`${a}.${random.pick(["a", "b", "c"])} = 1`),
    ],
    () =>
      log(
        `(Color(${i()} % 4), Color.RED.next, Level.HIGH > ${number()}, Perm(${i()} % 8) | Perm.W, [q.name for q in Color], Color['GREEN'] is Color(2))`,
      ),
    () => log(`sum(q.value for q in Color if q ${random.pick(["is", "is not", "==", "!="])} Color(${i()} % 3 + 1))`),
    () => [
      `${a} = Pair(${number()}, ${i()})`,
      `${b}, ${c} = ${a}`,
      `log.append((${a}.x, ${a}[1], ${a}._replace(y=${number()}), ${a} == (${b}, ${c}), Pair(1)))`,
    ],
    () => log(`(cached(${i()} % 9), cached.cache_info()[:2])`),
    () => log(`dispatched(${any()})`),
    () => [
      `${a} = [Ranked(${i()} % 8), Ranked(${i()} % 8), Ranked(3)]`,
      ...log(
        `(sorted(${a}), ${a}[0] >= ${a}[1], ${a}[0].costly + ${a}[0].costly, max(${a}), ${a}[1].kind(${of("int", "str", "float")}))`,
      ),
    ],
    () => [
      `${a} = ${random.pick(["Bottom", "Left", "Right", "Root"])}(${i()})`,
      ...log(`(${a}.run(${i()} % 7), ${a}.args, ${a}.tag if type(${a}) is not Root else None, Root[${i()}])`),
    ],
    () => [
      `class ${a}(${random.pick(["Left", "Right", "Vec", "MyInt", "Bottom"])}):`,
      `    attr = ${i()}`,
      `    def run(self, n): return (${b}, __class__.attr, super().run(n))`,
      `${b} = ${number()}`,
      ...log(`${a}(${i()} % 6).run(2)`),
    ],
    () =>
      log(
        `type('Made', (${random.pick(["Thing", "Left", "MyList", "object"])},), {'kind': ${any()}, '__len__': lambda self: ${i()} % 5})(${random.pick(["", i()])}).kind`,
      ),
    // Subclasses of built-in types
    () =>
      [
        `${a} = MyInt(${number()} if not isinstance(${number()}, float) else 3)`,
        `log.append((${a} + ${i()}, ${i()} + ${a}, ${a} * 2, -${a}, ${a} == ${i()}, sum([${a}, ${a}])))`,
      ]
        .map((line) => line)
        .flatMap((line) => caught(line)),
    () =>
      log(
        `(MyStr(${text()}) == ${text()}, MyStr('Ab') in {'ab': 1}, MyStr(${text()}).upper(), MyStr('x') + 'y', {MyStr('K'): 1}.get(MyStr('k')))`,
      ),
    () => [
      `${a} = MyList([1, 2])`,
      `${a}.append(${i()})`,
      ...log(
        `(${a}[${i()} % 4], ${a}[${slice()}], [*${a}], ${a} + [3], sum(${a}[1:2], 0) if type(${a}[-1][1]) is int else 0)`,
      ),
    ],
    () => [
      `${a} = MyDict()`,
      `${a}[1] = ${number()}`,
      ...log(`(${a}[${i()} % 6], ${a}[1], ${a}.get(9), sorted(map(str, ${a}.items())), {**${a}})`),
    ],
    () =>
      log(
        `(MyFloat(${of("float")}) * 3, MyFloat(2) < MyFloat(1), sorted([MyFloat(1), MyFloat(2)]), min(MyFloat(1), MyFloat(4)), MyTuple((5, 6, 7)), len(MyTuple((1,))), [*MyTuple((8,))], (lambda *q: q)(*MyTuple((3, 4, 5))))`,
      ),
    // Operators
    () => [
      `${a} = Vector(${i()}, ${number()}, 3)`,
      ...caught(
        `${a}[${i()} % 4] = ${number()}`,
        `log.append((${a}[${slice()}], ${a} @ Vector(1, 2), divmod(${a}, 2), round(${a}, 1), pow(${a}, 2, 3), 5 - ${a}, [1, 2, 3, 4, 5][${a}:], ${i()} in ${a}, f'{${a}:q}'))`,
        `${a} @= ${a}`,
        `del ${a}[${i()} % 3]`,
      ),
    ],
    () => log(`(${number()} if ${of("bool")} else ${any()}) or ${any()} and not ${any()}`),
    () =>
      log(
        `(${number()} < ${number()} <= ${number()}, ${number()} in (${i()}, ${number()}), ${any()} == ${any()}, ${any()} is ${any()} and 0)`,
      ),
    // Text, bytes, formatting
    () => log(`f'{${number()}:${random.pick(SPECS)}}|{${text()}!r:>8}|{${i()}=}'`),
    () =>
      log(
        `'${random.pick(["%5d|%s", "%x|%r", "%-6s|%+.2f", "%c|%s", "%05.1f|%5s", "%e|%.3s", "%i|%a"])}' % (${number()}, ${random.pick([number(), text()])})`,
      ),
    () => log(`'{0:{1}}{2[0]}{x.v}'.format(${number()}, ${i()} % 12 + 1, ${text()} or 'q', x=Thing(${i()}))`),
    () => [
      `${a} = ${text()} + 'a,B c'`,
      ...log(
        `(${a}[${slice()}], ${a}.${random.pick(["upper()", "title()", "swapcase()", "split()", "split(',')", "partition(',')", "rpartition(' ')", "replace('a', 'bb')", "strip('a')", "center(15, '*')", "zfill(14)", "find('c')", "count('a')", "encode()", "encode('utf-16-le')[:6]", "translate({97: 'z', 44: None})", "ljust(13)", "expandtabs(3)", "casefold()", "isalpha()", "rindex('B')", "splitlines(True)", "removeprefix('a')", "startswith(('a', 'k'))"])})`,
      ),
    ],
    () => [
      `${a} = bytearray(b'abcdef')`,
      ...caught(
        `${a}[${slice()}] = bytes(${i()} % 4)`,
        `${a}.append(${i()})`,
        `log.append((bytes(${a}), ${a}.find(b'd'), ${a}[${slice()}], b'%d-%s' % (${i()}, bytes(${a}[:2])), ${a}.hex(), memoryview(${a})[1:3].tolist()))`,
      ),
    ],
    () =>
      log(
        `struct.unpack('<${random.pick(["bh", "iq", "fd", "?H"])}', struct.pack('<${random.pick(["bh", "iq", "fd", "?H"])}', ${i()}, ${number()}))`,
      ),
    () => log(`re.sub(r'[aeiou](.)?', lambda m: str(m.start()) + (m[1] or '-'), ${text()} + 'banana')`),
    () =>
      log(
        `(re.findall(r'(\\w)(\\d)?', ${text()}), re.split(r'[,b]', ${text()} + 'a,b'), bool(re.fullmatch(r'a+b?', ${text()})))`,
      ),
    () =>
      log(
        `(ascii(${text()}), [ord(q) for q in ${text()}][:4], chr(${i()} + 97) * (${i()} % 4), ${text()} < ${text()}, max(${text()} or 'm'), ''.join(reversed(${text()})))`,
      ),
    // Numbers
    () => [
      `${a} = (${of("int")}) * (${of("int")}) + ${i()}`,
      ...log(
        `(${a} >> ${i()}, ${a} << ${i()}, divmod(${a}, ${of("int")}), ${a}.bit_length(), ${a} & ${of("int")}, ${a} ^ -1, abs(${a}), hex(${a}), pow(${a}, 3, 1000007), int(str(${a})), float(${a}), ${a}.bit_count())`,
      ),
    ],
    () =>
      log(
        `(${of("int")}).to_bytes(${i()} % 9 + 1, '${random.pick(["big", "little"])}', signed=${random.pick(["True", "False"])})`,
      ),
    () =>
      log(
        `(round(${of("float")}, ${i()} % 4), (${of("float")}).is_integer(), (${of("float")}).hex(), divmod(${of("float")}, ${number()}), int(${of("float")}), math.floor(${number()}), str(${of("float")}))`,
      ),
    () =>
      log(
        `(math.isqrt(abs(${of("int")})), math.gcd(${of("int")}, ${of("int")}), math.comb(${i()}, 3), (${number()}) ** 2, (${number()}) // (${number()}), (${number()}) % (${number()}), math.copysign(${number()}, -0.0))`,
      ),
    () =>
      log(
        `(complex(${number()}, 1) * 2j, int('${random.pick(["12", "-0x1f", " 7 ", "1_000", "z", "", "9".repeat(20)])}', ${random.pick(["10", "0", "36"])}), bool(${any()}))`,
      ),
    // Containers changed while they are looked at
    () => [
      `${a} = {q: q for q in range(${i()} % 6 + 2)}`,
      ...caught(
        `for q in ${a}${random.pick(["", ".items()", ".values()", ".copy()"])}:`,
        `    ${random.pick([`${a}[len(${a}) + 50] = 1`, `${a}.pop(0, None)`, `${a}[0] = q`, `${a}.clear()`, `${a}.update({1: 2})`, `del ${a}[next(iter(${a}))]`])}`,
      ),
      `log.append(${a})`,
    ],
    () => [
      `${a} = set(range(${i()} % 6 + 2))`,
      ...caught(
        `for q in ${a}:`,
        `    ${random.pick([`${a}.add(q + 50)`, `${a}.discard(q)`, `${a}.clear()`, `${a} -= {q}`, `${a}.remove(q + 1)`])}`,
        `    if len(${a}) > 20: break`,
      ),
      `log.append(sorted(${a}))`,
    ],
    () => [
      `${a} = list(range(${i()} % 5 + 2))`,
      ...caught(
        `for n${name}, q in enumerate(${a}):`,
        `    ${random.pick([`${a}.remove(q)`, `${a}.insert(0, n${name})`, `${a}.pop()`, `${a}[:] = ${a}[1:]`, `${a}.append(q)`, `del ${a}[::2]`, `${a} += [1]`])}`,
        `    if len(${a}) > 15: break`,
      ),
      `log.append(${a})`,
    ],
    () => [
      `${a} = collections.deque(range(${i()} % 5 + 1), maxlen=6)`,
      ...caught(
        `for q in ${a}:`,
        `    ${random.pick([`${a}.append(q)`, `${a}.popleft()`, `${a}.rotate(1)`, "pass", `${a}[0] = 7`])}`,
      ),
      `${a}.extendleft([8, 9])`,
      `log.append(${a})`,
    ],
    () => [
      `${a} = [${any()}, ${i()}, 3, ${i()} % 3, 5.5]`,
      ...caught(
        `${a}.sort(key=${random.pick(["picky", "str", "lambda q: raising(number(q) % 5)", `lambda q: ${a}.clear()`, `lambda q: len(${a})`, "functools.cmp_to_key(lambda p, q: number(p) - number(q))", "functools.cmp_to_key(lambda p, q: 1 // number(q))", "lambda q: Ranked(number(q) % 8)"])}${random.pick(["", ", reverse=True"])})`,
      ),
      `log.append(${a})`,
    ],
    () =>
      caught(
        `${a} = [5, 3, ${number()}, 1]`,
        `${a}.sort()`,
        `log.append((${a}, sorted(${a}, key=lambda q: -number(q)), sorted([${number()}, ${of("num", "str")}]), ${a}.index(${i()})))`,
      ),
    // Slices and unpacking
    () => [
      `${a} = list(range(8))`,
      ...caught(
        `${random.pick([`${a}[${slice()}] = [${number()}, ${i()}]`, `del ${a}[${slice()}]`, `${a}[${i()} % 9] = ${any()}`, `${a}[${slice()}] = ${of("tuple", "list", "str")}`, `${a}[::2] = range(4)`])}`,
        `log.append((${a}, ${a}[${slice()}], ${a}[-${i()} % 9]))`,
      ),
      `log.append(len(${a}))`,
    ],
    () =>
      caught(
        `${random.pick([`${a}, *${b} = ${of("tuple", "list", "str")}`, `*${b}, ${a} = ${of("tuple", "list", "str")}`, `${a}, (${b}, ${c}) = ${i()}, (1, 2, 3)[:${i()} % 4]`, `${a} = ${b} = [${i()}]; ${b} += [1]`, `(${a}, ${b}), ${c} = ${any()}, 1`])}`,
        `log.append((${a}, ${b}))`,
      ),
    () => [
      `${a} = [0, 0, 0]`,
      `${b} = 0`,
      ...caught(
        `${a}[${b}] = ${b} = ${i()} % 4`,
        `${a}[(${b} := ${b} - 1)] += ${number()}`,
        `${a}[${i()} % 3] ${random.pick(["+=", "*=", "-=", "//=", "|="])} ${number()}`,
      ),
      `log.append((${a}, ${b}))`,
    ],
    // Dicts and sets
    () => [
      `${a} = dict(zip('abc', (${number()}, ${i()}, 3)))`,
      ...log(
        `(${a} | {'d': ${any()}}, ${a}.keys() & {'a', 'z'}, ${a}.items() >= {('c', 3)}, ${a}.setdefault('e', ${i()}), ${a}.pop('b'), ${a}.popitem(), list(reversed(${a})), ${a} == {'a': 1})`,
      ),
    ],
    () =>
      log(
        `(set(${of("tuple")}[:3]) ${random.pick(["|", "&", "-", "^", "<=", ">"])} {1, 2, ${number()}}, frozenset([${i()}]) in {frozenset([1]): 2}, {1, 2} == {2.0, True}, {${number()}, ${number()}} and 1)`,
      ),
    () => [
      `${a} = collections.${random.pick(["defaultdict(list)", "defaultdict(lambda: [7])"])}`,
      `${a}[${i()} % 3].append(${number()})`,
      `${b} = collections.Counter(${text()})`,
      `${b}.update('aab')`,
      `log.append((dict(${a}), ${b}.most_common(2), ${b} - collections.Counter('a')))`,
    ],
    () => [
      `${a} = collections.OrderedDict.fromkeys(range(4))`,
      ...caught(
        `${a}.move_to_end(${i()} % 5, last=${of("bool")})`,
        `log.append((list(${a}), ${a}.popitem(False), collections.ChainMap({1: 2}, ${a})[${i()} % 4]))`,
      ),
    ],
    // Nests, exceptions, closures, recursion
    () => log(`${random.pick(["nest1", "nest2"])}(${i()})`),
    () => log(`${random.pick(["nest1", "nest2"])}(${i()} % 5)`),
    () => [
      `try: chained(${i()} % 9)`,
      `except Exception as e: log.append((${random.pick(["told(e)", "describe(e)", "describe(e)"])}, e.args, getattr(e, 'code', None), type(e.__cause__).__name__, e.__suppress_context__, getattr(e, '__notes__', None)))`,
    ],
    () =>
      caught(
        `with managed(${i()} % 4) as ${a}, contextlib.suppress(${random.pick(["ValueError", "IndexError", "Oops"])}):`,
        `    raising(${i()} % 4)`,
        `    ${a} = [1, 2][${i()} % 3]`,
        `    raise KeyError(${a})`,
      ),
    () => log(`(unbound(${i()}), late(${i()} % 4))`),
    () => [
      `${a}, ${b} = counter(${number()})`,
      `${c} = ${a}(${i()})`,
      `${a}()`,
      ...log(`(${b}(), ${c}(), ${b}(), ${a}.__closure__ is not None)`),
    ],
    () => log(`[[p * q for p in range(q) if (r := p + q) % 2] for q in range(${i()} % 5)]`),
    () =>
      log(
        `{p: {q: [r for r in range(q) if raising(r) or ${of("bool")}] for q in range(p % 3)} for p in range(${i()} % 4)}`,
      ),
    () => log(`sum(f(q) for f in [lambda z: z + q for q in range(3)] for q in range(${i()} % 4))`),
    () => log(`(even(${i()}), odd(${random.pick(["5", i(), "30"])}))`),
    () => [
      `if ${i()} == ${random.pick(["4", "9", "17"])}:`,
      ...[
        `try: ${random.pick(["Endless().a", "Endless() == 1", "repr(Endless())", "Endless() < Endless()", "Endless()()", "list(Endless())", "Endless().p", "even(10**6)", "sorted([Endless(), Endless()])"])}`,
        "except RecursionError: log.append('deep')",
      ].map((line) => `    ${line}`),
    ],
    () =>
      log(
        `(eval('${random.pick(["i + 1", "[q for q in range(3)]", "1 / 0", "number(2.5)"])}'), sorted(q for q in locals() if len(q) == 1)[:3])`,
      ),
    () => [
      `${a} = 0`,
      `while ${a} < ${i()} % 7:`,
      `    ${a} += 1`,
      `    if ${a} == ${random.pick(["3", i()])}: break`,
      `else: log.append(('else', ${a}))`,
    ],
    () => [`${a} = ${any()}`, `del ${a}`, `if ${i()} % 4: ${a} = 1`, ...log(a)],
  ])();
}
