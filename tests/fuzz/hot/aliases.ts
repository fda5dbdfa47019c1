// Statements of generated programs that reach one thing under several names: objects, containers, iterators that live on from one round to the next,
// variables shared with a closure, globals and class attributes that a call changes. What a trace knows under one name must hold under the others.
import type { Random } from "../random.ts";
import type { Names } from "./names.ts";
import type { Values } from "./values.ts";

/** What the statements of this file need in the program. */
export const ALIAS_HEADER = `class Box:
    w = 0
    def __init__(self, v, it=None): self.v, self.it, self.other = v, it, self
    def bump(self, k):
        self.v = number(self.v) + number(k)
        if not -2**60 < self.v < 2**60: self.v = 0
        return self.v
    def swap(self, box): self.v, box.v = box.v, self.v
class Base(Box): pass
shared = Box(0)
mirror = [shared, Box(1)]
table = {'box': shared, 'n': 0}
level = 0
def raise_level(k):
    global level
    level = number(level) % 1000 + number(k) % 7
    return level
def endless():
    n = 0
    while True:
        got = yield n
        n = n + 1 if got is None else number(got) % 1000
def streams_of(m):
    made = [
        iter(range(m)), enumerate(range(m)), zip(range(m), endless()), map(number, range(m)), endless(), iter(list(range(m))),
        (q for q in range(m)), itertools.count(), reversed(range(m)), iter(dict.fromkeys(range(m))), enumerate(iter(range(m))),
        zip(range(m), range(m)), itertools.dropwhile(lambda q: q < 3, range(m)), iter(tuple(range(m))), reversed([*range(m)]),
        iter({q: str(q) for q in range(m)}.items()), (q + n for n, q in enumerate(range(m))),
    ]
    return [Box(n, it) for n, it in enumerate(made)]
streams = streams_of(3000)
twins = [Box(box.v, box.it) for box in streams]
def step(box):
    for q in box.it: return q
    return 'end'`;
const STREAMS = 17;

