// Fills a heap that the core has initialised: hooks, methods and attributes of builtin types, the modules builtins and sys, the prelude.
// The order of everything here decides the ids of host functions, which a heap image remembers.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY } from "../heap/value.ts";
import type { Definition } from "../vm/host-call.ts";
import type { Machine } from "../vm/machine.ts";
import { docOfBuiltin, docOfMethod } from "./builtin-docs.ts";
import { getterDefinition, installTypeTable, register, setterDefinition } from "./builtin-objects.ts";
import { codeFunctions } from "./builtins/code.ts";
import { objectFunctions } from "./builtins/objects.ts";
import { outputFunctions } from "./builtins/output.ts";
import { typeTable } from "./classes/type-methods.ts";
import { gcModule } from "./gc-module.ts";
import { hookDefinition, hooks } from "./hooks.ts";
import { defineModule, type ModuleDefinition, makeModule, moduleDict } from "./module-definition.ts";
import { privateModule } from "./private-module.ts";
import { sysModule } from "./sys-module.ts";
import type { TypeTable } from "./type-table.ts";
import { containerTables } from "./types/containers.ts";
import { exceptionTables } from "./types/exceptions.ts";
import { functionTables } from "./types/functions.ts";
import { genericAliasTable } from "./types/generic-alias.ts";
import { iteratorTables } from "./types/iterators.ts";
import { numberTables } from "./types/numbers.ts";
import { objectTable } from "./types/object.ts";
import { textTables } from "./types/text.ts";

export const typeTables: readonly TypeTable[] = [
  objectTable,
  typeTable,
  ...numberTables,
  ...textTables,
  ...containerTables,
  ...iteratorTables,
  ...functionTables,
  ...exceptionTables,
  genericAliasTable,
];

const builtinsModule = defineModule("builtins", {
  doc: "Built-in functions, types, exceptions, and other objects.",
  functions: { ...outputFunctions, ...objectFunctions, ...codeFunctions },
});

/** A piece of the prelude: name (for its file name) and source. */
export interface PreludeSource {
  readonly name: string;
  readonly text: string;
}

export interface BootOptions {
  readonly prelude: readonly PreludeSource[];
  /** Modules made at start-up besides builtins, sys and _krait. */
  readonly modules?: readonly ModuleDefinition[];
}

/** Builds everything. The machine's core must have run core_init. Returns names that both the core and the host define. */
export function bootstrap(machine: Machine, options: BootOptions): string[] {
  const { heap, ctx } = machine;
  installHooks(machine);
  const modules = heap.dict();
  heap.setRef(Layout.VM.sys_modules, modules);
  const kept: string[] = [];
  for (const table of typeTables) kept.push(...installTypeTable(machine, table));
  writeTypeDocs(machine);
  refreshTypes(machine);

  const add = (definition: ModuleDefinition): Ref => {
    const module = machine.runSteps(makeModule(ctx, definition));
    heap.setName(modules, definition.name, module);
    return module;
  };
  // Modules that the core made by itself are there from the start, under their own names.
  const core = heap.readU32(Layout.VM.core_modules);
  if (core !== 0) {
    for (const [name] of heap.dictEntries(core)) machine.builtinModules.add(heap.text(name as Ref));
  }
  add(builtinsModule);
  const privateOne = machine.runSteps(makeModule(ctx, privateModule)); // not for sys.modules: see machine.privateModule
  const namespace = moduleDict(ctx, privateOne);
  heap.setName(namespace, "__builtins__", machine.moduleNamed("builtins"));
  // Before the prelude: it may say `import sys`.
  add(sysModule);
  for (const { name, text } of options.prelude) {
    const code = machine.services.compile(text, { filename: `<prelude ${name}>`, mode: "exec", hidden: true });
    machine.runSteps(machine.runCode(ctx, machine.loadCode(code), namespace, namespace));
  }
  installPrelude(machine, namespace);
  publish(machine, namespace);
  // Complete, but not imported: that is the program's business.
  machine.runSteps(makeModule(ctx, gcModule));
  for (const definition of options.modules ?? []) add(definition);
  writeFunctionDocs(machine);
  return kept;
}

const noneDefinition = hookDefinition(() => {
  throw new Error("krait: the core called a host function that was never registered");
});

