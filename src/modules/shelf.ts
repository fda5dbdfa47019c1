// The shelf: modules of the library that were imported when the heap image was built and hidden again (shelf-build.ts). Importing one puts it, and
// what it has imported, into sys.modules and does once more what executing it had done to other modules' things. That must be what executing it now
// would come to: the import system is as it was, no file in sys.path hides one of them, and the modules that they were made of are unchanged. If
// not, they are executed like any others.
//
// What `_krait` keeps of it (see ShelfEntry): shelf, a dict name → entry; shelf_known, a dict name → offset of every module that others were made of,
// and offset → digest of its names; shelf_paths, a dict name → `__file__`; shelf_sys, a dict of what sys and the import system were then; shelf_woken, a dict name → function (_shelf.py).
import { readdirSync } from "node:fs";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { numberOf } from "../heap/numbers.ts";
import { EMPTY, isRef, type Ref, type Value } from "../heap/value.ts";
import { moduleDict } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import type { Steps } from "../vm/host-call.ts";
import type { Machine } from "../vm/machine.ts";
import { libraryOf } from "./library-code.ts";

/** A module on the shelf, as a tuple in the heap. Or, for a name that another module puts into sys.modules, just that module's name. */
export interface ShelfEntry {
  readonly module: Ref;
  /** `__file__`; None: a builtin module. */
  readonly path: Value;
  /** Names it imports, in order; "!name" if that failed. */
  readonly needs: Ref;
  /** base, class, version of the base, … : classes that it has derived from others' classes. */
  readonly classes: Ref;
  /** dict or class, key, value, module whose names these are or None, … : what it has put into others' dicts. */
  readonly items: Ref;
  /** set, weak reference, … : what it has registered with others' abstract base classes. */
  readonly registered: Ref;
  /** Numbers of the pages that its containers lie on. */
  readonly pages: Ref;
}

/** Values of sys that a module may have looked at when it was executed. */
export const SYS_NAMES = [
  ...["platform", "version_info", "implementation", "byteorder", "maxsize", "maxunicode", "hash_info", "float_info", "int_info"],
  ...["intern", "_getframe", "_getframemodulename", "base_prefix", "prefix", "exec_prefix", "modules", "meta_path", "path_hooks"],
  ...["path_importer_cache", "builtin_module_names", "stdlib_module_names", "hexversion", "exc_info", "getrefcount"],
]; // biome-ignore format: a list

/** -X, -W and the flags that what modules do at import may depend on. */
const FLAGS_THAT_MATTER = [
  "optimize",
  "dev_mode",
  "verbose",
  "bytes_warning",
  "utf8_mode",
  "warn_default_encoding",
  "hash_randomization",
];

/** sys is looked at by name (SYS_NAMES), and `_krait` is Krait's own. */
const ALWAYS_CHANGING = new Set(["sys", "_krait"]);

const unusable = new WeakSet<Machine>();

/** What a VM was started with: some options change what modules do when they are executed. */
export function setShelfOptions(
  machine: Machine,
  options: { flags: object; warnings: number; xOptions: object },
): void {
  const { flags, warnings, xOptions } = options;
  const matters = Object.keys(flags).some((name) => FLAGS_THAT_MATTER.includes(name));
  if (matters || warnings > 0 || Object.keys(xOptions).length > 0) unusable.add(machine);
}

/** Where a module lies that is or was on the shelf, borrowed: the library's archive need not be read for it. */
export function shelvedPath({ heap, machine }: Context, name: string): Value {
  const paths = machine.moduleGlobal("_krait", "shelf_paths");
  return paths === EMPTY ? EMPTY : heap.peekName(paths as Ref, name);
}

function entryOf({ heap }: Context, value: Value): ShelfEntry {
  const [module, path, needs, classes, items, registered, pages] = heap.tupleItems(value as Ref) as [
    Ref, Value, Ref, Ref, Ref, Ref, Ref,
  ]; // biome-ignore format: one line
  return { module, path, needs, classes, items, registered, pages };
}

/** Digest of what a module's names stand for. Packages get their submodules as attributes any time: those don't count. */
export function digestOf(ctx: Context, module: Ref): number {
  const { heap } = ctx;
  const dict = moduleDict(ctx, module);
  return heap.core.dictDigest(dict, heap.peekName(dict, "__path__") === EMPTY ? 0 : 1);
}

export function noteDigest(ctx: Context, known: Ref, module: Ref): void {
  ctx.heap.dictSet(known, ctx.int(module), ctx.int(digestOf(ctx, module)));
}

