// Statements of generated programs in which code of the program runs where none is seen: attribute hooks, descriptors, metaclasses, comparisons that change
// what is looked at, finalizers that bring objects back, weakref callbacks, tracers. What a trace knows must not outlive any of them.
import type { Random } from "../random.ts";
import type { Names } from "./names.ts";
import type { Values } from "./values.ts";

/** What the statements of this file need in the program. */
export const HOOK_HEADER = `import weakref
class Meta(type):
    def __getattr__(cls, name):
        if name.startswith('no'): raise AttributeError(name)
        return len(name)
    def __instancecheck__(cls, x): return number(x) == 3
    def __call__(cls, *args): return type.__call__(cls, *args)
    def __len__(cls): return 4
class Data:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, obj, owner): return self if obj is None else obj.__dict__.get(self.name, 0)
    def __set__(self, obj, v): obj.__dict__[self.name] = number(v) + 1
    def __delete__(self, obj): del obj.__dict__[self.name]
class NonData:
    def __get__(self, obj, owner): return 17 if obj is None else number(obj.v)
class Hooked(metaclass=Meta):
    d = Data()
    n = NonData()
    def __init__(self, v): self.v = v
    def __getattr__(self, name):
        if name == 'raises': raise Oops(name)
        if name == 'lazy':
            self.lazy = number(self.v)
            return -1
        if name.startswith('any'): return name
        raise AttributeError(name)
    def __setattr__(self, name, value): object.__setattr__(self, name, value if name != 'small' else number(value) % 7)
    def __delattr__(self, name):
        log.append(('del', name))
        object.__delattr__(self, name)
    @property
    def p(self):
        if number(self.v) % 4 == 1: raise AttributeError('p')
        return self.v
    @p.setter
    def p(self, v): self.v = v
    @p.deleter
    def p(self): self.v = 0
class Slotted:
    __slots__ = ('v', 'w', '__weakref__')
    def __init__(self, v): self.v = v
    def get(self): return self.w
class Plain:
    def __init__(self, v): self.v = v
    def get(self): return self.v
    def other(self): return number(self.v) + 1
class Twin:
    def get(self): return ('twin', self.v)
graveyard = []
class Reviving:
    def __init__(self, v): self.v = v
    def __del__(self):
        log.append(('revives', self.v))
        if len(graveyard) < 20: graveyard.append(self)
class Ringed:
    def __init__(self, v): self.v, self.me = v, self
    def __del__(self): log.append(('ring', self.v))
class Shrinking:
    def __init__(self, v, what): self.v, self.what = v, what
    def __hash__(self): return number(self.v) % 3
    def __eq__(self, other):
        if number(self.v) % 3 == 1 and len(self.what) > 2: self.what.clear()
        return isinstance(other, Shrinking) and self.v == other.v
    def __lt__(self, other):
        if number(self.v) % 5 == 2: self.what.append(9) if type(self.what) is list else self.what.clear()
        return number(self.v) < number(getattr(other, 'v', 0))
    def __index__(self):
        self.what.clear()
        return number(self.v) % 3
    def __bool__(self):
        if number(self.v) == 6: raise Oops('bool')
        return number(self.v) % 2 == 1
    def __repr__(self): return f'S{number(self.v)}'
    def __iter__(self):
        for q in range(4):
            if q == 2: self.what.clear()
            yield q
events = []
def tracer(frame, event, arg):
    if frame.f_code.co_filename == line.__code__.co_filename: events.append((frame.f_code.co_name, event, frame.f_lineno))
    return tracer
def profiler(frame, event, arg):
    if event in ('call', 'return') and frame.f_code.co_filename == line.__code__.co_filename: events.append((frame.f_code.co_name, event))
def deep(n): return 0 if n <= 0 else 1 + deep(n - 1)
def deeper(n, box): return box.v if n <= 0 else (deeper(n - 1, box), n)[0]
def bottomless(n): return bottomless(n + 1) + 1
def replaced(a, b=2, *, c=3): return (a, b, c)
def first_form(a, b=4, *, c=5): return a
def second_form(a, b=6, *, c=7): return (b, c)
spare = 5
def uses_spare(): return spare
def final(n):
    for q in range(n):
        try:
            if q == 3: return q
        finally:
            if n % 4 == 1: log.append(('finally', q))
    return -1
def nested_final(n):
    while True:
        try:
            try:
                n -= 1
                if n < 0: return 'out'
                if n % 3 == 1: continue
                if n % 3 == 2: raise KeyError(n)
            finally: log.append(n)
        except KeyError as e:
            if n > 4: continue
            return e.args
def stubborn(n):
    for q in range(n):
        try: yield q
        except GeneratorExit:
            if n % 2: yield 'no'
            raise
        except ValueError as e: yield ('caught', str(e))`;

