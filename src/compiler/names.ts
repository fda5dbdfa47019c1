/** Loading, storing and deleting names, whatever they turn out to be: registers, cells, globals, names of a namespace. */
import { Flag, Op } from "../bytecode/opcodes.ts";
import type { Expr, Located } from "../syntax/ast.ts";
import { CELL, HIDDEN, isTemp } from "./ir.ts";
import { Scope } from "./scope.ts";
import { mayRebind, type Unit } from "./unit.ts";

type Place =
  | { kind: "register" | "cell"; register: number }
  | { kind: "free" | "class free" | "dict free"; index: number }
  | { kind: "global" | "name" | "dict global" };

/** Where a name (mangled) lives, seen from the code being compiled. */
export function placeOf(u: Unit, name: string): Place {
  for (let i = u.inlined.length - 1; i >= 0; i--) {
    const { block, registers } = u.inlined[i]!;
    const register = registers.get(name);
    if (register !== undefined) return { kind: block.scopeOf(name) === Scope.CELL ? "cell" : "register", register };
    // What is global in here may be the variable of another comprehension of this function: that one is not meant.
    const scope = block.scopeOf(name);
    const isGlobal = scope === Scope.GLOBAL_IMPLICIT || scope === Scope.GLOBAL_EXPLICIT;
    if (isGlobal && u.isFunctionLike && u.block.comprehensionOnly.has(name)) return { kind: "global" };
  }
  const { block } = u;
  const inClass = block.type === "class";
  const inComprehension = u.inlined.length > 0;
  // A comprehension in a class does not see the class's names: what is free in it is free around the class.
  if (inClass && inComprehension && u.inlined[0]!.block.scopeOf(name) === Scope.FREE && u.hasFree(name)) {
    return { kind: "free", index: u.free(name) };
  }
  switch (block.scopeOf(name)) {
    case Scope.FREE: {
      const index = u.free(name);
      if (inClass && !inComprehension) return { kind: "class free", index };
      return { kind: block.canSeeClassScope ? "dict free" : "free", index };
    }
    case Scope.CELL:
      return { kind: "cell", register: u.cell(name)! };
    case Scope.LOCAL:
      if (block.isFunctionLike) return { kind: "register", register: u.local(name) };
      break;
    case Scope.GLOBAL_EXPLICIT:
      return { kind: "global" };
    case Scope.GLOBAL_IMPLICIT:
      if (block.isFunctionLike) return { kind: block.canSeeClassScope ? "dict global" : "global" };
      break;
  }
  return { kind: inClass && inComprehension ? "global" : "name" };
}

/** False if the register certainly holds a value: a parameter that nothing unbinds. */
function mayBeUnbound(u: Unit, register: number, name: string): boolean {
  return register >= HIDDEN || register >= u.block.params.length || u.block.unbound.has(name);
}

/**
 * The register of a local variable that can be read where it lies, or null. `later`: expressions evaluated before the register is
 * read; if one of them may rebind the variable, its present value must be copied.
 */
export function borrowName(u: Unit, e: Expr, later: readonly (Expr | null)[]): number | null {
  if (e.kind !== "Name") return null;
  const name = u.mangled(e.id);
  const place = placeOf(u, name);
  if (place.kind !== "register") return null;
  const { register } = place;
  if (register < CELL && u.block.walrus.has(name) && later.some(mayRebind)) return null;
  if (mayBeUnbound(u, register, name)) {
    u.location = e;
    u.emit(Op.CHECK_BOUND, register);
  }
  return register;
}

/** Whether a name means the module's variable (or a builtin). */
function isOfModule(u: Unit, name: string, { kind }: Place): boolean {
  return (
    kind === "global" ||
    kind === "dict global" ||
    (kind === "name" && (u.block.type !== "class" || u.block.scopeOf(name) !== Scope.LOCAL))
  );
}

