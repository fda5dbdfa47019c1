/** Assignment: targets of every form, unpacking, augmented assignment, del. */
import { Flag, Op } from "../bytecode/opcodes.ts";
import type { Assign, AugAssign, Expr, List, Tuple } from "../syntax/ast.ts";
import { attributeLocation, BINARY_OPS, constantOf, drop, exprTo, kOf, operand, push } from "./expressions.ts";
import { isTemp } from "./ir.ts";
import { borrowName, deleteName, loadName, storeName, storeRegister } from "./names.ts";
import { mayRebind, type Unit } from "./unit.ts";

/** Register → target. A temporary is taken over unless `keep`. */
export function assignTo(u: Unit, target: Expr, source: number, keep: boolean) {
  const owned = isTemp(source) && !keep;
  const mark = u.top;
  switch (target.kind) {
    case "Name":
      return storeName(u, target.id, source, target, keep);
    case "Attribute": {
      noteStaticAttribute(u, target);
      const object = operand(u, target.value);
      u.location = attributeLocation(target, target);
      const flags = drop(object, Flag.DROP_A) | (owned ? Flag.DROP_B : 0);
      u.emit(Op.SETATTR, object, source, u.nameIndex(u.mangled(target.attr)), flags);
      u.top = mark;
      return;
    }
    case "Subscript": {
      const object = operand(u, target.value, target.slice);
      const key = operand(u, target.slice);
      u.location = target;
      const flags = drop(object, Flag.DROP_A) | drop(key, Flag.DROP_B) | (owned ? Flag.DROP_C : 0);
      u.emit(Op.SETITEM, object, key, source, flags);
      u.top = mark;
      return;
    }
    case "Tuple":
    case "List":
      return unpackTo(u, target, source, owned);
    case "Starred":
      u.compiler.fail("starred assignment target must be in a list or tuple", target);
  }
  throw new Error(`cannot assign to ${target.kind}`);
}

/** Attributes set through `self` in methods are listed in the class's __static_attributes__. */
function noteStaticAttribute(u: Unit, target: Extract<Expr, { kind: "Attribute" }>): void {
  if (target.value.kind !== "Name" || target.value.id !== "self") return;
  for (let unit: Unit | null = u; unit; unit = unit.parent) {
    if (unit.type === "class") {
      unit.staticAttributes.add(target.attr);
      return;
    }
  }
}

function unpackTo(u: Unit, target: Tuple | List, source: number, owned: boolean): void {
  const { elts } = target;
  const count = elts.length;
  const star = elts.findIndex((elt) => elt.kind === "Starred");
  if (star >= 0) {
    if (star >= 256 || count - star - 1 >= 2 ** 23) {
      u.compiler.fail("too many expressions in star-unpacking assignment", target);
    }
    if (elts.slice(star + 1).some((elt) => elt.kind === "Starred")) {
      u.compiler.fail("multiple starred expressions in assignment", target);
    }
    if (count - star - 1 > 255) {
      u.compiler.fail("krait does not support more than 255 targets after a starred target", target);
    }
  }
  const targets = elts.map((elt) => (elt.kind === "Starred" ? elt.value : elt));
  const mark = u.top;
  const first = u.take(count);
  u.location = target;
  const flags = owned ? Flag.DROP_B : 0;
  if (star < 0) u.emit(Op.UNPACK, first, source, count, flags);
  else u.emit(Op.UNPACK_EX, first, source, star | ((count - star - 1) << 8), flags);
  targets.forEach((elt, i) => {
    assignTo(u, elt, first + i, false);
  });
  u.top = mark;
}

/** Target of a loop: `emission` writes the item to the register it is given. */
export function iterationTarget(u: Unit, target: Expr, emission: (register: number) => void): void {
  if (target.kind === "Name") {
    const register = storeRegister(u, target.id);
    if (register !== null) {
      emission(register);
      return;
    }
  }
  const mark = u.top;
  const item = u.take();
  emission(item);
  assignTo(u, target, item, false);
  u.top = mark;
}

/** Evaluates and assigns to one target. */
export function assignValue(u: Unit, target: Expr, value: Expr): void {
  const mark = u.top;
  if (target.kind === "Name") {
    const register = storeRegister(u, target.id);
    if (register !== null) {
      exprTo(u, value, register);
      return;
    }
  }
  if (isPlainDisplay(target) && isPlainDisplay(value) && target.elts.length === value.elts.length) {
    parallel(u, target.elts, value.elts);
  } else {
    assignTo(u, target, operand(u, value, target), false);
  }
  u.top = mark;
}

function isPlainDisplay(e: Expr): e is Tuple | List {
  return (
    (e.kind === "Tuple" || e.kind === "List") && e.elts.length > 0 && !e.elts.some((elt) => elt.kind === "Starred")
  );
}

