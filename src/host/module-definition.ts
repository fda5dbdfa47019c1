// How modules written in TypeScript are defined, and how a definition becomes a module object. A module may have a part written in Python,
// which runs in the same namespace after the functions and constants are there.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import type { Definition, GetSet, Steps } from "../vm/host-call.ts";
import { makeBuiltin, makeGetSet, makeMethod, register } from "./builtin-objects.ts";

/** A class whose instances TypeScript keeps state for: see Context.hostState. */
export interface HostTypeDefinition {
  readonly doc?: string;
  /** Base class: offset of a builtin type, or name of a type defined earlier in the same module. Default: host objects. */
  readonly base?: Ref | string;
  readonly methods?: Readonly<Record<string, Definition>>;
  readonly attributes?: Readonly<Record<string, GetSet>>;
  /** Class attributes. */
  readonly constants?: Readonly<Record<string, (ctx: Context) => Value>>;
  /** Instances have a __dict__ / may be referenced weakly / may be subclassed (default: false, true, true). */
  readonly hasDict?: boolean;
  readonly hasWeakref?: boolean;
  readonly subclassable?: boolean;
  /** True: `cls(…)` is refused unless there is a __new__ among the methods. */
  readonly noConstructor?: boolean;
  readonly qualname?: string;
}

export interface ModuleDefinition {
  readonly name: string;
  readonly doc?: string;
  readonly functions?: Readonly<Record<string, Definition>>;
  /** Values made once, when the module is. */
  readonly constants?: Readonly<Record<string, (ctx: Context) => Value>>;
  readonly types?: Readonly<Record<string, HostTypeDefinition>>;
  /** Python source run in the module's namespace. */
  readonly pythonSource?: string;
  /** Last word, after everything else is there. */
  readonly finish?: (ctx: Context, module: Ref) => void | Steps<void>;
}

export function defineModule(name: string, definition: Omit<ModuleDefinition, "name">): ModuleDefinition {
  // Not a copy: that would read the Python source.
  return Object.defineProperty(definition, "name", { value: name, enumerable: true }) as ModuleDefinition;
}

export function moduleDict(ctx: Context, module: Ref): Ref {
  return ctx.heap.readU32(module + Layout.PyModule.dict);
}

/** The module object of a definition; a module that the core has begun is completed (the core's names stay). */
export function* makeModule(ctx: Context, definition: ModuleDefinition): Steps<Ref> {
  const { heap, machine } = ctx;
  const { name } = definition;
  machine.builtinModules.add(name);
  const core = heap.readU32(Layout.VM.core_modules);
  let module = core === 0 ? EMPTY : (heap.getName(core, name) as Ref);
  if (module === EMPTY) {
    heap.setScratch(0, EMPTY);
    module = heap.made(heap.core.moduleNew(heap.intern(name)));
  }
  const dict = moduleDict(ctx, module);
  if (definition.doc !== undefined) heap.setName(dict, "__doc__", heap.str(definition.doc));
  for (const [key, row] of Object.entries(definition.functions ?? {})) {
    if (heap.peekName(dict, key) !== EMPTY) continue;
    const mark = heap.pool.length;
    const found = register(machine, key, row, 0, "", `M:${name}:${key}`);
    heap.setName(dict, key, makeBuiltin(machine, found, CoreConst.TYPE_BUILTIN, 0, name, EMPTY));
    heap.release(mark);
  }
  for (const [key, make] of Object.entries(definition.constants ?? {})) {
    if (heap.peekName(dict, key) === EMPTY) heap.setName(dict, key, make(ctx));
  }
  for (const [key, type] of Object.entries(definition.types ?? {})) {
    if (heap.peekName(dict, key) === EMPTY) heap.setName(dict, key, makeHostType(ctx, key, type, name, dict));
  }
  if (definition.pythonSource !== undefined) {
    const code = machine.services.compile(definition.pythonSource, {
      filename: `<${name}>`,
      mode: "exec",
      hidden: true,
      keep: "own",
    });
    yield* machine.runCode(ctx, machine.loadCode(code), dict, dict);
  }
  const last = definition.finish?.(ctx, module);
  if (last) yield* last;
  return module;
}

/** A class defined in TypeScript. */
export function makeHostType(
  ctx: Context,
  name: string,
  definition: HostTypeDefinition,
  module: string,
  scope: Ref,
): Ref {
  const { heap, machine } = ctx;
  const base =
    typeof definition.base === "string"
      ? (heap.peekName(scope, definition.base) as Ref)
      : (definition.base ?? CoreConst.TYPE_HOST_OBJECT);
  const namespace = heap.dict();
  heap.setName(namespace, "__module__", heap.intern(module));
  if (definition.qualname !== undefined) heap.setName(namespace, "__qualname__", heap.str(definition.qualname));
  heap.setName(namespace, "__doc__", definition.doc === undefined ? CoreConst.NONE_REF : heap.str(definition.doc));
  const flagsAt = base + Layout.PyType.flags;
  const baseFlags = heap.readU32(flagsAt);
  heap.writeU32(flagsAt, baseFlags | CoreConst.TYPE_BASETYPE);
  const bases = heap.tuple([base]);
  let type: Ref;
  try {
    type = machine.newType({
      meta: CoreConst.TYPE_TYPE,
      name,
      qualname: undefined,
      bases,
      mroTail: heap.tupleItems(heap.readU32(base + Layout.PyType.mro)) as Ref[],
      namespace,
      slots: {
        members: undefined,
        addDict: definition.hasDict === true && (baseFlags & CoreConst.TYPE_HAS_DICT) === 0,
        addWeakref: definition.hasWeakref !== false && (baseFlags & CoreConst.TYPE_HAS_WEAKREF) === 0,
      },
    });
  } finally {
    heap.writeU32(flagsAt, baseFlags);
  }
  const dict = heap.readU32(type + Layout.PyType.dict);
  const put = (key: string, value: Value) => heap.setName(dict, key, value);
  for (const [key, row] of Object.entries(definition.methods ?? {}))
    put(key, makeMethod(machine, `N:${module}.${name}`, key, row, type, name));
  for (const [key, row] of Object.entries(definition.attributes ?? {}))
    put(key, makeGetSet(machine, `N:${module}.${name}`, key, row, type, name));
  for (const [key, make] of Object.entries(definition.constants ?? {})) put(key, make(ctx));
  const ownFlags = type + Layout.PyType.flags;
  let flags = heap.readU32(ownFlags) | CoreConst.TYPE_IMMUTABLE | CoreConst.TYPE_DOTTED_NAME;
  heap.setRef(type + Layout.PyType.module, heap.intern(module));
  if (definition.subclassable === false) flags &= ~CoreConst.TYPE_BASETYPE;
  if (definition.noConstructor && !("__new__" in (definition.methods ?? {}))) flags |= CoreConst.TYPE_DISALLOW_NEW;
  heap.writeU32(ownFlags, flags);
  heap.core.typeModified(type);
  return type;
}
