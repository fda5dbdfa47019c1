// Fills the shelf when a heap image is built: imports modules one after the other, notes what executing each of them does to things that are not its
// own, takes that back and hides the modules. What is in them from the process that built the image (a seed, a clock,
// what runs at exit) has to be made good in _shelf.py; modules that read the environment or the file system when they are executed have no place here.

import { Answer } from "../heap/core-functions.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { moduleDict } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import type { Steps } from "../vm/host-call.ts";
import { createBuiltin } from "./builtin-modules.ts";
import { watchImports } from "./import.ts";
import { noteDigest, SYS_NAMES, setClassAttribute } from "./shelf.ts";

const { NONE_REF: NONE } = CoreConst;
const words = (text: string): string[] => text.trim().split(/\s+/);

/** What is imported, with all that it imports itself. */
const SHELVED = words(`
  _abc _ast _codecs _collections _contextvars _csv _datetime _functools _heapq _json _locale _opcode _operator _random _sre _string _struct _template
  _tokenize _types _typing _weakref array binascii cmath errno itertools math unicodedata zlib
  __future__ annotationlib argparse ast asyncio base64 bisect calendar cmd code codeop collections collections.abc configparser contextlib contextvars copy copyreg csv
  dataclasses datetime decimal difflib dis enum fnmatch fractions functools gettext glob graphlib hashlib heapq hmac html html.parser importlib
  importlib.abc importlib.machinery importlib.util inspect ipaddress json json.decoder json.encoder json.scanner keyword linecache locale
  logging numbers opcode operator pathlib pickle pprint pkgutil queue random re reprlib secrets selectors shlex shutil signal statistics string
  string.templatelib struct subprocess tempfile textwrap threading timeit token tokenize traceback types typing unittest unittest.mock urllib.parse
  warnings weakref _weakrefset
`);

/** Dicts that modules put things into when they are executed: a module's, or an attribute's of what it names. */
const SHARED_DICTS = ["sys path_importer_cache", "copyreg dispatch_table", "logging root manager loggerDict"].map(
  words,
);

/** A class when it was last looked at: how many classes were below it, and how many registered with it. */
interface ClassState {
  readonly count: number;
  readonly registry: Ref;
  readonly registered: number;
}
interface DictState {
  /** The class whose attributes they are, or 0. */
  readonly cls: Ref;
  readonly digest: number;
  readonly items: ReadonlyMap<Ref, Value>;
}
/** What one module has done. */
interface Effects {
  readonly needs: Set<string>;
  readonly classes: [base: Ref, cls: Ref][];
  readonly items: { dict: Ref; cls: Ref; key: Ref; value: Value; before: Value }[];
  readonly registered: [registry: Ref, entry: Value][];
  readonly pages: Set<number>;
}

class Recorder {
  readonly effects = new Map<string, Effects>();
  readonly pages = new Set<number>();
  private readonly running: string[] = [];
  private classes: Map<Ref, ClassState>;
  private dicts: Map<Ref, DictState>;
  private carved: Map<number, number>;
  /** The pages of all modules that are imported together. */
  private together = new Set<number>();
  /** Entries of registries that were there before, or are ascribed to a module. */
  private readonly registered = new Set<Value>();
  /** All classes seen: none may die, so that the lists of subclasses only grow. */
  private readonly held = new Set<Ref>();
  private readonly ctx: Context;
  private readonly modules: Ref;

  constructor(ctx: Context) {
    this.ctx = ctx;
    this.modules = ctx.heap.readU32(Layout.VM.sys_modules);
    ctx.heap.core.freshContainers(0);
    this.classes = this.classesNow();
    for (const { registry } of this.classes.values())
      if (registry !== 0) for (const entry of ctx.heap.setItems(registry)) this.registered.add(entry);
    this.dicts = this.dictsNow();
    this.carved = this.carvedNow();
  }

  asked(name: string): void {
    const top = this.running.at(-1);
    if (top !== undefined && top !== name) this.effects.get(top)!.needs.add(name);
  }
  begin(name: string): void {
    this.look();
    this.running.push(name);
    if (!this.effects.has(name))
      this.effects.set(name, { needs: new Set(), classes: [], items: [], registered: [], pages: this.together });
  }
  end(name: string): void {
    this.look();
    this.running.pop();
    if (this.isOwnName(name)) return;
    if (this.ctx.machine.moduleNamed(name) !== EMPTY) {
      this.effects.delete(name);
      return;
    }
    // It can't be imported: whoever tries needs all that it has come to need until then.
    const failed = this.effects.get(name)!;
    this.effects.delete(name);
    for (const { needs } of this.effects.values()) {
      if (!needs.delete(name)) continue;
      for (const need of failed.needs) needs.add(need);
      needs.add(`!${name}`);
    }
  }

