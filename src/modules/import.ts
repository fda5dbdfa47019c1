// `__import__` and what import statements do. Modules that are there already are found without Python code; the rest is importlib's
// (importlib/_bootstrap.py of the library, run when the heap image is built, with frames that tracebacks don't show).
import { CoreConst } from "../heap/generated/layout.ts";
import { PyError, raise, typeError, valueError } from "../heap/py-error.ts";
import { EMPTY, isRef, type Ref, type Value } from "../heap/value.ts";
import { moduleDict } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import type { Steps } from "../vm/host-call.ts";
import { createBuiltin } from "./builtin-modules.ts";

const { NONE_REF: NONE } = CoreConst;

/** Who wants to know what is imported (when a heap image is built). */
interface ImportWatcher {
  /** `name` is asked for, whether it is there or not. */
  asked(name: string): void;
  /** It has to be found and loaded: before and after. */
  begin(name: string): void;
  end(name: string): void;
}
let watcher: ImportWatcher | undefined;

/** Returns the function that ends it. */
export function watchImports(wanted: ImportWatcher): () => void {
  watcher = wanted;
  return () => {
    watcher = undefined;
  };
}

function findModule(ctx: Context, name: string): Value {
  return ctx.heap.hold(ctx.machine.moduleNamed(name));
}

/** A function of importlib._bootstrap; EMPTY while the library is not set up yet. */
function bootstrapFunction(ctx: Context, name: string): Value {
  const found = ctx.machine.moduleGlobal("_frozen_importlib", name);
  return found === EMPTY ? EMPTY : ctx.heap.hold(found);
}

/** Is another import of this module still running? Plain modules answer without Python code. */
function* isInitializing(ctx: Context, module: Value): Steps<boolean> {
  const { heap } = ctx;
  let spec: Value | undefined;
  if (heap.typeOf(module) === CoreConst.TYPE_MODULE) {
    spec = heap.getName(moduleDict(ctx, module as Ref), "__spec__");
    if (spec === EMPTY) spec = undefined;
  } else spec = yield* ctx.findattr(module, "__spec__");
  if (spec === undefined || spec === NONE) return false;
  const flag = yield* ctx.findattr(spec, "_initializing");
  return flag !== undefined && (yield* ctx.truth(flag));
}

/** The module of an absolute name, imported if need be. */
function* importAbsolute(ctx: Context, name: string, nameValue: Ref): Steps<Value> {
  const found = findModule(ctx, name);
  watcher?.asked(name);
  if (found !== EMPTY && found !== NONE) {
    if (yield* isInitializing(ctx, found)) {
      const wait = bootstrapFunction(ctx, "_lock_unlock_module");
      if (wait !== EMPTY) yield* ctx.call(wait, [nameValue]);
    }
    return found;
  }
  const load = bootstrapFunction(ctx, "_find_and_load");
  if (load === EMPTY) return yield* createBuiltin(ctx, name);
  watcher?.begin(name);
  try {
    return yield* ctx.call(load, [nameValue, ctx.machine.builtin("__import__")]);
  } finally {
    watcher?.end(name);
  }
}

function nameError(text: string): PyError {
  return raise("ImportError", text);
}

/** Package that a relative import in a module with these globals starts from. */
function* packageOf(ctx: Context, globals: Value): Steps<string> {
  const { heap } = ctx;
  if (!isRef(globals) || !heap.isDict(globals)) throw typeError("globals must be a dict");
  const at = (name: string): Value | undefined => {
    const v = heap.getName(globals, name);
    return v === EMPTY ? undefined : v;
  };
  const own = at("__package__");
  const spec = at("__spec__");
  const warn = function* (message: string, category: Ref): Steps<void> {
    const warnings = yield* importModule(ctx, "_warnings", NONE, NONE, CoreConst.EMPTY_TUPLE_REF, 0);
    yield* ctx.call(yield* ctx.getattr(warnings, "warn"), [ctx.str(message), category, ctx.int(1)]);
  };
  if (own !== undefined && own !== NONE) {
    if (!heap.isStr(own)) throw typeError("package must be a string");
    if (spec !== undefined && spec !== NONE) {
      const parent = yield* ctx.findattr(spec, "parent");
      if (parent !== undefined && !(yield* ctx.equal(own, parent)))
        yield* warn(
          `__package__ != __spec__.parent (${yield* ctx.repr(own)} != ${yield* ctx.repr(parent)})`,
          CoreConst.EXC_DeprecationWarning,
        );
    }
    return heap.text(own);
  }
  if (spec !== undefined && spec !== NONE) {
    const parent = yield* ctx.getattr(spec, "parent");
    if (!heap.isStr(parent)) throw typeError("__spec__.parent must be a string");
    return heap.text(parent);
  }
  yield* warn(
    "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__",
    CoreConst.EXC_ImportWarning,
  );
  const name = at("__name__");
  if (name === undefined) throw raise("KeyError", "'__name__' not in globals");
  if (!heap.isStr(name)) throw typeError("__name__ must be a string");
  const text = heap.text(name);
  if (at("__path__") !== undefined) return text;
  const dot = text.lastIndexOf(".");
  return dot < 0 ? "" : text.slice(0, dot);
}

