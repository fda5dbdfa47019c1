// A random Python program for a seed: always the same one. Programs print much, end soon, and depend on nothing but the language: no hash order of
// strings, no addresses, no clock.
import { Expressions, Scope } from "./expressions.ts";
import { scene } from "./objects.ts";
import { Random } from "./random.ts";
import { Statements } from "./statements.ts";

const HEADER = `import functools, gc, operator, weakref
def brief(v):
    try: r = repr(v)
    except RecursionError: r = 'deep'
    if ' at 0x' in r: return type(v).__name__
    return r if len(r) < 200 else r[:150] + '...' + r[-40:] + str(len(r))
def show(*values): print(*map(brief, values))
def attempt(f, *args):
    try: show(f(*args))
    except Exception as e: show(type(e).__name__, str(e))
def clip(v):
    if isinstance(v, int): return v if -(1 << 200) < v < 1 << 200 else v % 1000003
    if isinstance(v, (str, bytes, list, tuple)): return v[:30]
    if isinstance(v, (dict, set, frozenset)) and len(v) > 30: return type(v)()
    return v
def raising(v): raise ValueError(v)
def raising_attribute(): raise AttributeError('raised')
class Odd(Exception): pass
class Base:
    kind = 'base'
    def who(self): return type(self).__name__
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __repr__(self): return f'Point({self.x!r}, {self.y!r})'
class Manager:
    def __init__(self, name, swallow): self.name, self.swallow = name, swallow
    def __enter__(self): print('enter', self.name); return self.name
    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind and kind.__name__)
        if self.swallow is ValueError: return kind is not None and issubclass(kind, ValueError)
        return self.swallow
def inner_generator(n):
    try: show('sent', (yield n))
    except Odd as e: yield 'inner caught'
    finally: show('inner end')
    return n * 2
def mixed(n):
    for i in range(n): yield (i, i * 2**45, i / 2, str(i), -i)[i * n % 5]
OPERATORS = [operator.add, operator.sub, operator.mul, operator.eq, operator.lt, operator.ge, operator.contains, operator.iadd, operator.ne, operator.and_]
total = 0`;

export function generate(seed: number): string {
  const random = new Random(seed);
  const expressions = new Expressions(random);
  const statements = new Statements(random, expressions);
  const scope = new Scope();
  statements.emit(...HEADER.split("\n"));
  const place = { scope, inLoop: false, inFunction: false, depth: 3 };
  for (const type of ["int", "float", "str", "list", "strs", "dict", "idict", "set", "tuple"] as const) {
    if (random.chance(0.6)) statements.assign(type, { ...place, scope });
  }
  const parts = 3 + random.below(6);
  for (let i = 0; i < parts; i++) {
    if (random.chance(0.25)) statements.emit(...scene(random, expressions, scope, i));
    else if (random.chance(0.97)) statements.guarded(place, 1 + random.below(4));
    else statements.statement(place);
  }
  statements.emit(
    `show(total, ${scope
      .all()
      .slice(0, 6)
      .map((name) => `globals().get('${name}')`)
      .join(", ")})`.replace(", )", ")"),
  );
  return `${statements.lines.join("\n")}\n`;
}