  /** Is it a module of that name, not another's second name in sys.modules? */
  private isOwnName(name: string): boolean {
    const { heap, machine } = this.ctx;
    const module = machine.moduleNamed(name);
    if (module === EMPTY) return false;
    const spec = heap.peekName(moduleDict(this.ctx, module), "__spec__");
    const own = spec === EMPTY || spec === NONE ? EMPTY : this.attribute(spec, "name");
    return own !== EMPTY && heap.text(own as Ref) === name;
  }

  /** What is imported from now on has nothing to do with what was imported before. */
  nextGroup(): void {
    const carved = this.carvedNow();
    for (const [page, bytes] of carved) if (this.carved.get(page) !== bytes) this.together.add(page);
    for (const page of this.together) this.pages.add(page);
    this.together = new Set();
    this.carved = carved;
    this.ctx.heap.core.freshContainers(1);
  }

  private isBelow(base: Ref, cls: Ref): boolean {
    const block = this.ctx.heap.readU32(base + Layout.PyType.subclasses) / 4;
    return block !== 0 && this.ctx.heap.u32.subarray(block + 2, block + 2 + this.ctx.heap.u32[block]!).includes(cls);
  }

  letGo(): void {
    for (const cls of this.held) this.ctx.heap.decref(cls);
    this.held.clear();
  }

  /** Drops what modules made and let go of again: what is left is what there is now. */
  forgetPassing(): void {
    const { heap } = this.ctx;
    const classes = this.classesNow();
    const dicts = this.dictsNow();
    const seen = new Set<string>();
    const isLast = (...pair: Value[]): boolean => seen.size < seen.add(pair.join()).size;
    for (const { classes: pairs, items, registered } of [...this.effects.values()].reverse()) {
      keepOnly(pairs, ([base, cls]) => classes.has(base) && this.isBelow(base, cls) && isLast(base, cls));
      keepOnly(registered, ([registry, entry]) => heap.setItems(registry).includes(entry) && isLast(registry, entry));
      keepOnly(items, ({ dict, key, value }) => dicts.get(dict)?.items.get(key) === value && isLast(dict, key));
    }
  }

  /** Ascribes what has changed since the last look to the module that is being executed. */
  look(): void {
    const top = this.running.at(-1);
    const effects = top === undefined ? undefined : this.effects.get(top);
    const before = this.classes;
    this.classes = this.classesNow();
    const dicts = this.dictsNow();
    if (effects !== undefined) {
      this.compareClasses(before, effects);
      this.compareDicts(dicts, effects, top as string);
    }
    this.dicts = dicts;
  }

  private compareClasses(then: ReadonlyMap<Ref, ClassState>, effects: Effects): void {
    const { heap } = this.ctx;
    for (const [base, { count, registry, registered }] of this.classes) {
      const before = then.get(base);
      if (before === undefined) continue;
      const block = heap.readU32(base + Layout.PyType.subclasses);
      for (let i = before.count; i < count; i++) effects.classes.push([base, heap.readU32(block + 8 + i * 4)]);
      if (registered > before.registered)
        for (const entry of heap.setItems(registry)) {
          if (this.registered.has(entry)) continue;
          this.registered.add(entry);
          effects.registered.push([registry, entry]);
        }
    }
  }

  private compareDicts(now: ReadonlyMap<Ref, DictState>, effects: Effects, module: string): void {
    const { heap, machine } = this.ctx;
    const own = machine.moduleNamed(module);
    const ownDict = own === EMPTY ? 0 : moduleDict(this.ctx, own);
    for (const [dict, { cls, items }] of now) {
      const before = this.dicts.get(dict);
      if (before === undefined || before.items === items || dict === ownDict) continue;
      for (const [key, value] of items) {
        const old = before.items.get(key) ?? EMPTY;
        // (Numbers are counters; modules come into sys.modules by their own entries.)
        if (value === old || typeof value !== "number" || value >= 2 ** 32) continue;
        if (dict === this.modules && this.isOwnName(heap.text(key))) continue;
        effects.items.push({ dict, cls, key, value, before: old });
      }
      for (const key of before.items.keys())
        if (!items.has(key) && dict !== this.modules && cls === 0)
          throw new Error(`krait: importing ${module} takes ${heap.text(key)} from another module`);
    }
  }

