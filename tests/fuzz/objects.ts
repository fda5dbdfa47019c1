// Scenes with classes, finalisers, recursion, sorting, coroutines and changes made where caches look: templates with random parts.
import type { Expressions, Scope } from "./expressions.ts";
import type { Random } from "./random.ts";

type Scene = (make: Maker) => string;

/** What a template fills its holes with. */
export class Maker {
  readonly random: Random;
  readonly id: number;
  private readonly expressions: Expressions;
  private readonly scope: Scope;

  constructor(random: Random, expressions: Expressions, scope: Scope, id: number) {
    this.random = random;
    this.expressions = expressions;
    this.scope = scope;
    this.id = id;
  }
  int(depth = 1): string {
    return this.expressions.of("int", this.scope, depth);
  }
  list(): string {
    return this.expressions.of("list", this.scope, 1);
  }
  any(): string {
    return this.expressions.of("any", this.scope, 1);
  }
  str(): string {
    return this.expressions.of("str", this.scope, 1);
  }
  pick(...items: string[]): string {
    return this.random.pick(items);
  }
  /** Each line by the flip of a coin. */
  maybe(...lines: string[]): string {
    return lines.filter(() => this.random.chance(0.5)).join("\n");
  }
  shuffled(...lines: string[]): string {
    return lines
      .map((line) => [this.random.next(), line] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, line]) => line)
      .join("\n");
  }
  number(below: number): number {
    return this.random.below(below);
  }
}

const operators: Scene = (m) => `
class Num${m.id}${m.pick("", "(Base)")}:
    ${m.pick("", "__slots__ = ('v',)")}
    def __init__(self, v=${m.int()}): self.v = v
    def __repr__(self): return f'N({self.v})'
    def __add__(self, o): return ${m.pick(`Num${m.id}(clip(self.v + (o.v if isinstance(o, Num${m.id}) else o)))`, "NotImplemented")}
    def __radd__(self, o): return ${m.pick(`Num${m.id}(clip(o * 2))`, "NotImplemented", "('radd', o)")}
    def __iadd__(self, o): ${m.pick("self.v = clip(self.v + 1); return self", "return NotImplemented", "return o")}
    def __mul__(self, o): return ${m.pick("self.v", "NotImplemented", "raising(o)")}
    def __eq__(self, o): return ${m.pick(`isinstance(o, Num${m.id}) and self.v == o.v`, "NotImplemented", "'yes'", "[]")}
    ${m.pick("def __hash__(self): return hash(self.v) & 3", "def __hash__(self): return 1", "", "__hash__ = None")}
    def __lt__(self, o): return ${m.pick("self.v < o.v", "NotImplemented", "self.v < getattr(o, 'v', o)")}
    def __bool__(self): return ${m.pick("self.v > 0", "bool(self.v)", "1", "raising(1)")}
    def __len__(self): return ${m.pick("3", "-1", "2**70", "self.v")}
    def __contains__(self, o): return ${m.pick("o == self.v", "0", "raising(o)", "'x'")}
    def __getitem__(self, i): ${m.pick("return i", "return [1, 2, 3][i]", "raise IndexError(i)")}
    def __index__(self): return ${m.pick("2", "self.v", "'no'")}
    def __neg__(self): return ${m.pick(`Num${m.id}(-self.v)`, "self")}
    def __call__(self, *a, **k): return a, k
    def __float__(self): return ${m.pick("1.5", "1")}
    def __format__(self, spec): return ${m.pick("f'fmt({spec})'", "spec + '!'", "7")}
a, b = Num${m.id}(${m.number(5)}), Num${m.id}(${m.int()})
objects = [a, b, 3, 2.5, 'q']
for x in objects:
    for op in ${m.pick("OPERATORS", "OPERATORS[::-1]", "OPERATORS[2:7]")}:
        for p, q in ((a, x), (x, a)):
            attempt(op, p, q)
attempt(lambda: a[1:2], )
attempt(lambda: [10, 20, 30, 40][a])
attempt(lambda: a(1, *[2], k=3, **{'z': 4}))
attempt(lambda: f'{a:>5}|{b!r:>8}')
attempt(lambda: list(a)[:3])
attempt(lambda: (not a, bool(b), len(a)))
attempt(lambda: [1 if o else 2 for o in (a, b)])
attempt(lambda: {a: 1, b: 2, ${m.int(0)}: 3}[a])
attempt(lambda: len({a, b, Num${m.id}(${m.number(5)})}))
attempt(lambda: sorted([b, a, Num${m.id}(1), Num${m.id}(0)]))
attempt(lambda: max(a, b, Num${m.id}(2)))
attempt(lambda: (a, 1) < (b, 2))
attempt(lambda: [a, b].index(b))
attempt(lambda: [a, b, a].count(a))
attempt(lambda: float(a) + range(10)[a])
attempt(lambda: -a)
a += ${m.pick("1", "b", "a", "'s'")}
show(a)
`;

