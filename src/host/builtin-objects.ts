// Turns tables of host functions into objects of the heap. Ids of host functions follow the order in which tables are installed, and a heap
// image keeps those ids: installing must be the same in every process of one build (image.ts checks a digest of the names).
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY } from "../heap/value.ts";
import type { Definition, GetSet, HostFunction, Implementation, Steps } from "../vm/host-call.ts";
import { def } from "../vm/host-call.ts";
import type { Machine } from "../vm/machine.ts";
import type { TypeTable } from "./type-table.ts";

const BUILTIN = Layout.PyBuiltin;

/**
 * Gives a definition its id. `owner` 0: a plain function. `path` says where the definition stands, as definitionFinder (bootstrap.ts) has it: a heap
 * image remembers functions by it. Functions registered when the image is there already need none.
 */
export function register(
  machine: Machine,
  name: string,
  definition: Definition,
  owner: Ref,
  ownerName: string,
  path = "",
): HostFunction {
  const isDunder = name.startsWith("__") && name.endsWith("__");
  const slotLike = isDunder && owner !== 0 && definition.binding === "function" && machine.isSpecialName(name);
  const found: HostFunction = {
    ...definition,
    id: machine.functions.length,
    path,
    name,
    qualname: ownerName === "" ? name : `${ownerName}.${name}`,
    isWrapper: slotLike,
    owner: definition.binding === "function" ? owner : 0,
  };
  machine.functions.add(found);
  return found;
}

/** Modules with functions whose plain cases the core answers (native/core/quick_functions.c). */
const QUICK_MODULES = new Set<string | undefined>([
  "_thread",
  "sys",
  "builtins",
  "zlib",
  "binascii",
  "_memoryview",
  "unicodedata",
  "_hashes",
]);

/** A builtin object for a host function; `type` is one of the builtin function types. */
export function makeBuiltin(
  machine: Machine,
  found: HostFunction,
  type: Ref,
  owner: Ref,
  module: string | undefined,
  self: Value,
): Ref {
  const { heap } = machine;
  const ref = heap.made(heap.core.newContainer(type, BUILTIN.size));
  let flags: number = CoreConst.BUILTIN_FLAG_KEYWORDS;
  if (type === CoreConst.TYPE_METHOD_DESCRIPTOR || type === CoreConst.TYPE_WRAPPER_DESCRIPTOR)
    flags |= CoreConst.BUILTIN_FLAG_METHOD;
  if (type === CoreConst.TYPE_WRAPPER_DESCRIPTOR) flags |= CoreConst.BUILTIN_FLAG_WRAPPER;
  if (type === CoreConst.TYPE_CLASSMETHOD_DESCRIPTOR) flags |= CoreConst.BUILTIN_FLAG_CLASSMETHOD;
  if (found.kind === "async") flags |= CoreConst.BUILTIN_FLAG_ASYNC;
  heap.writeU32(ref + BUILTIN.kind, CoreConst.BUILTIN_HOST);
  heap.writeU32(ref + BUILTIN.flags, flags);
  heap.writeU32(ref + BUILTIN.host_id, found.id);
  if (owner !== 0 || QUICK_MODULES.has(module))
    heap.writeU16(ref + BUILTIN.index, heap.core.quickRow(owner, heap.intern(found.name)));
  // Argument counts are checked by the binder, which words the errors.
  heap.writeU16(ref + BUILTIN.min_args, 0);
  heap.writeU16(ref + BUILTIN.max_args, 0xffff);
  heap.setRef(ref + BUILTIN.name, heap.intern(found.name));
  heap.setRef(ref + BUILTIN.qualname, heap.str(found.qualname));
  if (module !== undefined) heap.setRef(ref + BUILTIN.module, heap.intern(module));
  if (found.doc !== undefined) heap.setRef(ref + BUILTIN.doc, heap.str(found.doc));
  heap.setRef(ref + BUILTIN.text_signature, heap.str(found.signature.text));
  heap.writeU32(ref + BUILTIN.owner, owner);
  if (self !== EMPTY) heap.setValue(ref + BUILTIN.self, self);
  return ref;
}

export function getterDefinition(row: GetSet): Definition {
  return def("($self, /)", row.get);
}
/** A setter as a function of (self, value); value left out: delete. */
export function setterDefinition(set: NonNullable<GetSet["set"]>): Definition {
  const implementation: Implementation = isSteps(set)
    ? function* (ctx, self: Value, value?: Value) {
        yield* set(ctx, self, value) as Steps<void>;
        return CoreConst.NONE_REF;
      }
    : (ctx, self: Value, value?: Value) => {
        set(ctx, self, value);
        return CoreConst.NONE_REF;
      };
  return def("($self, value=None, /)", implementation);
}