  /** All classes below object; what is registered with those that are abstract. */
  private classesNow(): Map<Ref, ClassState> {
    const { heap } = this.ctx;
    const found = new Map<Ref, ClassState>();
    const queue: Ref[] = [CoreConst.TYPE_OBJECT];
    for (let cls = queue.pop(); cls !== undefined; cls = queue.pop()) {
      if (found.has(cls)) continue;
      if (!this.held.has(cls)) heap.incref(cls);
      this.held.add(cls);
      const block = heap.readU32(cls + Layout.PyType.subclasses);
      const count = block === 0 ? 0 : heap.readU32(block);
      for (let i = 0; i < count; i++) queue.push(heap.readU32(block + 8 + i * 4));
      const registry = this.classes?.get(cls)?.registry ?? this.registryOf(cls);
      found.set(cls, { count, registry, registered: registry === 0 ? 0 : heap.setLength(registry) });
    }
    return found;
  }
  /** The set behind cls.register (_abc.py), 0 if there is none. */
  private registryOf(cls: Ref): Ref {
    const { heap } = this.ctx;
    const dict = heap.readU32(cls + Layout.PyType.dict);
    const data = dict === 0 || cls < CoreConst.STATIC_END ? EMPTY : heap.peekName(dict, "_abc_impl");
    if (data === EMPTY) return 0;
    return this.attribute(data, "registry") as Ref;
  }
  private attribute(object: Value, name: string): Value {
    const { heap } = this.ctx;
    heap.setScratch(0, object);
    return heap.check(heap.core.attrFind(heap.intern(name))) === Answer.OK ? heap.takeScratch() : EMPTY;
  }

  private dictsNow(): Map<Ref, DictState> {
    const { heap, machine } = this.ctx;
    const found = new Map<Ref, DictState>();
    const add = (dict: Ref, cls = 0): void => {
      const digest = heap.core.dictDigest(dict, 0);
      const known = this.dicts?.get(dict);
      found.set(
        dict,
        known?.digest === digest
          ? known
          : { cls, digest, items: new Map(heap.peekDictEntries(dict) as [Ref, Value][]) },
      );
    };
    add(this.modules);
    for (const cls of this.classes.keys())
      if (cls >= CoreConst.STATIC_END) add(heap.readU32(cls + Layout.PyType.dict), cls);
    for (const [, module] of heap.peekDictEntries(this.modules))
      if (heap.kindOf(module) === CoreConst.LAYOUT_MODULE) add(moduleDict(this.ctx, module as Ref));
    for (const [module, ...path] of SHARED_DICTS) {
      let value: Value = machine.moduleNamed(module as string);
      for (const name of path) value = value === EMPTY ? EMPTY : this.attribute(value, name);
      if (value !== EMPTY) add(value as Ref);
    }
    return found;
  }

  private carvedNow(): Map<number, number> {
    const { heap } = this.ctx;
    const { PAGE_TABLE_BASE, PAGE_SHIFT, PAGE_SMALL, PAGE_SPAN, HEAP_CONTAINERS } = CoreConst;
    const { size, kind, group, carved } = Layout.PageInfo;
    const found = new Map<number, number>();
    for (let page = 0, top = heap.readU32(Layout.VM.heap_top) >>> PAGE_SHIFT; page < top; page++) {
      const at = PAGE_TABLE_BASE + page * size;
      const pageKind = heap.readU8(at + kind);
      if (heap.readU8(at + group) !== HEAP_CONTAINERS || (pageKind !== PAGE_SMALL && pageKind !== PAGE_SPAN)) continue;
      found.set(page, heap.readU32(at + carved));
    }
    return found;
  }
}

function keepOnly<T>(list: T[], wanted: (item: T) => boolean): void {
  list.splice(0, list.length, ...list.reverse().filter(wanted).reverse());
}

