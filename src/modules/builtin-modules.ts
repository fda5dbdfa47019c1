// Modules that CPython writes in C, by name, and how they come into being: at image build for what every program needs, else on first import.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError } from "../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { type ModuleDefinition, makeModule, moduleDict } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import type { Steps } from "../vm/host-call.ts";
import type { Machine } from "../vm/machine.ts";

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

function coreModules(ctx: Context): Ref {
  return ctx.heap.readU32(Layout.VM.core_modules);
}

/** Is there such a builtin module, made or not? Names with a leading "_krait" are Krait's own business. */
export function isBuiltin(ctx: Context, name: string): boolean {
  if (definitions.get(ctx.machine)?.has(name)) return true;
  const core = coreModules(ctx);
  return (core !== 0 && ctx.heap.peekName(core, name) !== EMPTY) || name === "sys" || name === "builtins";
}

/** Names of all builtin modules, sorted. */
export function builtinNames(ctx: Context): string[] {
  const names = new Set(["sys", "builtins", ...(definitions.get(ctx.machine)?.keys() ?? [])]);
  const core = coreModules(ctx);
  if (core !== 0) for (const [name] of ctx.heap.peekDictEntries(core)) names.add(ctx.heap.text(name as Ref));
  return [...names].sort();
}

/** Modules that the image holds ready though no program has imported them yet: in `_krait`, by name. Each is used once. */
const MADE = "made_modules";
const MADE_AHEAD = (
  "_sre _functools _collections _operator _typing _string _json _struct _heapq _types _tokenize _opcode itertools math _locale _csv _contextvars " +
  "array unicodedata zlib binascii _random errno _ast _template cmath"
).split(" ");

/** At image build: makes what many programs import, and takes it out of sys.modules again. */
export function* makeAhead(ctx: Context): Steps<void> {
  const { heap, machine } = ctx;
  const modules = heap.readU32(Layout.VM.sys_modules);
  const made = heap.dict();
  const before = new Set(heap.dictEntries(modules).map(([name]) => heap.text(name as Ref)));
  for (const name of MADE_AHEAD) if (!before.has(name) && isBuiltin(ctx, name)) yield* createBuiltin(ctx, name);
  for (const [key, module] of heap.dictEntries(modules)) {
    const name = heap.text(key as Ref);
    if (before.has(name)) continue;
    if (MADE_AHEAD.includes(name)) heap.setName(made, name, module);
    heap.deleteName(modules, name);
  }
  heap.setName(moduleDict(ctx, machine.moduleNamed("_krait")), MADE, made);
}

/** A module that the image holds ready, or EMPTY. */
function takeMade(ctx: Context, name: string): Value {
  const { heap, machine } = ctx;
  const made = machine.moduleGlobal("_krait", MADE);
  if (made === EMPTY) return EMPTY;
  const module = heap.getName(made as Ref, name);
  if (module !== EMPTY) heap.deleteName(made as Ref, name);
  return module;
}

/** The module, made now unless it is in sys.modules; it is there afterwards. Throws ModuleNotFoundError. */
export function* createBuiltin(ctx: Context, name: string): Steps<Value> {
  const { heap, machine } = ctx;
  const there = machine.moduleNamed(name);
  if (there !== EMPTY) return heap.hold(there);
  const modules = heap.readU32(Layout.VM.sys_modules);
  const definition = definitions.get(machine)?.get(name);
  let module = takeMade(ctx, name);
  if (module !== EMPTY) {
    heap.setName(modules, name, module);
    return module;
  }
  if (definition !== undefined) module = yield* makeModule(ctx, definition);
  else {
    const core = coreModules(ctx);
    module = core === 0 ? EMPTY : heap.getName(core, name);
  }
  if (module === EMPTY)
    throw new PyError(CoreConst.EXC_ModuleNotFoundError, [`No module named '${name}'`], 0, { name });
  heap.setName(modules, name, module);
  return module;
}
