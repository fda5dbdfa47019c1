// Modules that CPython writes in C, by name, and how they come into being: at image build for what every program needs, else on first import.
import { PRIVATE_MODULE } from "../bytecode/code.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError } from "../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { type ModuleDefinition, makeModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import type { Steps } from "../vm/host-call.ts";
import type { Machine } from "../vm/machine.ts";
import { takeFromShelf } from "./shelf.ts";

const definitions = new WeakMap<Machine, ReadonlyMap<string, ModuleDefinition>>();
/** Every machine starts with the same list: its map is made once. */
const byName = new WeakMap<readonly ModuleDefinition[], Map<string, ModuleDefinition>>();

/** Says which modules a machine has besides those of the core. Later ones win. */
export function provideModules(machine: Machine, list: readonly ModuleDefinition[]): void {
  const known = definitions.get(machine);
  let all: Map<string, ModuleDefinition> | undefined;
  if (known === undefined) {
    all = byName.get(list) ?? new Map(list.map((definition) => [definition.name, definition]));
    byName.set(list, all);
  } else {
    all = new Map(known);
    for (const definition of list) all.set(definition.name, definition);
  }
  definitions.set(machine, all);
}

/** A module that the core has made, for programs to import. Borrowed; EMPTY: there is none. */
function coreModule({ heap }: Context, name: string): Value {
  const core = heap.readU32(Layout.VM.core_modules);
  return core === 0 || name === PRIVATE_MODULE ? EMPTY : heap.peekName(core, name);
}

/** Is there such a builtin module, made or not? */
export function isBuiltin(ctx: Context, name: string): boolean {
  if (definitions.get(ctx.machine)?.has(name)) return true;
  return coreModule(ctx, name) !== EMPTY || name === "sys" || name === "builtins";
}

/** Names of all builtin modules, sorted. */
export function builtinNames(ctx: Context): string[] {
  const names = new Set(["sys", "builtins", ...(definitions.get(ctx.machine)?.keys() ?? [])]);
  const core = ctx.heap.readU32(Layout.VM.core_modules);
  if (core !== 0) for (const [name] of ctx.heap.peekDictEntries(core)) names.add(ctx.heap.text(name as Ref));
  names.delete(PRIVATE_MODULE);
  return [...names].sort();
}

/** The module, made now unless it is in sys.modules; it is there afterwards. Throws ModuleNotFoundError. */
export function* createBuiltin(ctx: Context, name: string): Steps<Value> {
  const { heap, machine } = ctx;
  const there = machine.moduleNamed(name);
  if (there !== EMPTY) return heap.hold(there);
  const modules = heap.readU32(Layout.VM.sys_modules);
  const definition = definitions.get(machine)?.get(name);
  let module = yield* takeFromShelf(ctx, name);
  if (module !== EMPTY) return module;
  if (definition !== undefined) module = yield* makeModule(ctx, definition);
  else module = heap.hold(coreModule(ctx, name));
  if (module === EMPTY)
    throw new PyError(CoreConst.EXC_ModuleNotFoundError, [`No module named '${name}'`], 0, { name });
  heap.setName(modules, name, module);
  return module;
}
