// Iterators of generated programs: pipelines of built-in ones over generators with predicates that keep state or raise, generators that are sent to,
// thrown into and closed midway, coroutines and what drives them, recursive `yield from`.
import type { Random } from "../random.ts";
import type { Names } from "./names.ts";
import type { Values } from "./values.ts";

/** What the statements of this file need in the program. */
export const ITERATOR_HEADER = `import itertools
def every(k):
    seen = 0
    def test(q):
        nonlocal seen
        seen += 1
        return seen % k != 0
    return test
def picky(q):
    if number(q) == 4: raise ValueError(q)
    return number(q) % 3 != 1
def echo(n):
    got = 0
    try:
        while n > 0:
            try: got = (yield number(got) + n)
            except KeyError as e: got = log.append(('thrown', str(e), n))
            n -= 1
    finally: log.append(('echo ends', n))
    return got
def relay(n):
    result = yield from echo(n)
    log.append(('relayed', result))
    yield number(result)
def tree(n): return None if n <= 0 else (tree(n - 1), n, tree(n - 2))
def walk(t):
    if t is not None:
        yield from walk(t[0])
        yield t[1]
        yield from walk(t[2])
def guarded(n):
    with Manager(n % 3):
        for q in range(n):
            if q == 5: raise ValueError(q)
            yield q
class Items:
    def __init__(self, n): self.n = n
    def __getitem__(self, index):
        if index >= self.n: raise IndexError(index)
        return index * 2
    def __contains__(self, q): return number(q) < self.n
    def __call__(self, q): return number(q) + self.n
    def __len__(self): return self.n
class Step:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return number(got) + self.v
class Steps:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n <= 0: raise StopAsyncIteration
        self.n -= 1
        return await Step(self.n)
    async def __aenter__(self): return await Step(1)
    async def __aexit__(self, kind, value, tb):
        log.append(('aexit', kind and kind.__name__))
        return await Step(0) == 1
async def agen(n):
    for q in range(n):
        if q == 6: raise Oops(q)
        yield await Step(q)
async def summed(n):
    total = 0
    for q in range(n): total += await Step(q)
    return total
async def mixed(n):
    total = await summed(n % 4)
    async for q in Steps(n): total += q
    async with Steps(n) as q: total += q // (n % 3)
    try:
        async for q in agen(n): total += q
    except Oops as e: total += len(lines_of(e)[0])
    return total + sum([q async for q in agen(n % 5)])
def drive(coroutine, most=200):
    got, n = None, 0
    try:
        while n < most:
            got = coroutine.send(got)
            n += 1
    except StopIteration as e: return e.value
    coroutine.close()
    return ('cut', n)`;

/** A predicate of one argument that raises now and then if it may. */
function predicate(random: Random, mayRaise: boolean): string {
  return random.pick([
    "None",
    "(lambda q: number(q) % 3)",
    "(lambda q: q != 2)",
    `every(${2 + random.below(3)})`,
    "number",
    mayRaise ? "picky" : "bool",
    "Items(3).__contains__",
  ]);
}

