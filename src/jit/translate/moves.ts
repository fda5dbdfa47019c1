// Moves, constants, cells, and what does nothing in a trace.
import { FunctionAttr } from "../../bytecode/opcodes.ts";
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { NO_OTHERS } from "../build/field-cache.ts";
import { isCounted } from "../build/state.ts";
import { newVirtual } from "../build/virtual.ts";
import { containerList, Virtual } from "../build/virtual-object.ts";
import { isNumber, type Node, type Word } from "../ir.ts";
import { type Recorded, tagOf, wide } from "../recording.ts";
import type { Translator } from "./index.ts";

const DROP_B = 2;
const CELL_VALUE = Layout.PyCell.value;

/** Loads a Value field; what is known of it is used again. */
export function loadField(b: Builder, object: Node, offset: number): Node {
  const held = object.virtual?.get(offset);
  if (held !== undefined) return held;
  let node = b.cache.get(object, offset);
  if (node === undefined) {
    node = b.emit("loadField", "value", object, null, offset);
    b.cache.set(object, offset, node);
  }
  return node;
}

/** Loads a field that is taken to hold a number of this kind, with a guard. */
export function loadNumber(b: Builder, kind: "int" | "float", object: Node, offset: number): Node {
  return b.emit(kind === "int" ? "loadFieldInt" : "loadFieldFloat", kind, object, null, offset);
}

/** Loads a u32 field (a length, a reference). */
export function loadU32(b: Builder, object: Node, offset: number, type: "word" | "ref" | "int" = "word"): Node {
  const key = `${type} ${offset}`;
  let node = b.cache.get(object, key);
  if (node === undefined) {
    node = b.emit(type === "int" ? "loadU32Int" : "loadU32", type, object, null, offset);
    if (type === "ref") node.isObject = true;
    b.cache.set(object, key, node);
  }
  return node;
}

/**
 * object.field = value, where the field owns what it holds: counts the new value, drops the old one at the end of the instruction.
 * If value is a number, the old one is taken to be of the same kind, with a guard; but not in the first instruction of a trace, which may be
 * there because this guard failed. `others`: numbers of other objects.
 */
export function storeOwned(
  b: Builder,
  object: Node,
  offset: number,
  value: Node,
  others: ReadonlySet<number> = NO_OTHERS,
): void {
  if (object.virtual !== null) {
    b.state.setField(object, offset, value);
    return;
  }
  let old = b.cache.get(object, offset);
  if (old === undefined) {
    if (isNumber(value.type) && !b.isFirst) {
      old = loadNumber(b, value.type, object, offset);
    } else old = b.emit("loadField", "value", object, null, offset);
  }
  giveCount(b, value);
  b.storeField(object, offset, value);
  b.cache.store(object, offset, value, others);
  b.state.abandon(old);
}

/** Numbers of objects that are surely others and of which this field is known. Before the instruction has changed anything. */
export function othersThan(b: Builder, object: Node, offset: number): ReadonlySet<number> {
  if (object.virtual !== null) return NO_OTHERS;
  return new Set(b.cache.known(offset).filter((number) => b.aliases.isOther(object, number)));
}

/** Object and value as storeOwned takes them: what goes into a real object, or would make a cycle, is made first. */
export function storable(b: Builder, object: Node, value: Node): { place: Node; value: Node } {
  if (object.virtual === null) return { place: object, value: b.real(value) };
  if (!value.virtual?.reaches(object)) return { place: object, value };
  const place = b.real(object);
  return { place, value: b.real(value) };
}

/** A count of `value` goes to memory. */
export function giveCount(b: Builder, value: Node): void {
  b.profile?.gain(value);
  if (!isCounted(value)) return;
  if (value.own > value.dirtyHolders) value.own--;
  else b.increment(value);
}

function closureCell(b: Builder, index: number): Node | null {
  const callable = b.callable();
  if (callable.isConst) {
    const closure = b.heap.readU32((callable.boxed?.low ?? 0) + Layout.PyFunction.closure);
    if (closure === 0) return null;
    return b.ref(b.heap.readU32(closure + Layout.PyTuple.items + 8 * index));
  }
  // The code says that there is a closure and how long it is: who loads it before a loop's head has to guard it (preamble.ts).
  const closure = b.pure("loadU32", "ref", callable, null, Layout.PyFunction.closure, 0, b.frame.code);
  closure.isObject = true;
  const cell = b.pure("loadField", "ref", closure, null, Layout.PyTuple.items + 8 * index);
  cell.isObject = true;
  cell.pyType = CoreConst.TYPE_CELL;
  return cell;
}

function loadCell(b: Builder, r: Recorded, cell: Node): boolean {
  const value = loadField(b, cell, CELL_VALUE);
  if (value === b.empty) return false;
  b.guardBound(value);
  b.write(r.a, value);
  return true;
}
function storeCell(b: Builder, r: Recorded, cell: Node, source: number, hint: Recorded["va"]): boolean {
  const { place, value } = storable(b, cell, b.look(b.at(source), hint));
  b.takeSnapshot();
  if (r.flags & DROP_B) b.drop(source);
  storeOwned(b, place, CELL_VALUE, value);
  return true;
}