const hotClass: Scene = (m) => `
class Hot${m.id}(${m.pick("", "Base", "list", "dict", "int", "Point")}):
    ${m.pick("limit", "rate")} = ${m.int()}
    def __init__(self, *args): self.n = ${m.number(4)}${m.pick("", "; self.extra = args")}
    def step(self, by=1):
        self.n = clip(self.n + by)
        return self.n
    ${m.pick("@property", "@staticmethod", "@classmethod", "")}
    def prop(${m.pick("self", "*self")}): return ${m.pick("1", "'p'")}
    ${m.pick("def __getattr__(self, name): return name", "def __getattr__(self, name): raise AttributeError('none: ' + name)", "def __setattr__(self, k, v): object.__setattr__(self, k, v)", "")}
class Sub${m.id}(Hot${m.id}):
    def step(self, by=2): return super().step(by) ${m.pick("+", "-", "*")} ${m.number(9)}
    ${m.pick("def __init__(self): super().__init__(1, 2); self.more = []", "", "__slots__ = ('w',)")}
items = [Hot${m.id}(), Sub${m.id}(), Hot${m.id}(), Sub${m.id}()]
out = []
for i in range(${m.pick("30", "100", "12")}):
    o = items[i % ${m.pick("2", "4", "1")}]
    try:
        out.append(o.step(${m.pick("", "i", "1.5")}))
        ${m.pick("out.append(o.prop)", "out.append(o.prop())", "out.append(o.missing)", "out.append(o.n)", "o.fresh = i; out.append(o.fresh)", "setattr(o, f'a{i}', i); out.append(len(o.__dict__))")}
    except Exception as e: out.append((type(e).__name__, str(e)))
    if i == ${m.number(12)}: ${m.pick(`Hot${m.id}.step = lambda self, by=0: 'patched'`, `Sub${m.id}.n = 99`, `Hot${m.id}.prop = ${m.any()}`, `items[0].step = lambda by=1: 'own'`, `del Sub${m.id}.step`, `items[0].__class__ = Sub${m.id}`, `Sub${m.id}.__bases__ = (Point,)`, `items[1].__dict__.clear()`, `del items[0].n`, `items[0].__dict__ = {'n': 5}`, `Hot${m.id}.n = property(lambda self: -1)`, `Hot${m.id}.__getattribute__ = lambda self, name: 0 if name == 'n' else object.__getattribute__(self, name)`)}
    if i == ${m.number(20)}: ${m.pick("items.reverse()", "items[1] = Point(1, 2)", "items[0].n = 'text'", "vars(items[0])['n'] = 2**70", "items[0].__dict__['z'] = i", "pass")}
show(${m.pick("[repr(o)[:30] for o in out]", "len(out), out[-3:]", "out[:40]")})
for o in items:
    attempt(lambda: sorted((k, v) for k, v in vars(o).items() if k != 'step' and type(v) in (int, str, list)))
attempt(lambda: [c.__name__ for c in type(items[1]).__mro__])
`;