/** Is this module, which is in sys.modules, the one that others were made of, and unchanged? */
function isAsKnown(ctx: Context, known: Ref, name: string, module: Ref): boolean {
  const { heap } = ctx;
  const found = heap.peekName(known, name);
  if (found === EMPTY || !isRef(module) || heap.kindOf(module) !== CoreConst.LAYOUT_MODULE) return false;
  if (numberOf(heap, found) !== module) return false;
  return ALWAYS_CHANGING.has(name) || numberOf(heap, heap.dictGet(known, found)) === digestOf(ctx, module);
}

interface Plan {
  /** Names to put in place, those that others need first. */
  readonly order: Map<string, ShelfEntry>;
  /** Names that must not be found in any folder. */
  readonly absent: string[];
}

/** What importing `name` means; undefined if it has to be executed. */
function planFor(ctx: Context, shelf: Ref, known: Ref, name: string): Plan | undefined {
  const { heap, machine } = ctx;
  const visited = new Set<string>();
  const plan: Plan = { order: new Map(), absent: [] };
  const visit = (wanted: string): boolean => {
    if (visited.has(wanted)) return true;
    visited.add(wanted);
    if (wanted.startsWith("!")) {
      plan.absent.push(wanted.slice(1));
      return machine.moduleNamed(wanted.slice(1)) === EMPTY;
    }
    const there = machine.moduleNamed(wanted);
    if (there !== EMPTY) return isAsKnown(ctx, known, wanted, there);
    const found = heap.peekName(shelf, wanted);
    if (found === EMPTY) return false;
    if (heap.isStr(found)) return visit(heap.text(found));
    const entry = entryOf(ctx, found);
    for (const need of heap.tupleItems(entry.needs)) if (!visit(heap.text(need as Ref))) return false;
    plan.order.set(wanted, entry);
    return true;
  };
  return visit(name) ? plan : undefined;
}

function listItemsAre(ctx: Context, list: Value, wanted: Value): boolean {
  const { heap } = ctx;
  if (!heap.isList(list) || heap.listLength(list) !== heap.tupleLength(wanted as Ref)) return false;
  return heap.listItems(list).every((item, i) => item === heap.peekTupleItem(wanted as Ref, i));
}

/** Is what finds modules, and what they see of sys, as it was when the image was built? */
function isImportSystemUnchanged(ctx: Context, known: Ref): boolean {
  const { heap, machine } = ctx;
  const then = machine.moduleGlobal("_krait", "shelf_sys") as Ref;
  const sys = moduleDict(ctx, machine.moduleNamed("sys"));
  for (const name of SYS_NAMES) if (heap.peekName(sys, name) !== heap.peekName(then, name)) return false;
  if (heap.peekName(sys, "modules") !== heap.readU32(Layout.VM.sys_modules)) return false;
  if (!listItemsAre(ctx, heap.peekName(sys, "meta_path"), heap.peekName(then, "meta_path items"))) return false;
  if (!listItemsAre(ctx, heap.peekName(sys, "path_hooks"), heap.peekName(then, "path_hooks items"))) return false;
  const builtins = machine.moduleNamed("builtins");
  return builtins !== EMPTY && isAsKnown(ctx, known, "builtins", builtins);
}

/** Could one of these top-level modules be found in a folder of sys.path that comes before the library? */
function isHidden(ctx: Context, names: ReadonlySet<string>): boolean {
  const { heap, machine } = ctx;
  const path = heap.peekName(moduleDict(ctx, machine.moduleNamed("sys")), "path");
  if (!heap.isList(path)) return true;
  const { file } = libraryOf(machine).archive;
  for (const item of heap.listItems(path)) {
    if (!heap.isStr(item)) return true;
    const folder = heap.text(item);
    if (folder === file) return false;
    let found: string[];
    try {
      found = readdirSync(folder === "" ? "." : folder);
    } catch (error) {
      // What isn't there hides nothing; what is no folder may be an archive.
      if ((error as NodeJS.ErrnoException).code === "ENOENT") continue;
      return true;
    }
    for (const entry of found) {
      const dot = entry.indexOf(".");
      if (names.has(dot < 0 ? entry : entry.slice(0, dot))) return true;
    }
  }
  return true;
}

/** EMPTY: deletes it. */
export function setClassAttribute({ heap }: Context, cls: Ref, name: Value, value: Value): void {
  heap.setScratch(0, value);
  heap.check(heap.core.typeSetAttr(cls, name as Ref));
}