export function makeGetSet(
  machine: Machine,
  place: string,
  name: string,
  row: GetSet,
  owner: Ref,
  ownerName: string,
): Ref {
  const { heap } = machine;
  const GETSET = Layout.PyGetSet;
  const getter = register(machine, name, getterDefinition(row), owner, ownerName, `${place}:get ${name}`);
  const ref = heap.made(heap.core.newContainer(CoreConst.TYPE_GETSET_DESCRIPTOR, GETSET.size));
  heap.writeU32(ref + GETSET.owner, owner);
  heap.setRef(ref + GETSET.name, heap.intern(name));
  heap.setRef(ref + GETSET.getter, makeBuiltin(machine, getter, CoreConst.TYPE_BUILTIN, owner, undefined, EMPTY));
  if (row.set !== undefined) {
    const setter = register(machine, name, setterDefinition(row.set), owner, ownerName, `${place}:set ${name}`);
    heap.setRef(ref + GETSET.setter, makeBuiltin(machine, setter, CoreConst.TYPE_BUILTIN, owner, undefined, EMPTY));
  }
  if (row.doc !== undefined) heap.setRef(ref + GETSET.doc, heap.str(row.doc));
  return ref;
}

function isSteps(fn: unknown): boolean {
  return (fn as { constructor: { name: string } }).constructor.name === "GeneratorFunction";
}

/** The object that goes into a class dictionary for a method row. */
export function makeMethod(
  machine: Machine,
  place: string,
  name: string,
  definition: Definition,
  owner: Ref,
  ownerName: string,
): Ref {
  const { heap } = machine;
  const found = register(machine, name, definition, owner, ownerName, `${place}:${name}`);
  if (definition.binding === "classmethod")
    return makeBuiltin(machine, found, CoreConst.TYPE_CLASSMETHOD_DESCRIPTOR, owner, undefined, EMPTY);
  if (definition.binding === "static") {
    const builtin = makeBuiltin(machine, found, CoreConst.TYPE_BUILTIN, owner, undefined, EMPTY);
    if (name === "__new__") {
      heap.writeU32(builtin + BUILTIN.flags, heap.readU32(builtin + BUILTIN.flags) | CoreConst.BUILTIN_FLAG_NEW);
      return builtin;
    }
    const wrapper = heap.made(heap.core.newContainer(CoreConst.TYPE_STATICMETHOD, Layout.PyWrapperMethod.size));
    heap.setValue(wrapper + Layout.PyWrapperMethod.callable, builtin);
    return wrapper;
  }
  const type = found.isWrapper ? CoreConst.TYPE_WRAPPER_DESCRIPTOR : CoreConst.TYPE_METHOD_DESCRIPTOR;
  return makeBuiltin(machine, found, type, owner, undefined, EMPTY);
}

/**
 * Adds a table to a type. What the core has defined stays, unless it only says that the host should; names left alone are returned.
 */
export function installTypeTable(machine: Machine, table: TypeTable): string[] {
  const { heap } = machine;
  const { type } = table;
  const ownerName = heap.text(heap.readU32(type + Layout.PyType.name));
  const dict = heap.readU32(type + Layout.PyType.dict);
  const kept: string[] = [];
  const put = (name: string, make: () => Ref): void => {
    if (heap.peekName(dict, name) !== EMPTY) {
      kept.push(`${ownerName}.${name}`);
      return;
    }
    const mark = heap.pool.length;
    heap.setName(dict, name, make());
    heap.release(mark);
  };
  for (const [name, definition] of Object.entries(table.methods ?? {}))
    put(name, () => makeMethod(machine, `T:${type}`, name, definition, type, ownerName));
  for (const [name, row] of Object.entries(table.attributes ?? {})) {
    const known = heap.peekName(dict, name);
    const isGetSet = known !== EMPTY && heap.kindOf(known) === CoreConst.LAYOUT_GETSET;
    if (isGetSet && row.set !== undefined && heap.readU32((known as Ref) + Layout.PyGetSet.setter) === 0) {
      // The core reads it, the host sets it (where that may run Python code).
      const mark = heap.pool.length;
      const setter = register(machine, name, setterDefinition(row.set), type, ownerName, `T:${type}:set ${name}`);
      const builtin = makeBuiltin(machine, setter, CoreConst.TYPE_BUILTIN, type, undefined, EMPTY);
      heap.setRef((known as Ref) + Layout.PyGetSet.setter, builtin);
      heap.release(mark);
    } else put(name, () => makeGetSet(machine, `T:${type}`, name, row, type, ownerName));
  }
  for (const [name, value] of Object.entries(table.constants ?? {}))
    put(name, () => (value === null ? CoreConst.NONE_REF : heap.hold(heap.str(value))));
  if (table.methods !== undefined && "__new__" in table.methods) heap.writeU32(type + Layout.PyType.core_new, 0);
  return kept;
}