/** Something that can be iterated over and ends after at most `count` items, each an int, a float or a bool. */
export function pipeline(random: Random, generators: readonly string[], count: number, depth = 2): string {
  const source = (): string =>
    depth > 0 && random.chance(0.6)
      ? pipeline(random, generators, count, depth - 1)
      : random.pick([
          `range(${count})`,
          `counting(${count})`,
          `walk(tree(${Math.min(5, count)}))`,
          `guarded(${Math.min(5, count)})`,
          `(q * 2 for q in counting(${count}))`,
          `[1, 2.5, 3, True, 2**50][:${count}]`,
          `Items(${count})`,
          `dict.fromkeys(range(${count})).keys()`,
          `{q: 1.5 for q in range(${count})}.values()`,
          `Counting(${count})`,
          ...generators.map((name) => `map(number, ${name}(${count}))`),
        ]);
  const test = (): string => predicate(random, false);
  return random.pick([
    () => source(),
    () => `filter(${test()}, ${source()})`,
    () => `itertools.filterfalse(${test()}, ${source()})`,
    () => `map(number, ${source()})`,
    () => `map(lambda q, r: number(q) - number(r), ${source()}, ${source()})`,
    () => `itertools.islice(${source()}, ${random.below(3)}, ${count}${random.pick(["", ", 2"])})`,
    () => `(number(q) + n for n, q in enumerate(${source()}))`,
    () => `(q for q in ${source()} if number(q) % 4)`,
    () => `itertools.chain(${source()}, ${source()})`,
    () => `itertools.takewhile(lambda q: number(q) < ${count >> 1 || 1}, ${source()})`,
    () => `itertools.dropwhile(lambda q: number(q) < 2, ${source()})`,
    () => `(number(q) * number(r) for q, r in zip(${source()}, ${source()}))`,
    () => `(number(q) - number(r) for q, r in itertools.pairwise(${source()}))`,
    () => `itertools.accumulate(map(number, ${source()}), lambda q, r: (q + r) % 1000003)`,
    () => `itertools.compress(${source()}, itertools.cycle([1, 0, 1]))`,
    () => `(len(list(group)) for _, group in itertools.groupby(${source()}, lambda q: number(q) // 3))`,
    () => `itertools.starmap(lambda q, r: number(q) ^ number(r), zip(${source()}, ${source()}))`,
    () => `reversed(list(${source()}))`,
    () => `sorted(map(number, ${source()}))`,
  ])();
}

/** Statements, lines of them, that use iterators which live longer than one loop. `name` is free for them. */
export function iteratorStatement(
  random: Random,
  values: Values,
  names: Names,
  generators: readonly string[],
  name: string,
): string[] {
  const i = (): string => values.index(names);
  const caught = (line: string): string[] => [`try: ${line}`, "except Exception as e: log.append(describe(e))"];
  const source = (): string => pipeline(random, generators, 6);
  return random.pick<() => string[]>([
    () => caught(`log.append(list(filter(${predicate(random, true)}, ${source()})))`),
    () =>
      caught(
        `log.append(${random.pick(["sum", "max", "list", "tuple", "set", "sorted", "any", "all"])}(map(number, [0, *${source()}])))`,
      ),
    () => caught(`log.append([q for q in guarded(${i()} % 8) if picky(q)])`),
    () => [
      `${name} = iter(${source()})`,
      `for q in ${name}:`,
      `    if number(q) > ${i()} % 3: break`,
      `log.append((next(${name}, 'end'), [*${name}][:3]))`,
    ],
    () => [
      `${name} = ${random.pick(["echo", "relay"])}(${i()} % 4 + 1)`,
      ...caught(
        `log.append((next(${name}), ${name}.send(${i()}), ${name}.${random.pick(["throw(KeyError(3))", "throw(Oops('in'))", "send('s')", "close()"])}))`,
      ),
      `log.append(next(${name}, 'end'))`,
    ],
    () => [`${name} = relay(3)`, `log.append(next(${name}))`, `del ${name}`],
    () => caught(`log.append(drive(${random.pick(["summed", "mixed", "mixed"])}(${i()} % 9)))`),
    () => caught(`log.append(drive(mixed(${i()} % 9), ${i()} % 12))`),
    () => caught(`log.append((${i()} in Items(5), Items(2)(${i()}), [*Items(${i()} % 4)], len(Items(3))))`),
    () => caught(`log.append(sum(walk(tree(${i()} % 5))))`),
    () => [
      `${name} = [echo(2), counting(3), walk(tree(3))]`,
      `for q in range(${i()} % 5): log.append(next(${name}[q % 3], None))`,
    ],
    () => caught(`log.append(','.join(str(q) for q in ${source()})[:60])`),
    () => caught(`log.append({number(q): n for n, q in enumerate(${source()})})`),
  ])();
}