function* absoluteName(ctx: Context, name: string, globals: Value, level: number): Steps<string> {
  const start = yield* packageOf(ctx, globals);
  if (start === "") throw nameError("attempted relative import with no known parent package");
  let base = start;
  for (let i = 1; i < level; i++) {
    const dot = base.lastIndexOf(".");
    if (dot < 0) throw nameError("attempted relative import beyond top-level package");
    base = base.slice(0, dot);
  }
  return name === "" ? base : `${base}.${name}`;
}

/** `__import__(name, globals, locals, fromList, level)`. */
export function* importModule(
  ctx: Context,
  name: string,
  globals: Value,
  _locals: Value,
  fromList: Value,
  level: number,
): Steps<Value> {
  const { heap } = ctx;
  if (level < 0) throw valueError("level must be >= 0");
  if (level === 0 && name === "") throw valueError("Empty module name");
  const full = level === 0 ? name : yield* absoluteName(ctx, name, globals, level);
  const module = yield* importAbsolute(ctx, full, heap.str(full));
  const hasNames = fromList !== NONE && (yield* ctx.truth(fromList));
  if (!hasNames) {
    const dot = name.indexOf(".");
    if (dot < 0) return module;
    if (level === 0) {
      const front = name.slice(0, dot);
      return yield* importAbsolute(ctx, front, heap.str(front));
    }
    if (name === "") return module;
    const wanted = full.slice(0, full.length - (name.length - dot));
    const found = findModule(ctx, wanted);
    if (found === EMPTY) throw raise("KeyError", `'${wanted}' not in sys.modules as expected`);
    return found;
  }
  const isPlain = heap.typeOf(module) === CoreConst.TYPE_MODULE;
  const isPackage = isPlain
    ? heap.peekName(moduleDict(ctx, module as Ref), "__path__") !== EMPTY
    : (yield* ctx.findattr(module, "__path__")) !== undefined;
  if (!isPackage) return module;
  if (watcher !== undefined && heap.isTuple(fromList)) {
    for (const item of heap.tupleItems(fromList)) {
      const submodule = heap.isStr(item) ? `${full}.${heap.text(item)}` : "";
      if (findModule(ctx, submodule) !== EMPTY) watcher.asked(submodule);
    }
  }
  // Names that are there need no search for submodules.
  if (isPlain && heap.isTuple(fromList)) {
    const dict = moduleDict(ctx, module as Ref);
    const there = heap.tupleItems(fromList).every((item) => heap.isStr(item) && heap.dictGet(dict, item) !== EMPTY);
    if (there) return module;
  }
  const handle = bootstrapFunction(ctx, "_handle_fromlist");
  if (handle === EMPTY) return module;
  return yield* ctx.call(handle, [module, fromList, ctx.machine.builtin("__import__")]);
}

/** Path of the file a module says it comes from. */
function* fileOrigin(ctx: Context, module: Value, spec: Value | undefined): Steps<Value | undefined> {
  if (spec !== undefined && spec !== NONE) {
    const located = yield* ctx.findattr(spec, "has_location");
    if (located !== undefined && (yield* ctx.truth(located))) {
      const origin = yield* ctx.findattr(spec, "origin");
      if (origin !== undefined && ctx.heap.isStr(origin)) return origin;
    }
  }
  if (ctx.heap.kindOf(module) !== CoreConst.LAYOUT_MODULE) return undefined;
  const file = ctx.heap.getName(moduleDict(ctx, module as Ref), "__file__");
  return file !== EMPTY && ctx.heap.isStr(file) ? file : undefined;
}