/** Statements, lines of them; `name` is free for them, with anything added to it. */
export function hookStatement(random: Random, values: Values, names: Names, name: string): string[] {
  const i = (): string => values.index(names);
  const any = (): string => values.of(random.pick(["int", "int", "float", "num", "str"]), names, 1);
  const rarely = (line: string): string => `if ${i()} == ${random.pick(["4", "5", "8", "11", "19"])}: ${line}`;
  const [a, b, c] = [`${name}a`, `${name}b`, `${name}c`];
  const attribute = (): string => random.pick(["v", "lazy", "raises", "anything", "p", "d", "n", "missing", "small"]);
  const container = (): string => random.pick(["[1, 2, 3, 4]", "{1: 2, 3: 4, 5: 6}", "{1, 2, 3}"]);
  const lines = random.pick<() => string[]>([
    () => [
      `${a} = Hooked(${any()})`,
      `log.append((${a}.${attribute()}, ${a}.${attribute()}))`,
      `${a}.${random.pick(["v", "p", "d", "small", "n"])} = ${any()}`,
      `log.append((${a}.v, ${a}.d, ${a}.n, hasattr(${a}, '${attribute()}')))`,
      random.pick([`del ${a}.${attribute()}`, `log.append(getattr(${a}, '${attribute()}', None))`]),
    ],
    () => [
      rarely(
        random.pick([
          "Hooked.__getattr__ = lambda self, name: name",
          "Hooked.n = 3",
          "Hooked.d = 4",
          "Hooked.d = Data()",
          "Hooked.extra = property(lambda self: 8)",
          "del Hooked.__setattr__",
          "Hooked.__getattribute__ = lambda self, name: object.__getattribute__(self, name)",
          "Meta.__getattr__ = lambda cls, name: 1",
        ]),
      ),
      `${a} = Hooked(${i()})`,
      `log.append((${a}.v, ${a}.n, Hooked.short, len(Hooked), isinstance(${i()}, Hooked)))`,
      `log.append(${random.pick([`${a}.anything`, "Hooked.nothing", `${a}.extra`])})`,
    ],
    () => [
      `${a} = Slotted(${any()})`,
      random.pick([`${a}.w = ${any()}`, "pass", `del ${a}.v`]),
      `log.append((${a}.get(), ${a}.v))`,
      `${a}.x = 1`,
    ],
    () => [
      `${a} = Plain(${i()})`,
      `${b} = ${a}.get`,
      random.pick([
        `${a}.__class__ = Twin`,
        `${a}.__dict__ = {'v': ${any()}}`,
        `${a}.__dict__['v'] = ${any()}`,
        `vars(${a}).clear()`,
        `del ${a}.v`,
        `${a}.get = lambda: 5`,
        `object.__setattr__(${a}, 'get', ${b})`,
      ]),
      `log.append((${a}.get(), ${b}()))`,
    ],
    () => [
      rarely(
        random.pick([
          "Plain.get = lambda self: 'new'",
          "Plain.v = property(lambda self: 3)",
          "Plain.__bases__ = (Twin,)",
          "Plain.get = Plain.other",
          "del Plain.other",
          "Twin.v = 4",
        ]),
      ),
      `${a} = Plain(${i()})`,
      `log.append((${a}.get(), ${a}.other()))`,
    ],
    () => [
      `${a} = Reviving(${i()})`,
      random.pick([`del ${a}`, `${a} = None`, `${a} = [${a}]; ${a}.clear()`, `${a} = (${a}, 1); ${a} = 2`]),
      "log.append([q.v for q in graveyard])",
      `if len(graveyard) > ${random.below(20)}: graveyard.${random.pick(["clear()", "pop()"])}`,
    ],
    () => [
      `${a} = Ringed(${i()})`,
      `${b} = weakref.ref(${a}, lambda r: log.append('gone'))`,
      random.pick([`${a}.me = None`, `${a}.more = [${a}]`, `${a}.me = {'k': ${a}}`]),
      `${a} = None`,
      random.pick(["gc.collect()", `if ${i()} % 4 == 1: gc.collect()`]),
      `log.append(${b}() is None)`,
      "gc.collect()",
    ],
    () => [
      `${a} = Plain(${i()})`,
      `${b} = weakref.${random.pick(["ref", "proxy"])}(${a}, lambda r: log.append(${i()}))`,
      random.pick([`log.append(${b}().v)`, `log.append(${b}.v)`]),
      `${c} = weakref.WeakValueDictionary(k=${a})`,
      `del ${a}`,
      `log.append(len(${c}))`,
      random.pick([`log.append(${b}())`, `log.append(${b}.v)`, `log.append(${c}.get('k'))`]),
    ],
    () => {
      const what = container();
      return [
        `${a} = ${what}`,
        `${b} = Shrinking(${i()}, ${a})`,
        random.pick([
          `log.append(${b} in ${a})`,
          ...(what.startsWith("[")
            ? [
                `${a}[1:2] = ${b}; log.append(${a})`,
                `${a}.extend(${b}); log.append(${a})`,
                `log.append(${a}[${b}])`,
                `${a}[${b}] = 5`,
                `${a}.remove(${b})`,
                `log.append(${a}.index(${b}))`,
                `log.append(${a}.count(${b}))`,
                `${a}.insert(${b}, 3); log.append(${a})`,
                `log.append(${a} == [1, ${b}, 3, 4])`,
                `${a} *= ${b}; log.append(${a})`,
                `${a}.append(${b}); ${a}.append(Shrinking(${i()}, ${a})); ${a}.sort(key=lambda q: Shrinking(number(q), ${a}))`,
                `log.append(max([${b}, Shrinking(2, ${a})], default=0)); log.append(${a})`,
              ]
            : [
                `${a}.${what.includes(":") ? "update(dict.fromkeys" : "update(("}([${b}, Shrinking(${i()}, ${a})])); log.append(len(${a}))`,
                `log.append(${a} == ${what})`,
                `log.append(${a}.pop(${what.includes(":") ? `${b}, 4` : ""}))`,
              ]),
          `log.append(list(zip(${a}, ${b})))`,
          `log.append(1 if ${b} else 2)`,
          `log.append(not ${b} or ${b} and 3)`,
        ]),
        `log.append(len(${a}))`,
      ];
    },
    () => [
      `${a} = {Shrinking(q, {}): q for q in range(6)}`,
      `for ${b} in list(${a}): ${b}.what = ${a}`,
      random.pick([
        `log.append(${a}.get(Shrinking(${i()} % 6, {})))`,
        `${a}[Shrinking(${i()} % 9, ${a})] = 1`,
        `del ${a}[Shrinking(${i()} % 6, {})]`,
        `log.append(${a}.setdefault(Shrinking(${i()} % 9, ${a}), 3))`,
        `log.append(set(${a}) & {Shrinking(1, ${a})})`,
      ]),
      `log.append(len(${a}))`,
    ],
    () => {
      const [what, change] = random.pick([
        ["{1: 1, 2: 2, 3: 3}", [`[${i()} + 4] = 0`, ".pop(1, None)", ".clear()", ".update(z=1)", "[2] = 5"]],
        ["{1, 2, 3}", [`.add(${i()})`, ".discard(2)", ".clear()", ".add(2)"]],
        ["[1, 2, 3]", [".append(1)", ".clear()", ".insert(0, 1)", ".pop()", "[:] = [7]"]],
      ] as const);
      return [
        `${a} = ${what}`,
        `for ${b} in ${random.pick([a, a, ...(what.includes(":") ? [`${a}.items()`, `${a}.values()`] : [`enumerate(${a})`])])}:`,
        `    log.append(${b})`,
        `    if len(log) % ${1 + random.below(4)} == 0 and len(${a}) < 9: ${a}${random.pick<string>(change)}`,
      ];
    },
    () => [
      rarely(random.pick(["del globals()['spare']", "globals()['spare'] = 'other'", "globals().pop('spare', 0)"])),
      rarely(
        random.pick([
          "globals()['spare'] = 1.5",
          "globals()['len'] = lambda q: 77",
          "globals().pop('len', 0)",
          "globals()['deep'] = lambda n: 'shallow'",
        ]),
      ),
      `log.append((uses_spare(), len('abc'), deep(${random.pick(["3", "12", i()])})))`,
    ],
    () => [
      `log.append(${random.pick([`deep(${random.pick(["40", "150", i()])})`, `deeper(${random.pick(["30", i()])}, Plain(${any()}))`])})`,
    ],
    () => [`if ${i()} == 7: bottomless(0)`],
    () => [
      rarely(
        random.pick([
          "replaced.__defaults__ = (8,)",
          "replaced.__defaults__ = None",
          "replaced.__kwdefaults__ = {'c': 9}",
          "replaced.__kwdefaults__ = None",
          "replaced.__code__ = first_form.__code__",
          "replaced.__code__ = second_form.__code__",
        ]),
      ),
      `log.append(replaced(${random.pick([i(), `${i()}, ${any()}`, `${i()}, c=${any()}`, `*(${i()}, 2)`, `**{'a': ${any()}, 'b': 1}`, `a=${i()}, q=3`])}))`,
    ],
    () => [
      `if ${i()} == ${random.pick(["3", "6", "9"])}:`,
      `    sys.set${random.pick(["trace(tracer)", "profile(profiler)"])}`,
      ...(random.chance(0.5) ? ["    sys._getframe().f_trace = tracer"] : []),
      `log.append((final(${i()} % 6), deep(2)))`,
      ...(random.chance(0.4) ? [`log.append(list(stubborn(${i()} % 4)))`] : []),
      "sys.settrace(None)",
      "sys.setprofile(None)",
      "log.append(events[-9:])",
      "events.clear()",
    ],
    () => [`log.append(${random.pick(["final", "nested_final"])}(${i()} % ${2 + random.below(9)}))`],
    () => [
      `${a} = stubborn(${i()} % 5)`,
      `log.append(next(${a}, 'end'))`,
      random.pick([
        `log.append(${a}.throw(ValueError('in')))`,
        `${a}.close()`,
        `log.append(${a}.throw(Oops))`,
        `log.append(${a}.send(${any()}))`,
        `del ${a}`,
      ]),
      `log.append(next(${a}, 'end'))`,
    ],
    () => [
      random.pick([
        `log.append(eval('${a} + 1', {'${a}': ${any()}}))`,
        `exec('${a} = 3; log.append(${a})')`,
        `log.append(sorted(q for q in locals() if q < 'f'))`,
        `${a} = ${i()}; sys._getframe().f_locals['${a}'] = ${any()}; log.append(${a})`,
        `${a} = ${i()}; log.append(eval('number(${a}) * 2'))`,
        `${a} = {'n': ${i()}}; exec('for q in range(9): n += q', ${a}); log.append(${a}['n'])`,
      ]),
    ],
    () => [
      `${a} = type('Made', (${random.pick(["Plain", "Thing", "Slotted", "Hooked"])},), {'made': ${i()}, 'get': lambda self: self.made})`,
      `${b} = ${a}(${any()})`,
      `log.append((${b}.get(), ${b}.v, ${a}.__mro__[1].__name__))`,
      ...(random.chance(0.5) ? [`${a}.made = property(lambda self: -1)`, `log.append(${b}.get())`] : []),
    ],
    () => [
      `${a} = bytearray(b'abc')`,
      `with memoryview(${a}) as ${b}:`,
      `    ${b}[${i()} % 3] = ${i()} % 256`,
      `    ${random.pick([`${a}.append(1)`, `log.append(${b}[${i()}])`, `${a}[0] = 300`, `del ${a}[0]`])}`,
    ],
    () => [
      `${a} = [nan, -0.0, 0.0, 1, True, ${any()}]`,
      `log.append((nan in ${a}, ${a}.index(0), {q: 1 for q in ${a}}, float('nan') in ${a}, math.copysign(1, ${a}[1])))`,
      `log.append((min(${a}[:5]), max(${a}[:5]), sorted(${a}[:5]), ${a}[0] == ${a}[0], ${a} == ${a}))`,
    ],
    () => {
      const limit = random.pick(["2**31", "2**47", "2**48", "2**63", "-2**31", "-2**47", "-2**48", "-2**63"]);
      return [
        `${a} = ${limit} + ${i()} - ${random.below(9)}`,
        `${b} = ${random.pick([`-${a}`, `~${a}`, `abs(${a})`, `${a} << 1`, `${a} >> 1`, `${a} * -1`, `${a} ^ ${limit}`, `-(-${a})`])}`,
        `log.append((${a}, ${b}, ${a} // 3, ${a} % 7, divmod(${a}, -5), ${a} == ${limit}, ${b} < ${a}, hash(${a}), float(${a})))`,
      ];
    },
    () => [
      `if ${i()} % 3 == 1: raise ${random.pick(["Oops('a')", "KeyError", "ValueError(1, 2)"])} from ${random.pick(["None", "Oops('b')", "TypeError"])}`,
    ],
    () => [
      `try: raise ExceptionGroup('g', [ValueError(${i()}), ${random.pick(["KeyError(1)", "Oops('x')", "ExceptionGroup('h', [TypeError(2)])"])}])`,
      `except* ${random.pick(["ValueError", "(KeyError, TypeError)"])} as ${a}: log.append([str(q) for q in ${a}.exceptions])`,
      `except* Exception as ${a}: log.append(len(${a}.exceptions))`,
    ],
    () => [
      `if ${i()} == ${random.pick(["6", "13"])}:`,
      "    import threading",
      `    ${a} = threading.Thread(target=lambda: log.append(('thread', final(${i()}), deep(30))))`,
      `    ${a}.start()`,
      `    ${a}.join()`,
    ],
  ])();
  return ["try:", ...lines.map((line) => `    ${line}`), "except Exception as e: log.append(describe(e))"];
}