const finalisers: Scene = (m) => `
class Dying${m.id}:
    def __init__(self, name, *others): self.name, self.others = name, others
    def __del__(self):
        print('del', self.name)
        ${m.pick("", "kept.append(self)", "raise ValueError('ignored')", "self.others = None", "kept.append(self.name)")}
D = Dying${m.id}
kept = []
def scope(a):
    b = D('b', a)
    ${m.pick("del a", "a = None", "c = [D('c'), b]", "b = D('b2')", "for b in (D('x'), D('y')): pass")}
    ${m.pick("return b", "return None", "return lambda: b", "raise KeyError('out')", "yield b; yield 2")}
${m.shuffled(
  "attempt(lambda: type(scope(D('arg'))).__name__)",
  "x = D('first'); x = D('second'); del x",
  "l = [D('l0'), D('l1'), D('l2')]; l[1] = None; del l[0]; l.clear()",
  "d = {1: D('d1'), 2: D('d2')}; d[1] = 0; d.pop(2); print('popped')",
  "c = D('cycle'); c.others = [c]; del c; gc.collect()",
  "p, q = D('p'), D('q'); p.others, q.others = q, p; p = q = None; print(gc.collect() > 0)",
  "t = (D('t0'), D('t1')); u = t; del t; u = ()",
  "[D(f'comp{i}') for i in range(3)] and None",
  "D('temp').name.upper()",
  "g = (D(f'g{i}') for i in range(3)); next(g); next(g); g.close(); del g",
  "f = lambda a=D('default'): a; del f",
  "s = D('s'); s.self = s; s.__dict__.clear(); s = None",
  "attempt(lambda: 1 + D('operand'))",
  "e1 = None\ntry: raise Odd(D('in exception'))\nexcept Odd as e: e1 = e\ne1 = None",
  "w = weakref.ref(D('weak')); print(w() is None)",
  "v = D('v'); w = weakref.ref(v, lambda r: print('callback', r() is None)); del v",
  "def gen():\n    a = D('in gen')\n    try: yield 1\n    finally: print('gen end')\ng = gen(); next(g); g = None",
  "class C: x = D('class attribute')\ndel C; gc.collect()",
  "z = [D('z')] * 3; z.pop(); z.pop(); print('one left'); z.pop()",
  "m = {D('key'): 1}; m.clear()",
  "a = b = D('two names'); del a; print('still'); b = 1",
)}
print(len(kept)); kept.clear()
gc.collect()
print('end')
`;