/** Name (not mangled yet) → register `target`. */
export function loadName(u: Unit, id: string, target: number, at: Located): void {
  const name = u.mangled(id);
  const place = placeOf(u, name);
  u.location = at;
  const own = u.compiler.privateNames.get(name);
  if (own !== undefined && isOfModule(u, name, place)) {
    u.loadConst(target, { type: "private", name: own });
    return;
  }
  switch (place.kind) {
    case "register":
      if (mayBeUnbound(u, place.register, name)) u.emit(Op.CHECK_BOUND, place.register);
      u.moveTo(target, place.register);
      return;
    case "cell":
      u.emit(Op.LOAD_CELL, target, place.register);
      return;
    case "free":
      u.emit(Op.LOAD_FREE, target, place.index);
      return;
    case "class free":
      u.emit(Op.LOAD_CLASS_FREE, target, u.nameIndex(name), place.index);
      return;
    case "global":
      u.emit(Op.LOAD_GLOBAL, target, u.nameIndex(name));
      return;
    case "name":
      u.emit(Op.LOAD_NAME, target, u.nameIndex(name));
      return;
    case "dict free":
    case "dict global": {
      // The class namespace around an annotation scope comes first.
      const mark = u.top;
      const mapping = u.take();
      u.emit(Op.LOAD_FREE, mapping, u.free("__classdict__"));
      u.top = mark;
      if (place.kind === "dict free") u.emit(Op.LOAD_DICT_OR_FREE, target, place.index, mapping, Flag.DROP_C);
      else u.emit(Op.LOAD_DICT_OR_GLOBAL, target, u.nameIndex(name), mapping, Flag.DROP_C);
      return;
    }
  }
}

/** Register that a value for this name can be computed into directly, or null. */
export function storeRegister(u: Unit, id: string): number | null {
  const place = placeOf(u, u.mangled(id));
  return place.kind === "register" ? place.register : null;
}

/** Register → name. Takes the register over if it is a temporary, unless `keep`. */
export function storeName(u: Unit, id: string, source: number, at: Located | null, keep = false): void {
  const name = u.mangled(id);
  const place = placeOf(u, name);
  const owned = isTemp(source) && !keep;
  u.location = at;
  switch (place.kind) {
    case "register":
      if (place.register !== source) u.emit(owned ? Op.TAKE : Op.MOVE, place.register, source);
      return;
    case "cell":
      u.emit(Op.STORE_CELL, place.register, source, 0, owned ? Flag.DROP_B : 0);
      return;
    case "free":
    case "class free":
    case "dict free":
      u.emit(Op.STORE_FREE, place.index, source, 0, owned ? Flag.DROP_B : 0);
      return;
    case "global":
    case "dict global":
      u.emit(Op.STORE_GLOBAL, source, u.nameIndex(name), 0, owned ? Flag.DROP_A : 0);
      return;
    case "name":
      u.emit(Op.STORE_NAME, source, u.nameIndex(name), 0, owned ? Flag.DROP_A : 0);
      return;
  }
}

export function deleteName(u: Unit, id: string, at: Located | null): void {
  const name = u.mangled(id);
  const place = placeOf(u, name);
  u.location = at;
  switch (place.kind) {
    case "register":
      u.emit(Op.DELETE_LOCAL, place.register);
      return;
    case "cell":
      u.emit(Op.DELETE_CELL, place.register);
      return;
    case "free":
    case "class free":
    case "dict free":
      u.emit(Op.DELETE_FREE, place.index);
      return;
    case "global":
    case "dict global":
      u.emit(Op.DELETE_GLOBAL, 0, u.nameIndex(name));
      return;
    case "name":
      u.emit(Op.DELETE_NAME, 0, u.nameIndex(name));
      return;
  }
}

/** `name = None; del name`: what the end of `except … as name` does. */
export function clearName(u: Unit, id: string, at: Located | null): void {
  const register = storeRegister(u, id);
  u.location = at;
  if (register !== null) {
    u.emit(Op.DROP, register);
    return;
  }
  const none = u.next;
  u.reserve(1);
  u.loadConst(none, { type: "none" });
  storeName(u, id, none, at);
  deleteName(u, id, at);
}

/** The cell of a name that an inner function closes over → register `target`. */
export function loadCellOf(u: Unit, name: string, target: number): void {
  for (let i = u.inlined.length - 1; i >= 0; i--) {
    const { block, registers } = u.inlined[i]!;
    const register = registers.get(name);
    if (register !== undefined && block.scopeOf(name) === Scope.CELL) {
      u.emit(Op.MOVE, target, register);
      return;
    }
  }
  const cell = u.cell(name);
  if (cell !== undefined) u.emit(Op.MOVE, target, cell);
  else u.emit(Op.LOAD_FREE_CELL, target, u.free(name));
}