/** Statements, lines of them; `name` is free for them, with anything added to it. */
export function aliasStatement(random: Random, values: Values, names: Names, name: string): string[] {
  const i = (): string => values.index(names);
  const any = (): string => values.of(random.pick(["int", "int", "float", "num", "str"]), names, 1);
  const box = (): string =>
    random.pick([
      "shared",
      "mirror[0]",
      "mirror[-1]",
      "table['box']",
      "shared.other",
      `mirror[${i()} % 2]`,
      `Box(${any()})`,
      "shared.other.other",
    ]);
  const take = (stream: number): string => {
    const from = random.pick([`streams[${stream}]`, `twins[${stream}]`]);
    return random.pick([`next(${from}.it, 'end')`, `step(${from})`, `next(${from}.it, 'end')`]);
  };
  const caught = (line: string): string[] => [`try: ${line}`, "except Exception as e: log.append(describe(e))"];
  const [a, b, c] = [`${name}a`, `${name}b`, `${name}c`];
  return random.pick<() => string[]>([
    () => [
      `${a}, ${b} = ${box()}, ${box()}`,
      `${a}.v = ${any()}`,
      `${b}.v = ${any()}`,
      `log.append((${a}.v, ${b}.v, shared.v, ${a} is ${b}))`,
    ],
    () => [
      `${a}, ${b} = ${box()}, ${box()}`,
      `${a}.v, ${b}.v = ${i()}, ${i()}`,
      `log.append((${a}.bump(${i()}), ${b}.v, ${b}.bump(2), ${a}.v))`,
      ...(random.chance(0.5) ? [`${a}.swap(${b})`, `log.append((${a}.v, ${b}.v))`] : []),
    ],
    () => [`shared.other = ${random.pick(["shared", "mirror[1]", `Box(${any()})`])}`, "log.append(shared.other.v)"],
    () => [`mirror[${i()} % 2] = ${box()}`, "log.append((mirror[0].v, mirror[1].v, shared.v))"],
    () => {
      const stream = random.below(STREAMS);
      return [
        `for ${a} in ${random.pick(["streams", "twins"])}[${stream}].it:`,
        `    ${b} = ${take(stream)}`,
        `    ${c} = Box(${b})`,
        `    log.append((${a}, ${c}.v, ${take(stream)}))`,
        `    if ${i()} % ${2 + random.below(4)}: break`,
      ];
    },
    () => {
      const stream = random.below(STREAMS);
      return [
        `${a} = ${random.pick(["streams", "twins"])}[${stream}].it`,
        `for ${b}, ${c} in zip(range(${1 + random.below(5)}), ${a}): log.append((${b}, ${c}))`,
        `log.append((${take(stream)}, ${take(stream)}))`,
      ];
    },
    () => {
      const stream = `(${i()} % ${STREAMS})`;
      return [
        `${a}, ${b} = streams[${stream}], twins[${stream}]`,
        `log.append((next(${a}.it, 'end'), step(${b}), step(${a}), next(${b}.it, 'end')))`,
      ];
    },
    () => [
      `${a} = [${i()}, ${any()}, ${i()}]`,
      `${b} = ${random.pick([a, a, `${a}[:]`])}`,
      `${a}[0] = ${any()}`,
      `${b}[${i()} % 3] = ${any()}`,
      random.pick([`${b}.append(${any()})`, `${a}.pop()`, `${b} += [1]`, `${a}[1:] = ${b}[:1]`, `${b}.reverse()`]),
      `log.append((${a}[0], ${b}[-1], len(${a}), ${a} == ${b}))`,
    ],
    () => [
      `${a} = [${i()}, ${i()}, 3]`,
      `${b} = ${a}`,
      `for ${c} in ${a}:`,
      `    if number(${c}) < 4 and len(${b}) < 9: ${b}.${random.pick([`append(${i()})`, `insert(0, ${i()})`, "pop()"])}`,
      `log.append(${a})`,
    ],
    () => [
      `${a} = {'k': ${any()}, 'n': ${i()}}`,
      `${b} = ${random.pick([a, a, `dict(${a})`])}`,
      `${a}['k'] = ${any()}`,
      random.pick([
        `${b}['k'] = ${any()}`,
        `${b}.pop('k', None)`,
        `del ${b}['n']`,
        `${b}.update(k=${i()}, m=1)`,
        `${b}.clear()`,
      ]),
      `log.append((${a}.get('k'), ${b}.get('k'), len(${a}), list(${b})))`,
    ],
    () => [
      `${a} = ${any()}`,
      `def ${b}(q):`,
      `    ${names.isModule ? "global" : "nonlocal"} ${a}`,
      `    ${a} = q`,
      `    return ${i()}`,
      `${c} = ${a}`,
      `log.append((${a}, ${b}(${any()}), ${a}, ${c}))`,
    ],
    () => [`log.append((level, raise_level(${i()}), level))`],
    () => [
      `table['n'] = ${any()}`,
      `${a} = table`,
      `${a}['n'] = number(table['n']) + 1`,
      `log.append((table['n'], globals()['table']['n']))`,
    ],
    () => [
      `${a} = ${random.pick(["Box", "Base"])}(${i()})`,
      random.pick([
        `Box.w = ${i()}`,
        `Base.w = ${i()}`,
        `${a}.w = ${any()}`,
        `type(${a}).w = ${i()}`,
        `mirror[0].w = 3`,
      ]),
      `log.append((${a}.w, Box.w, Base.w, shared.w))`,
    ],
    () => caught(`del ${random.pick(["Base.w", "shared.w", "mirror[0].w"])}; log.append(('deleted', shared.w))`),
    () => [
      `${a} = bytearray(b'abcd')`,
      `${b} = memoryview(${a})`,
      `${a}[${i()} % 4] = ${i()} % 256`,
      `${b}[1] = ${i()} % 256`,
      `log.append((bytes(${a}), ${b}[0]))`,
    ],
    () => [
      `${a} = ${b} = ${random.pick(["shared", "mirror[1]"])}`,
      `${a}.v = ${i()}`,
      `${c} = [q.v for q in (${a}, ${b}, shared)]`,
      `setattr(${b}, 'v', ${any()})`,
      `log.append((${c}, ${a}.v, getattr(shared, 'v')))`,
    ],
  ])();
}