/** A function, its closure and defaults still to come. */
function makeFunction(b: Builder, r: Recorded): boolean {
  const { heap } = b;
  const code = heap.readU32(heap.readU32(b.frame.code + Layout.PyCode.consts) + Layout.PyTuple.items + 8 * wide(r));
  if (b.isFirst) return false;
  // Asked for before there is anything that an exit would have to release.
  const globals = b.globals();
  const fn = b.callCore("trace_function_new", "ref", b.ref(code), b.callable());
  fn.isObject = true;
  fn.pyType = CoreConst.TYPE_FUNCTION;
  b.cache.set(fn, FRESH, b.none);
  // Functions of another module get a copy of the code.
  if (heap.readU32(code + Layout.PyCode.bound_globals) === globals) b.cache.set(fn, "code", b.int(code));
  b.write(r.a, fn, true);
  return true;
}
const FRESH = "fresh";
const FUNCTION_FIELDS: Record<number, number> = {
  [FunctionAttr.DEFAULTS]: Layout.PyFunction.defaults,
  [FunctionAttr.KWDEFAULTS]: Layout.PyFunction.kwdefaults,
  [FunctionAttr.CLOSURE]: Layout.PyFunction.closure,
};
/** Only of functions that the trace has just made: their fields are 0. */
function setFunctionAttribute(b: Builder, r: Recorded): boolean {
  const fn = b.read(b.at(r.a), r.va);
  const value = b.read(b.at(r.b), r.vb);
  const field = FUNCTION_FIELDS[r.c];
  if (field === undefined || b.cache.get(fn, FRESH) === undefined || !value.isObject) return false;
  b.takeSnapshot();
  if (r.flags & DROP_B) b.drop(r.b);
  giveCount(b, value);
  if (value.isConst) b.emit("storeFieldU32K", "none", fn, null, field, (value.boxed as Word).low);
  else b.emit("storeU32", "none", fn, value, field);
  return true;
}

export const MOVES: Record<string, Translator> = {
  NOP: () => true,
  RESUME: () => true,
  JUMP: () => true,
  JUMP_BACK(b) {
    b.emit("checkInterrupt", "none", null, null);
    return true;
  },
  MOVE(b, r) {
    b.write(r.a, b.peek(b.at(r.b), r.vb));
    return true;
  },
  TAKE(b, r) {
    if (tagOf(r.vb) === "empty") return false;
    const value = b.peek(b.at(r.b), r.vb);
    b.drop(r.b);
    b.write(r.a, value);
    return true;
  },
  LOAD_CONST(b, r) {
    const consts = b.heap.readU32(b.frame.code + Layout.PyCode.consts);
    const at = consts + Layout.PyTuple.items + 8 * wide(r);
    b.write(r.a, b.boxedConstant(b.heap.readU32(at), b.heap.readU32(at + 4)));
    return true;
  },
  LOAD_INT(b, r) {
    b.write(r.a, b.int(wide(r)));
    return true;
  },
  DROP(b, r) {
    if (tagOf(r.va) !== "object") b.look(b.at(r.a), r.va);
    b.drop(r.a);
    // (locals() shows a variable of a comprehension as long as its register holds anything.)
    if (b.isLocal(b.at(r.a))) b.write(r.a, b.empty);
    return true;
  },
  CHECK_BOUND(b, r) {
    const node = b.peek(b.at(r.a), r.va);
    if (node === b.empty) return false;
    b.guardBound(node);
    return true;
  },
  DELETE_LOCAL(b, r) {
    const node = b.peek(b.at(r.a), r.va);
    if (node === b.empty || (!node.isConst && tagOf(r.va) === "empty")) return false;
    b.guardBound(node);
    b.write(r.a, b.empty);
    return true;
  },
  MAKE_FUNCTION: makeFunction,
  SET_FUNCTION_ATTR: setFunctionAttribute,
  MAKE_CELL(b, r) {
    const value = b.look(b.at(r.a), r.va);
    const bytes = Layout.PyCell.size;
    const cell = new Virtual(CoreConst.TYPE_CELL, bytes, containerList(bytes));
    cell.fields.set(CELL_VALUE, { node: value, raw: "value" });
    b.write(r.a, newVirtual(b, cell));
    return true;
  },
  LOAD_CELL(b, r) {
    const cell = b.look(b.at(r.b), r.vb);
    return b.guardType(cell, CoreConst.TYPE_CELL) && loadCell(b, r, cell);
  },
  STORE_CELL(b, r) {
    const cell = b.look(b.at(r.a), r.va);
    return b.guardType(cell, CoreConst.TYPE_CELL) && storeCell(b, r, cell, r.b, r.vb);
  },
  LOAD_FREE(b, r) {
    const cell = closureCell(b, r.b);
    return cell !== null && loadCell(b, r, cell);
  },
  STORE_FREE(b, r) {
    const cell = closureCell(b, r.a);
    return cell !== null && storeCell(b, r, cell, r.b, r.vb);
  },
  LOAD_FREE_CELL(b, r) {
    const cell = closureCell(b, r.b);
    if (cell === null) return false;
    b.write(r.a, cell);
    return true;
  },
};