/** Puts one module in place: all that executing it does, but for the importing. */
function place(ctx: Context, shelf: Ref, known: Ref, name: string, entry: ShelfEntry): void {
  const { heap, machine } = ctx;
  const { PAGE_TABLE_BASE, PAGE_RESTING, PAGE_KEPT } = CoreConst;
  for (const page of heap.tupleItems(entry.pages)) {
    const at = PAGE_TABLE_BASE + numberOf(heap, page) * Layout.PageInfo.size + Layout.PageInfo.flags;
    heap.u8[at] = (heap.u8[at]! & ~PAGE_RESTING) | PAGE_KEPT;
  }
  const classes = heap.tupleItems(entry.classes);
  for (let i = 0; i < classes.length; i += 3) {
    const [base, cls, version] = classes.slice(i, i + 3) as [Ref, Ref, Value];
    heap.check(heap.core.typeAddSubclass(base, cls));
    // What the base has become in the meantime, its hidden subclasses were not told.
    if (heap.readU32(base + Layout.PyType.version) !== numberOf(heap, version)) heap.core.typeModified(cls);
  }
  const items = heap.tupleItems(entry.items);
  for (let i = 0; i < items.length; i += 4) {
    const [dict, key, value, owner] = items.slice(i, i + 4) as [Ref, Value, Value, Value];
    const changes = owner === CoreConst.NONE_REF ? undefined : heap.text(owner as Ref);
    const wasKnown = changes !== undefined && isAsKnown(ctx, known, changes, machine.moduleNamed(changes));
    if (heap.isType(dict)) setClassAttribute(ctx, dict, key, value);
    else heap.dictSet(dict, key, value);
    if (wasKnown) noteDigest(ctx, known, machine.moduleNamed(changes));
  }
  const registered = heap.tupleItems(entry.registered);
  for (let i = 0; i < registered.length; i += 2) {
    heap.setScratch(0, registered[i + 1] as Value);
    heap.check(heap.core.setAdd(registered[i] as Ref));
  }
  if (registered.length > 0) {
    const abc = moduleDict(ctx, machine.moduleNamed("_abc"));
    heap.setName(abc, "_counter", ctx.int(numberOf(heap, heap.peekName(abc, "_counter")) + registered.length / 2));
  }
  heap.setName(heap.readU32(Layout.VM.sys_modules), name, entry.module);
  heap.deleteName(shelf, name);
}

/**
 * The module from the shelf, in sys.modules with all that it needs; EMPTY if it has to be executed. `path`: where the library's finder has found
 * it; undefined: a builtin module, which is found whatever sys.path says.
 */
export function* takeFromShelf(ctx: Context, name: string, path?: string): Steps<Value> {
  const { heap, machine } = ctx;
  const shelf = machine.moduleGlobal("_krait", "shelf") as Ref;
  if (shelf === EMPTY || unusable.has(machine)) return EMPTY;
  const own = heap.peekName(shelf, name);
  if (own === EMPTY || !heap.isTuple(own)) return EMPTY;
  const { module, path: origin } = entryOf(ctx, own);
  if (origin === CoreConst.NONE_REF ? path !== undefined : path !== heap.text(origin as Ref)) return EMPTY;
  const known = machine.moduleGlobal("_krait", "shelf_known") as Ref;
  const plan = planFor(ctx, shelf, known, name);
  if (plan === undefined) return EMPTY;
  const needed = [...plan.order].filter(([other, entry]) => other !== name && entry.path !== CoreConst.NONE_REF);
  const found = [...needed.map(([other]) => other), ...plan.absent].filter((other) => !other.includes("."));
  // (A builtin module that needs nothing is what it is.)
  if (path !== undefined || plan.order.size > 1) {
    if (!isImportSystemUnchanged(ctx, known)) return EMPTY;
    if (found.length > 0 && isHidden(ctx, new Set(found))) return EMPTY;
  }
  heap.hold(module);
  for (const [other, entry] of plan.order) place(ctx, shelf, known, other, entry);
  for (const [other, entry] of plan.order) {
    const woken = heap.getName(machine.moduleGlobal("_krait", "shelf_woken") as Ref, other);
    if (woken === EMPTY) continue;
    yield* ctx.call(woken, [entry.module]);
    noteDigest(ctx, known, entry.module);
  }
  return module;
}

/** The import system has given a module that comes from the shelf attributes of its own: that is no change. */
export function noteImported(ctx: Context, module: Ref): void {
  const { heap, machine } = ctx;
  const known = machine.moduleGlobal("_krait", "shelf_known");
  if (known === EMPTY) return;
  const name = heap.peekName(moduleDict(ctx, module), "__name__");
  if (name === EMPTY || !heap.isStr(name)) return;
  const found = heap.peekName(known as Ref, heap.text(name));
  if (found !== EMPTY && numberOf(heap, found) === module) noteDigest(ctx, known as Ref, module);
}