/** Finds definitions by the paths they register under, for heap images. A type or module may have several tables: the last one counts. */
export function definitionFinder(extra: readonly ModuleDefinition[]): (path: string) => Definition | undefined {
  let types: Map<string, TypeTable[]> | undefined;
  let modules: Map<string, ModuleDefinition[]> | undefined;
  const tablesOf = (place: string) => {
    types ??= grouped(typeTables, ({ type }) => String(type));
    return types.get(place) ?? [];
  };
  const modulesOf = (place: string) => {
    modules ??= grouped([builtinsModule, privateModule, sysModule, gcModule, ...extra], ({ name }) => name);
    return modules.get(place) ?? [];
  };
  const inTable = ({ methods, attributes }: Pick<TypeTable, "methods" | "attributes">, name: string) => {
    const [, kind, attribute] = /^(get|set) (.*)$/.exec(name) ?? [];
    if (kind === undefined || attribute === undefined) return methods?.[name];
    const row = attributes?.[attribute];
    if (kind === "get") return row && getterDefinition(row);
    return row?.set && setterDefinition(row.set);
  };
  const all = (kind: string, place: string, name: string): (Definition | undefined)[] => {
    if (kind === "H") return [hookDefinition(hooks[name] ?? hooks.UNSUPPORTED!)];
    if (kind === "T") return tablesOf(place).map((table) => inTable(table, name));
    if (kind === "M") return modulesOf(place).map((module) => module.functions?.[name]);
    const dot = place.lastIndexOf(".");
    const tables = modulesOf(place.slice(0, dot)).flatMap((module) => module.types?.[place.slice(dot + 1)] ?? []);
    return tables.map((table) => inTable(table, name));
  };
  return (path) => {
    if (path === "<none>") return noneDefinition;
    const [, kind = "", place = "", name = ""] = /^([HTMN]):(?:(.*?):)?(.*)$/.exec(path) ?? [];
    return all(kind, place, name).findLast((found) => found !== undefined);
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Hooks: vm->hooks[HOOK_X] = id of the function. Id 0 means "none". */
function installHooks(machine: Machine): void {
  register(machine, "<none>", noneDefinition, 0, "", "<none>");
  for (const [key, index] of Object.entries(CoreConst)) {
    if (!key.startsWith("HOOK_") || key === "HOOK_COUNT") continue;
    const name = key.slice(5);
    const implementation = hooks[name] ?? hooks.UNSUPPORTED!;
    const found = register(machine, `hook ${name}`, hookDefinition(implementation), 0, "", `H:${name}`);
    machine.heap.writeU32(Layout.VM.hooks + (index as number) * 4, found.id);
  }
}

/** The docstring of a builtin function or method that has none yet. */
function writeDoc(heap: Heap, v: Value, text: string | undefined): void {
  if (text === undefined || heap.kindOf(v) !== CoreConst.LAYOUT_BUILTIN) return;
  const at = (v as Ref) + Layout.PyBuiltin.doc;
  if (heap.readU32(at) === 0) heap.setRef(at, heap.str(text));
}

function writeFunctionDocs({ heap }: Machine): void {
  const builtins = heap.readU32(Layout.VM.builtins_dict);
  for (const [key, v] of heap.peekDictEntries(builtins)) writeDoc(heap, v, docOfBuiltin(heap.text(key as Ref)));
}

/** Docstrings of types and their methods. Every class has `__doc__` in its own dict, and so do its instances: None where nothing was written. */
function writeTypeDocs({ heap, ctx }: Machine): void {
  for (const [name, type] of Object.entries(CoreConst)) {
    if (
      typeof type !== "number" ||
      !/^(TYPE|EXC)_/.test(name) ||
      type < CoreConst.TYPE_OBJECT ||
      type >= CoreConst.STATIC_END
    )
      continue;
    if (heap.typeOf(type) !== CoreConst.TYPE_TYPE) continue;
    const dict = heap.readU32(type + Layout.PyType.dict);
    if (dict === 0) continue;
    const shown = heap.text(heap.readU32(type + Layout.PyType.name));
    for (const [key, v] of heap.peekDictEntries(dict)) writeDoc(heap, v, docOfMethod(shown, heap.text(key as Ref)));
    const text = ctx.nameOfType(type) === shown ? docOfBuiltin(shown) : undefined;
    if (heap.peekName(dict, "__doc__") !== EMPTY) {
      // (the getter that its instances have)
      if (text !== undefined) heap.setRef(type + Layout.PyType.doc, heap.str(text));
      continue;
    }
    heap.setName(dict, "__doc__", text === undefined ? CoreConst.NONE_REF : heap.str(text));
  }
}

/** Special methods that came from host tables get into the types' slots, bases first. */
function refreshTypes(machine: Machine): void {
  machine.heap.core.typeModified(CoreConst.TYPE_OBJECT);
  for (const table of typeTables) machine.heap.core.typeModified(table.type);
}

/** vm->prelude[PRELUDE_X] = the function of that name, in lower case, in the prelude's namespace. */
function installPrelude(machine: Machine, namespace: Ref): void {
  const { heap } = machine;
  const missing: string[] = [];
  for (const [key, index] of Object.entries(CoreConst)) {
    if (!key.startsWith("PRELUDE_") || key === "PRELUDE_COUNT") continue;
    const name = key.slice(8).toLowerCase();
    const fn = heap.peekName(namespace, name);
    if (fn === EMPTY) {
      if (!name.startsWith("spare")) missing.push(name);
      continue;
    }
    heap.setRef(Layout.VM.prelude + (index as number) * 4, fn as Ref);
  }
  machine.missingPrelude = missing;
}

/** What the prelude defines for everybody. */
function publish(machine: Machine, namespace: Ref): void {
  const { heap } = machine;
  const builtins = heap.readU32(Layout.VM.builtins_dict);
  for (const name of ["ExceptionGroup"]) {
    const value = heap.peekName(namespace, name);
    if (value !== EMPTY) heap.setName(builtins, name, value);
  }
  const sys = moduleDict(machine.ctx, machine.moduleNamed("sys"));
  for (const name of ["stdin", "stdout", "stderr"]) {
    const value = heap.peekName(namespace, name);
    if (value === EMPTY) continue;
    heap.setName(sys, name, value);
    heap.setName(sys, `__${name}__`, value);
  }
  for (const name of [
    "version_info",
    "implementation",
    "flags",
    "float_info",
    "int_info",
    "hash_info",
    "thread_info",
  ]) {
    const value = heap.peekName(namespace, name);
    if (value !== EMPTY) heap.setName(sys, name, value);
  }
  for (const name of ["displayhook", "excepthook", "unraisablehook"])
    heap.setName(sys, `__${name}__`, heap.peekName(sys, name));
}