const recursion: Scene = (m) => `
class Deep${m.id}:
    ${m.pick("def __getattr__(self, n): return getattr(self, n + 'x')", "def __repr__(self): return repr(self)", "def __eq__(self, o): return self == o\n    __hash__ = None", "def __len__(self): return len(self)", "def __add__(self, o): return self + o", "@property\n    def p(self): return self.p", "def __getitem__(self, i): return self[i]", "def __call__(self): return self()", "def __iter__(self): return iter(self)", "def __bool__(self): return not self")}
def down${m.id}(n, *a):
    ${m.pick("return down(n + 1)", "return 1 + down(n + 1, *a, n)", "try: return down(n + 1)\n    finally: a", "with Manager(1, False) if n == 3 else Manager(2, True): return down(n + 1)", "return [down(x) for x in (n,)]", "return (lambda: down(n))()", "yield from down(n + 1)", "return sorted([1, 2], key=down)", "return max(map(down, (1,)))").replaceAll("down(", `down${m.id}(`)}
for f in (lambda: Deep${m.id}().a, lambda: repr(Deep${m.id}()), lambda: Deep${m.id}() == Deep${m.id}(), lambda: len(Deep${m.id}()), lambda: Deep${m.id}() + 1, lambda: Deep${m.id}().p, lambda: Deep${m.id}()[0], lambda: Deep${m.id}()(), lambda: list(Deep${m.id}()), lambda: bool(Deep${m.id}()), lambda: down${m.id}(0), lambda: list(down${m.id}(0))):
    try:
        r = f()
        print(type(r).__name__)
    except Exception as e:
        print(type(e).__name__, '' if isinstance(e, RecursionError) else e)
nest = []
for i in range(${m.pick("50", "3000", "100000")}): nest = [nest]
attempt(lambda: nest == nest)
nest = None
nest = ()
for i in range(${m.pick("50", "200")}): nest = (nest, i)
try: hash(nest); print('hashed')
except RecursionError: print('too deep')
del nest
me = [1]; me.append(me); show(me)
md = {}; md['self'] = md; show(md)
attempt(lambda: me == me)
`;

const sorting: Scene = (m) => `
class Key${m.id}:
    count = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        Key${m.id}.count += 1
        ${m.pick("if Key.count > 5: raise ValueError('tired')", "data.append(1)", "", "", "del data[:]").replaceAll("Key", `Key${m.id}`)}
        return ${m.pick("self.v < o.v", "self.v > o.v", "0", "[]", "None", "self.v")}
data = ${m.list()} + [${m.int()}, ${m.int()}, 5, 3, 8]
attempt(lambda: [k.v for k in sorted(map(Key${m.id}, data))])
try: data.sort(key=Key${m.id}${m.pick("", ", reverse=True")})
except Exception as e: show(type(e).__name__, e)
show(data[:20])
attempt(lambda: sorted([${m.any()}, ${m.any()}, ${m.any()}]))
attempt(lambda: sorted([(1, 'b'), (1, 'a'), (0, ${m.any()})]))
attempt(lambda: sorted([${m.pick("3.0, 1, 2.5, float('nan'), 0", "True, 2, 0.5, -2**70, 2**70", "'b', 'a', 'é', '😀', ''", "[2], [1, 5], []", "(2, 1), (1, 2), (1, 1)")}] * 3))
attempt(lambda: sorted(${m.list()}, key=lambda v: ${m.pick("-v", "str(v)", "(v % 2, v)", "1 // v", "None", "float(v)")}))
attempt(lambda: max([${m.int()}, ${m.int()}], key=lambda v: ${m.pick("v % 7", "-v", "str(v)")}))
big = [(i * ${1 + m.number(9999)}) % 257 for i in range(${m.pick("40", "300", "1000")})]
show(sorted(big)[:5], sorted(big, reverse=True)[:5], sorted(big, key=lambda v: v % 10)[:12])
`;

const descriptors: Scene = (m) => `
class Field${m.id}:
    def __set_name__(self, owner, name): self.name = name; ${m.pick("print('named', name)", "pass")}
    def __get__(self, o, owner=None): return ${m.pick("self.name if o is None else o.__dict__.get('_' + self.name, 0)", "('got', o is None)", "raising_attribute()")}
    ${m.pick("def __set__(self, o, v): o.__dict__['_' + self.name] = v", "", "def __set__(self, o, v): raise AttributeError('fixed')\n    def __delete__(self, o): print('deleted')")}
class Meta${m.id}(type):
    def __new__(mcls, name, bases, ns, **kw):
        c = super().__new__(mcls, name, bases, ns)
        c.made = sorted(k for k in ns if not k.startswith('__')), kw
        return c
    def __call__(cls, *a): return ${m.pick("super().__call__(*a)", "('called', a)")}
    ${m.pick("def __getattr__(cls, n): return 'meta ' + n", "def __len__(cls): return 7", "def __iter__(cls): return iter((1, 2))", "def __instancecheck__(cls, o): return o == 3")}
class Owner${m.id}(${m.pick("", "Base, ")}metaclass=Meta${m.id}, ${m.pick("flag=1", "**{'a': 2}")}):
    ${m.pick("__slots__ = ('s', '__dict__')", "")}
    f = Field${m.id}()
    def __init__(self, *a): self.args = a
    def __init_subclass__(cls, **kw): print('subclass', cls.__name__, kw)
    def __class_getitem__(cls, i): return i
    @property
    def p(self): return self.f
    @p.setter
    def p(self, v): self.f = v
    @p.deleter
    def p(self): del self.f
o = Owner${m.id}(1)
class Child${m.id}(Owner${m.id}):
    f = ${m.pick(`Field${m.id}()`, "5")}
for q in (o, Owner${m.id}, Child${m.id}, Child${m.id}(2)):
    for action in (lambda: q.f, lambda: q.p, lambda: setattr(q, 'f', 3), lambda: q.f, lambda: setattr(q, 'p', 4), lambda: q.__dict__.get('_f'), lambda: delattr(q, 'p'), lambda: q.made, lambda: q.nothing, lambda: len(q), lambda: list(q), lambda: isinstance(3, q), lambda: q[3], lambda: getattr(q, 's', 'no s'), lambda: setattr(q, 's', 1), lambda: q.s):
        attempt(lambda: brief(action()))
attempt(lambda: type('T', (Owner${m.id},), {'x': 1}, y=2).made)
attempt(lambda: super(Child${m.id}, Child${m.id}(1)).f)
`;

const coroutines: Scene = (m) => `
class Later:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got
async def leaf(n):
    ${m.pick("x = await Later(n)", "x = 1", "raise ValueError(n)", "async with AManager('a') as x: await Later(n)", "x = [await Later(i) for i in range(2)]")}
    return (${m.pick("x", "n")}, n)
async def agen(n):
    for i in range(n):
        ${m.pick("await Later(('agen', i))", "pass")}
        yield i
async def main():
    out = []
    try:
        out.append(await leaf(${m.number(9)}))
        async for v in agen(${m.number(4)}): out.append(v)
        out += [v async for v in agen(2) if v]
        ${m.pick("await 3", "await leaf(2)", "raise Odd(1)", "return out")}
    except (ValueError, TypeError) as e: out.append((type(e).__name__, str(e)))
    finally: out.append(await Later('finally'))
    return out
class AManager:
    def __init__(self, n): self.n = n
    async def __aenter__(self): await Later('enter'); return self.n
    async def __aexit__(self, *e): await Later('exit'); return ${m.pick("True", "False")}
c = main()
sent = None
for i in range(20):
    try:
        y = c.${m.pick("send(sent)", "send(sent) if i != 2 else c.throw(ValueError('thrown in'))")}
        show('yielded', y); sent = i
    except StopIteration as e:
        show('returned', e.value); break
    except Exception as e:
        show(type(e).__name__, e); break
c.close()
`;

const groups: Scene = (m) => `
def fail${m.id}(kinds):
    errors = []
    for k in kinds:
        try: raise k(${m.int(0)})
        except Exception as e: errors.append(e)
    raise ExceptionGroup('many', errors)
def handle${m.id}(f):
    try: f()
    except* ValueError as g: show('values', g.exceptions)
    except* (TypeError, Odd) as g:
        show('types', len(g.exceptions))
        ${m.pick("raise KeyError(1)", "raise", "pass", "pass")}
    ${m.pick("else: show('fine')", "finally: show('finally')", "")}
for kinds in ([ValueError], [TypeError, ValueError], [Odd, KeyError, ValueError], ${m.pick("[KeyError]", "[]")}):
    try: handle${m.id}(lambda: fail${m.id}(kinds))
    except BaseException as e: show(type(e).__name__, e, getattr(e, 'exceptions', None))
attempt(lambda: handle${m.id}(lambda: 1 // 0))
attempt(lambda: handle${m.id}(lambda: int('x')))
def context(n):
    try:
        try: 1 // (n - n)
        except ZeroDivisionError as a: ${m.pick("raise ValueError('b')", "raise ValueError('b') from a", "raise ValueError('b') from None", "raise", "{}['x']")}
        finally: ${m.pick("show('f')", "int('nope')", "pass")}
    except Exception as e:
        chain = []
        while e is not None: chain.append((type(e).__name__, str(e), e.__suppress_context__)); e = e.__context__
        return chain
attempt(lambda: context(${m.number(4)}))
def lines():
    try: fail${m.id}([ValueError])
    except* ValueError as e:
        tb = e.__traceback__; found = []
        while tb: found.append(tb.tb_frame.f_code.co_name); tb = tb.tb_next
        show(found)
lines()
e = ValueError(1, 'two'); e.add_note('noted'); show(e.args, e.__notes__, repr(e), str(e))
`;

const mutation: Scene = (m) => `
d = {i: i for i in range(${m.pick("3", "10")})}
def change(f):
    try: f(); show('fine', len(d))
    except Exception as e: show(type(e).__name__, e)
def grow():
    for k in d: d[k + ${m.pick("100", "0", "1")}] = 1
def shrink():
    for k in d${m.pick("", ".keys()", ".items()", ".values()")}: d.pop(${m.pick("0", "2", "k if isinstance(k, int) else 1")}, None)
def rewrite():
    for k, v in d.items(): d[k] = v ${m.pick("+ 1", "* 2")}
l = list(range(6))
def walk():
    for v in l:
        ${m.pick("l.append(v) if len(l) < 20 else None", "l.remove(v)", "l.clear()", "l.insert(0, v) if len(l) < 15 else l.clear()", "l[:] = l[1:]", "del l[-1]")}
s = set(range(8))
def sets():
    for v in s: s.${m.pick("add(v + 100)", "discard(v)", "add(v)", "clear()")}
for f in (${m.pick("grow, shrink, rewrite, walk, sets", "walk, grow, sets, shrink", "rewrite, sets, walk, shrink, grow")}): change(f); show(len(d), l, len(s))
class Evil${m.id}:
    def __init__(self, f): self.f = f
    def __eq__(self, o): self.f(); return ${m.pick("True", "False", "NotImplemented")}
    def __hash__(self): return ${m.number(3)}
    def __index__(self): self.f(); return 1
    def __len__(self): self.f(); return 2
    def __iter__(self): self.f(); return iter([1, 2])
    def __repr__(self): self.f(); return 'evil'
    def __lt__(self, o): self.f(); return True
    def __del__(self): self.f = None
big = [0] * 5
x = {0: 'zero', 1: 'one', 2: 'two'}
attempt(lambda: (Evil${m.id}(x.clear) in x, len(x)))
attempt(lambda: x.update({Evil${m.id}(x.clear): 1}))
attempt(lambda: (Evil${m.id}(big.clear) in big, big))
big = [Evil${m.id}(lambda: big.clear()) for i in range(3)]
attempt(lambda: (big == [1, 2, 3], len(big)))
big = [0, 1, Evil${m.id}(lambda: big.clear()), 3]
attempt(lambda: (big.index(3), len(big)))
big = [0, 1, Evil${m.id}(lambda: big.clear()), 3]
attempt(lambda: (big.remove(7), len(big)))
big = [0, 1, Evil${m.id}(lambda: big.clear()), 3]
attempt(lambda: (repr(big), len(big)))
big = list(range(9))
attempt(lambda: big[Evil${m.id}(big.clear)])
big = list(range(9))
attempt(lambda: big.__setitem__(slice(Evil${m.id}(big.clear), 5), [1]))
attempt(lambda: big.insert(Evil${m.id}(lambda: big.append(5)), 2))
big = list(range(9))
attempt(lambda: (big.extend(Evil${m.id}(big.clear)), big))
attempt(lambda: big * Evil${m.id}(big.clear))
attempt(lambda: set([Evil${m.id}(lambda: s.clear()), 0, 1, 2]) & s)
attempt(lambda: (s.add(Evil${m.id}(s.clear)), len(s)))
big = [Evil${m.id}(lambda: big.append(1) if len(big) < 9 else None), 2, 1]
attempt(lambda: big.sort())
attempt(lambda: len(big))
attempt(lambda: ','.join(Evil${m.id}(big.clear)))
def g():
    yield from big
    big.append(3); yield 'end'
attempt(lambda: list(g())[-1])
it = iter(big); big.clear()
attempt(lambda: list(it)); big.append(1); attempt(lambda: next(it, 'exhausted'))
attempt(lambda: (lambda z: z.send(None))(g()))
def own():
    yield 1
    yield next(gg)
gg = own(); attempt(lambda: (next(gg), next(gg)))
`;

const calls: Scene = (m) => `
def f${m.id}(a, b=${m.number(9)}, /, c=${m.number(9)}, *rest, d=4, e${m.pick("", "=5")}, **more): return (a, b, c, rest, d, ${m.pick("e", "e")}, more)
def g${m.id}(*args, **kw): return args, kw
class K${m.id}:
    def __new__(cls, *a, **k): o = object.__new__(cls); o.a = a; return ${m.pick("o", "o", "5")}
    def __init__(self, x=1, *y, z=2): self.x = (x, y, z)
    def m(self, a, *b, c=1, **d): return a, b, c, d
    @classmethod
    def cm(cls, a, b=2): return cls.__name__, a, b
    @staticmethod
    def sm(a, *, b=2): return a, b
    def __call__(self, *a, **k): return a, k
t, k = (1, 2, ${m.int(0)}), {'e': 6${m.pick("", ", 'd': 7", ", 'zz': 8")}}
for call in (
    lambda: f${m.id}(1), lambda: f${m.id}(1, e=2), lambda: f${m.id}(*t, **k), lambda: f${m.id}(*t, *t, e=1, **{'q': 2}), lambda: f${m.id}(1, 2, 3, 4, e=5, d=6, x=7),
    lambda: f${m.id}(a=1, e=2), lambda: f${m.id}(1, c=2, **k), lambda: f${m.id}(1, **k, **k), lambda: f${m.id}(1, 2, 3, c=4, e=1), lambda: f${m.id}(), lambda: f${m.id}(1, **{1: 2}),
    lambda: f${m.id}(*5), lambda: f${m.id}(**5), lambda: g${m.id}(*range(3), **dict(a=1)), lambda: g${m.id}(*'ab', 1, *{2: 3}), lambda: g${m.id}(**{'a b': 1}), lambda: g${m.id}(x=1, *t),
    lambda: K${m.id}(1, 2, z=3).x, lambda: K${m.id}(z=1, x=2).x, lambda: K${m.id}(q=1), lambda: K${m.id}().m(*t, **k), lambda: K${m.id}().m(), lambda: K${m.id}.m(K${m.id}(), 5), lambda: K${m.id}.m(5),
    lambda: K${m.id}.cm(1), lambda: K${m.id}().cm(b=1, a=0), lambda: K${m.id}.cm(), lambda: K${m.id}.sm(1, b=5), lambda: K${m.id}().sm(1, 2), lambda: K${m.id}()(*t, **k),
    lambda: (lambda *a, b, **c: (a, b, c))(*t, b=1, **k), lambda: (lambda: 1)(2), lambda: print(*t, sep='-', end='!\\n'), lambda: print(1, foo=2), lambda: len(), lambda: len(1, 2), lambda: int('12', base=${m.number(20)}),
    lambda: sorted([3, 1], reverse=True, key=None), lambda: sorted(), lambda: max(*t, key=lambda v: -v), lambda: dict(*[[(1, 2)]], a=3), lambda: str(b'ab', 'ascii'), lambda: 'x'.join(*[['a', 'b']]), lambda: isinstance(*[1, int]),
    lambda: list(map(f${m.id}, t, t)), lambda: functools.partial(g${m.id}, 1, a=2)(3, b=4, a=5), lambda: type('X', (K${m.id},), {})(4).x, lambda: ${m.any()}(), lambda: (${m.int()})(1),
): attempt(call)
`;

const hotLoops: Scene = (m) => `
def add(a, b): return a ${m.pick("+", "-", "*", "<", "==", "//", "%", "&", "/")} b
values = [${m.int()}, ${m.int()}, 2, 1.5, ${m.any()}, ${m.any()}, True, 2**47 - 1, -2**47, 'ab', [1], (2,), None]
out = []
for i in range(${m.pick("60", "200")}):
    a, b = values[(i * ${1 + m.number(7)}) % ${m.pick("2", "3", "13")}], values[(i + ${m.number(5)}) % ${m.pick("3", "13")}]
    try: out.append(brief(add(a, b)))
    except Exception as e: out.append(str(e))
    if i == ${20 + m.number(30)}: ${m.pick("add = lambda a, b: (b, a)", "values[2] = 'text'", "global_name = 5", "len_ = len", "del values[5:]; values += [1] * 9")}
show(out[:15], out[-15:])
def total(n):
    global counter
    counter = ${m.int()}
    acc = ${m.pick("0", "0.0", "2**46", "-2**47", "''", "[]", "(1,)")}
    for i in range(n):
        ${m.pick("acc += i", "acc += i * 3 - 1", "acc = acc + i * 1.5", "acc -= counter", "acc += 2**40", "acc += [i]", "acc += (i,)", "acc += str(i)", "acc ^= i << 3")}
        ${m.pick("counter += 1", "counter = clip(counter * 3)", "", "counter = acc")}
    return clip(acc), clip(counter)
for n in (1, 5, ${m.number(300)}): attempt(total, n)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
show(fib(${8 + m.number(8)}))
x = ${m.int()}
for step in range(50):
    x = (x * 6364136223846793005 + 1442695040888963407) % ${m.pick("2**64", "2**48", "2**47", "2**31", "2**63 - 25")}
    y = x >> 3 ^ x & 0xffff | x << 1
show(x, y)
n = 0
while True:
    n += 1
    if n % 3 == 0: continue
    if n > ${m.number(90)}: break
else: show('never')
show(n)
def nested():
    for a in range(4):
        for b in range(4):
            try:
                if a == b: continue
                if a * b == ${m.number(7)}: break
                if a + b == ${m.number(7)}: return a, b
            finally: total_list.append((a, b))
total_list = []
show(nested(), total_list)
`;

const SCENES: readonly Scene[] = [
  operators,
  hotClass,
  finalisers,
  recursion,
  sorting,
  descriptors,
  coroutines,
  groups,
  mutation,
  calls,
  hotLoops,
  hotClass,
  hotLoops,
];

/** One scene, as lines at the left edge. */
export function scene(random: Random, expressions: Expressions, scope: Scope, id: number): string[] {
  const text = random.pick(SCENES)(new Maker(random, expressions, scope, id));
  return text.split("\n").filter((line) => line.trim() !== "");
}