/** Takes back what modules have done to each other and to those that were there, and writes it down; the modules leave sys.modules. */
function* putAway(ctx: Context, recorder: Recorder): Steps<void> {
  const { heap, machine } = ctx;
  const modules = heap.readU32(Layout.VM.sys_modules);
  const shelf = heap.dict();
  const known = heap.dict();
  const paths = heap.dict();
  const all = [...recorder.effects].filter(([name]) => machine.moduleNamed(name) !== EMPTY);
  const namespace = moduleDict(ctx, machine.privateModule);
  heap.setName(namespace, "shelf", shelf);
  heap.setName(namespace, "shelf_known", known);
  heap.setName(namespace, "shelf_paths", paths);
  const owners = new Map(
    heap
      .dictEntries(modules)
      .filter(([, module]) => heap.kindOf(module) === CoreConst.LAYOUT_MODULE)
      .map(([name, module]) => [moduleDict(ctx, module as Ref), name] as const),
  );
  for (const [name, { needs, classes, items, registered, pages }] of all) {
    const module = machine.moduleNamed(name);
    const texts = [...needs].map((need) => ctx.str(need));
    const file = heap.peekName(moduleDict(ctx, module), "__file__");
    for (const { dict, key } of items) if (dict === modules) heap.dictSet(shelf, key, ctx.str(name));
    const entry = [
      module,
      file === EMPTY ? NONE : file,
      ctx.tuple(texts),
      ctx.tuple(classes.flatMap(([base, cls]) => [base, cls, ctx.int(heap.readU32(base + Layout.PyType.version))])),
      ctx.tuple(items.flatMap(({ dict, cls, key, value }) => [cls || dict, key, value, owners.get(dict) ?? NONE])),
      ctx.tuple(registered.flat()),
      ctx.tuple([...pages].map((page) => ctx.int(page))),
    ];
    heap.setName(shelf, name, ctx.tuple(entry));
    if (file !== EMPTY) heap.setName(paths, name, file);
  }
  for (const [, { classes, items, registered }] of all.reverse()) {
    for (const { dict, cls, key, before } of items.reverse()) {
      if (cls !== 0) setClassAttribute(ctx, cls, key, before);
      else if (before !== EMPTY) heap.dictSet(dict, key, before);
      else if (heap.isStr(key)) heap.deleteName(dict, heap.text(key));
      else yield* ctx.callMethod(dict, "pop", [key]);
    }
    for (const [base, cls] of classes) heap.core.typeRemoveSubclass(base, cls);
    for (const [registry, entry] of registered) yield* ctx.callMethod(registry, "discard", [entry]);
  }
  const digest = (name: string, module: Ref): void => {
    heap.setName(known, name, ctx.int(module));
    noteDigest(ctx, known, module);
  };
  for (const [name] of all) {
    digest(name, machine.moduleNamed(name));
    heap.deleteName(modules, name);
  }
  for (const [, { items }] of all)
    for (const { dict, key, value } of items) if (dict === modules) digest(heap.text(key), value as Ref);
  for (const [name, module] of heap.dictEntries(modules))
    if (heap.kindOf(module) === CoreConst.LAYOUT_MODULE) digest(heap.text(name as Ref), module as Ref);
}

/** What takeFromShelf compares sys with. */
function noteSys(ctx: Context): void {
  const { heap, machine } = ctx;
  const then = heap.dict();
  const sys = moduleDict(ctx, machine.moduleNamed("sys"));
  for (const name of SYS_NAMES) {
    const value = heap.peekName(sys, name);
    if (value !== EMPTY) heap.setName(then, name, value);
  }
  for (const name of ["meta_path", "path_hooks"])
    heap.setName(then, `${name} items`, ctx.tuple(heap.listItems(heap.peekName(sys, name) as Ref)));
  heap.setName(moduleDict(ctx, machine.privateModule), "shelf_sys", then);
}

/** At image build. */
export function* fillShelf(ctx: Context): Steps<void> {
  const { heap, machine } = ctx;
  const woken = yield* ctx.getattr(yield* createBuiltin(ctx, "_shelf"), "woken");
  heap.setName(moduleDict(ctx, machine.privateModule), "shelf_woken", woken);
  heap.deleteName(heap.readU32(Layout.VM.sys_modules), "_shelf");
  const recorder = new Recorder(ctx);
  const done = watchImports(recorder);
  const quick = machine.builtin("__import__") + Layout.PyBuiltin.index;
  const row = heap.readU16(quick);
  heap.writeU16(quick, 0); // (the core would find modules unseen)
  for (const name of SHELVED) {
    yield* ctx.call(machine.builtin("__import__"), [ctx.str(name)]);
    recorder.nextGroup();
  }
  recorder.look();
  done();
  heap.writeU16(quick, row);
  recorder.letGo();
  heap.core.gcCollect(0);
  recorder.forgetPassing();
  recorder.letGo();
  // What follows is used up when modules are taken: nothing of it may lie on pages that no collection sees.
  heap.core.freshContainers(0);
  const atexit = machine.moduleGlobal("atexit", "_callbacks");
  if (atexit !== EMPTY) yield* ctx.callMethod(atexit, "clear", []);
  yield* putAway(ctx, recorder);
  noteSys(ctx);
  machine.forgetNames();
  const { PAGE_TABLE_BASE, PAGE_RESTING } = CoreConst;
  for (const page of recorder.pages)
    heap.u8[PAGE_TABLE_BASE + page * Layout.PageInfo.size + Layout.PageInfo.flags]! |= PAGE_RESTING;
}