/** Does a module from this file hide one that a program would rather have found (it lies in the program's own folder)? */
function mayShadow(ctx: Context, origin: string): boolean {
  const sys = ctx.machine.moduleNamed("sys");
  const path = sys === EMPTY ? EMPTY : ctx.heap.peekName(moduleDict(ctx, sys), "path");
  if (path === EMPTY || !ctx.heap.isList(path) || ctx.heap.listLength(path) === 0) return false;
  const first = ctx.heap.peekListItem(path, 0);
  if (!ctx.heap.isStr(first)) return false;
  const folder = ctx.heap.text(first) || process.cwd();
  const file = origin.endsWith("/__init__.py") ? origin.slice(0, -12) : origin;
  const slash = file.lastIndexOf("/");
  return slash >= 0 && file.slice(0, slash) === folder;
}

function isLibraryName(ctx: Context, name: Value): boolean {
  const names = ctx.machine.moduleGlobal("sys", "stdlib_module_names");
  return (
    names !== EMPTY &&
    ctx.heap.isSet(names) &&
    ctx.heap.setItems(names).some((item) => ctx.heap.text(item as Ref) === ctx.heap.text(name as Ref))
  );
}

/** `from module import name` where the module has no such attribute: a submodule in sys.modules, or the ImportError. */
export function* importFrom(ctx: Context, module: Value, name: Ref): Steps<Value> {
  const { heap } = ctx;
  const packageName = yield* ctx.findattr(module, "__name__");
  const known = packageName !== undefined && heap.isStr(packageName);
  if (known) {
    const submodule = findModule(ctx, `${heap.text(packageName)}.${heap.text(name)}`);
    if (submodule !== EMPTY) return submodule;
  }
  const shown = known ? packageName : ctx.str("<unknown module name>");
  const spec = yield* ctx.findattr(module, "__spec__");
  const origin = yield* fileOrigin(ctx, module, spec);
  const file = origin === undefined ? undefined : heap.text(origin as Ref);
  const shadows = file !== undefined && mayShadow(ctx, file);
  const wanted = `cannot import name ${yield* ctx.repr(name)} from`;
  const from = yield* ctx.repr(shown);
  let message: string;
  if (shadows && isLibraryName(ctx, shown)) {
    message =
      `${wanted} ${from} (consider renaming ${yield* ctx.repr(origin as Value)} since it has the same name as the standard library ` +
      `module named ${from} and prevents importing that standard library module)`;
  } else if (yield* isInitializing(ctx, module)) {
    if (shadows)
      message = `${wanted} ${from} (consider renaming ${yield* ctx.repr(origin as Value)} if it has the same name as a library you intended to import)`;
    else
      message = `${wanted} partially initialized module ${from} (most likely due to a circular import)${file === undefined ? "" : ` (${file})`}`;
  } else message = `${wanted} ${from} (${file ?? "unknown location"})`;
  throw new PyError(CoreConst.EXC_ImportError, [message], 0, { name: shown, path: origin ?? NONE, name_from: name });
}

/** `module.name` of a module that has no such attribute: the text of the AttributeError (CPython's _Py_module_getattro_impl). */
export function* missingAttributeText(ctx: Context, module: Ref, name: string): Steps<string> {
  const { heap } = ctx;
  const own = heap.getName(moduleDict(ctx, module), "__name__");
  if (own === EMPTY || !heap.isStr(own)) return `module has no attribute '${name}'`;
  const shown = heap.text(own);
  const spec = yield* ctx.findattr(module, "__spec__");
  const origin = yield* fileOrigin(ctx, module, spec);
  const file = origin === undefined ? undefined : heap.text(origin as Ref);
  const shadows = file !== undefined && mayShadow(ctx, file);
  if (shadows && isLibraryName(ctx, own))
    return `module '${shown}' has no attribute '${name}' (consider renaming '${file}' since it has the same name as the standard library module named '${shown}' and prevents importing that standard library module)`;
  if (yield* isInitializing(ctx, module)) {
    if (shadows)
      return `module '${shown}' has no attribute '${name}' (consider renaming '${file}' if it has the same name as a library you intended to import)`;
    if (file !== undefined)
      return `partially initialized module '${shown}' from '${file}' has no attribute '${name}' (most likely due to a circular import)`;
    return `partially initialized module '${shown}' has no attribute '${name}' (most likely due to a circular import)`;
  }
  if (spec !== undefined && spec !== NONE) {
    const pending = yield* ctx.findattr(spec, "_uninitialized_submodules");
    if (pending !== undefined && (yield* ctx.contains(pending, ctx.str(name))))
      return `cannot access submodule '${name}' of module '${shown}' (most likely due to a circular import)`;
  }
  return `module '${shown}' has no attribute '${name}'`;
}