/** a, b = x, y without a tuple: all values first, then the targets from left to right. */
function parallel(u: Unit, targets: readonly Expr[], values: readonly Expr[]): void {
  const rebinds = targets.some(
    (target) => !(target.kind === "Attribute" || target.kind === "Subscript") || mayRebind(target),
  );
  let lastComputed = values.length - 1;
  while (lastComputed >= 0 && constantOf(u, values[lastComputed]!)) lastComputed--;
  const sources: (number | null)[] = values.map((value, i) => {
    if (i > lastComputed) return null; // a constant: loaded when stored
    if (i === lastComputed) {
      const register = lastRegister(u, targets, values, i);
      if (register !== null) {
        exprTo(u, value, register);
        return register;
      }
    }
    return rebinds ? push(u, value) : operand(u, value, ...values.slice(i + 1));
  });
  targets.forEach((target, i) => {
    const source = sources[i];
    if (source === null || source === undefined) assignValue(u, target, values[i]!);
    else if (!isTemp(source) && target.kind === "Name" && storeRegister(u, target.id) === source) return;
    else assignTo(u, target, source, false);
  });
}

/**
 * The last value can be computed straight into its variable if nothing dies by that: the variable's old value is kept by a temporary
 * (a, b = b, a + b), or no other target comes before. Targets before it must be other names: o.x and o[i] would look at the variable.
 */
function lastRegister(u: Unit, targets: readonly Expr[], values: readonly Expr[], i: number): number | null {
  const target = targets[i]!;
  if (target.kind !== "Name") return null;
  const register = storeRegister(u, target.id);
  if (register === null) return null;
  if (!targets.slice(0, i).every((before) => before.kind === "Name" && before.id !== target.id)) return null;
  const kept = values.slice(0, i).some((value) => value.kind === "Name" && value.id === target.id);
  return kept || i === 0 ? register : null;
}

export function assign(u: Unit, s: Assign): void {
  const { targets, value } = s;
  if (targets.length === 1) {
    assignValue(u, targets[0]!, value);
    return;
  }
  const mark = u.top;
  const first = targets[0]!;
  const register = first.kind === "Name" && !targets.some(mayRebind) ? storeRegister(u, first.id) : null;
  if (register !== null) exprTo(u, value, register);
  const source = register ?? operand(u, value, ...targets);
  targets.forEach((target, i) => {
    if (i === 0 && register !== null) return;
    assignTo(u, target, source, i < targets.length - 1);
  });
  u.top = mark;
}

export function augAssign(u: Unit, s: AugAssign): void {
  const { target } = s;
  const mark = u.top;
  switch (target.kind) {
    case "Name": {
      const register = borrowName(u, target, [s.value]);
      const variable = storeRegister(u, target.id);
      if (register !== null && variable !== null) {
        combine(u, s, variable, register, mark);
        return;
      }
      const value = u.next;
      loadName(u, target.id, value, target);
      u.take();
      combine(u, s, value, value, mark);
      storeName(u, target.id, value, target);
      return;
    }
    case "Attribute": {
      const object = operand(u, target.value, s.value);
      const name = u.nameIndex(u.mangled(target.attr));
      const value = u.take();
      u.location = attributeLocation(target, target);
      u.emit(Op.GETATTR, value, object, name);
      combine(u, s, value, value, u.top);
      u.location = attributeLocation(target, target);
      u.emit(Op.SETATTR, object, value, name, drop(object, Flag.DROP_A) | Flag.DROP_B);
      break;
    }
    case "Subscript": {
      const object = operand(u, target.value, target.slice, s.value);
      const key = operand(u, target.slice, s.value);
      const value = u.take();
      u.location = target;
      u.emit(Op.GETITEM, value, object, key);
      combine(u, s, value, value, u.top);
      u.location = target;
      u.emit(Op.SETITEM, object, key, value, drop(object, Flag.DROP_A) | drop(key, Flag.DROP_B) | Flag.DROP_C);
      break;
    }
  }
  u.top = mark;
}

/** target = left op= value; leaves `top` at `mark`. */
function combine(u: Unit, s: AugAssign, target: number, left: number, mark: number): void {
  const operation = BINARY_OPS[s.op];
  const k = kOf(u, s.value);
  const flags = Flag.INPLACE | drop(left, Flag.DROP_B);
  if (k) {
    u.location = s;
    u.withK(u.emit(Op.BINARY_K, target, left, 0, flags), operation, k);
  } else {
    const right = operand(u, s.value);
    u.location = s;
    u.withK(u.emit(Op.BINARY, target, left, right, flags | drop(right, Flag.DROP_C)), operation);
  }
  u.top = mark;
}

export function deleteTargets(u: Unit, targets: readonly Expr[]) {
  for (const target of targets) deleteTarget(u, target);
}

function deleteTarget(u: Unit, target: Expr) {
  const mark = u.top;
  switch (target.kind) {
    case "Name":
      return deleteName(u, target.id, target);
    case "Attribute": {
      const object = operand(u, target.value);
      u.location = attributeLocation(target, target);
      u.emit(Op.DELATTR, object, 0, u.nameIndex(u.mangled(target.attr)), drop(object, Flag.DROP_A));
      break;
    }
    case "Subscript": {
      const object = operand(u, target.value, target.slice);
      const key = operand(u, target.slice);
      u.location = target;
      u.emit(Op.DELITEM, object, key, 0, drop(object, Flag.DROP_A) | drop(key, Flag.DROP_B));
      break;
    }
    case "Tuple":
    case "List":
      return deleteTargets(u, target.elts);
    case "Starred":
      u.compiler.fail("can't use starred expression here", target);
  }
  u.top = mark;
}
