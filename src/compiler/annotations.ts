/**
 * Annotations (PEP 649, 749): they are compiled into __annotate__ functions that run when somebody asks. With
 * `from __future__ import annotations` they are strings instead.
 */
import { CompareOp, Flag, Intrinsic, Op } from "../bytecode/opcodes.ts";
import type { AnnAssign, Arg, Arguments, Expr, Located } from "../syntax/ast.ts";
import { assignTo } from "./assignments.ts";
import { drop, evaluate, operand, push } from "./expressions.ts";
import { makeClosure, prologue } from "./functions.ts";
import { kValue, Label } from "./ir.ts";
import { loadName, storeName } from "./names.ts";
import type { Block } from "./scope.ts";
import { Unit } from "./unit.ts";
import { unparse } from "./unparse.ts";

/** An annotated variable of a class or module, waiting for the __annotate__ function at its end. */
export interface AnnotatedName {
  readonly stmt: AnnAssign;
  /** Number in __conditional_annotations__, or -1 if the statement certainly runs. */
  readonly index: number;
}

/** annotationlib.Format.VALUE_WITH_FAKE_GLOBALS: formats above it are not supported by compiled functions. */
const LAST_FORMAT = 2;

/** Starts the code of a function that takes `.format`: it raises NotImplementedError for formats it doesn't know. */
export function annotationUnit(u: Unit, name: string, block: Block, at: Located): Unit {
  const inner = new Unit(u.compiler, u, {
    type: "annotations",
    name,
    block,
    firstLine: at.lineno,
    privateName: null,
    argCount: 1,
    posOnlyCount: 1,
  });
  prologue(inner);
  const start = new Label();
  inner.location = at;
  inner.withK(inner.jump(Op.JUMP_CMP_K, start, 0, 0, 0, Flag.INVERT), CompareOp.GT, kValue("int", LAST_FORMAT));
  inner.reserve(1);
  inner.emit(Op.INTRINSIC, inner.next, inner.next, Intrinsic.NOT_IMPLEMENTED_ERROR);
  inner.emit(Op.RAISE, inner.next, inner.next, 1, Flag.DROP_A);
  inner.place(start);
  return inner;
}

/** __annotate__ of a function → its register, taken; null if nothing is annotated. */
export function signatureAnnotations(u: Unit, args: Arguments, returns: Expr | null, at: Located): number | null {
  const block = u.compiler.symbols.block(args);
  if (!block.annotationsUsed) return null;
  const inner = annotationUnit(u, block.name, block, at);
  const first = inner.next;
  let count = 0;
  const add = (name: string, annotation: Expr | null): void => {
    if (!annotation) return;
    count++;
    inner.location = at;
    inner.loadConst(inner.take(), { type: "str", value: inner.mangled(name), points: null });
    if (inner.compiler.future.annotations) annotationString(inner, annotation);
    else if (annotation.kind === "Starred") starredValue(inner, annotation.value, at);
    else push(inner, annotation);
  };
  const addArg = (arg: Arg | null): void => {
    if (arg) add(arg.arg, arg.annotation);
  };
  args.args.forEach(addArg);
  args.posonlyargs.forEach(addArg);
  addArg(args.vararg);
  args.kwonlyargs.forEach(addArg);
  addArg(args.kwarg);
  add("return", returns);
  inner.location = at;
  inner.emit(Op.BUILD_MAP, first, first, count);
  inner.emit(Op.RETURN, first, 0, 0, Flag.DROP_A);
  return annotateFunction(u, inner, at);
}

/** Makes the function; its parameter is called "format" for those who look, whatever names the annotations use. */
function annotateFunction(u: Unit, inner: Unit, at: Located): number {
  inner.locals[0] = "format";
  const target = u.next;
  makeClosure(u, inner.finish(), target, at);
  return u.take();
}

/** *args: *Ts is annotated with the one item of *Ts. */
function starredValue(u: Unit, e: Expr, at: Located): void {
  const target = u.take();
  const mark = u.top;
  const items = operand(u, e);
  u.top = mark;
  const item = u.take(2) + 1;
  u.location = at;
  u.emit(Op.UNPACK, item, items, 1, drop(items, Flag.DROP_B));
  u.emit(Op.TAKE, target, item);
  u.top = mark;
}

function annotationString(u: Unit, e: Expr): number {
  const register = u.take();
  u.location = e;
  u.loadConst(register, { type: "str", value: unparse(e), points: null });
  return register;
}

/** The __annotate__ function of a class or module whose body has been compiled; `at`: its first statement. */
export function deferredAnnotations(u: Unit, at: Located): void {
  if (u.annotatedNames.length === 0) return;
  const inClass = u.type === "class";
  const block = u.block.annotationBlock!;
  const inner = annotationUnit(u, block.name, block, at);
  const dict = inner.take();
  inner.location = at;
  inner.emit(Op.BUILD_MAP, dict, dict, 0);
  for (const { stmt, index } of u.annotatedNames) {
    const mark = inner.top;
    const skip = new Label();
    inner.location = stmt;
    if (index >= 0) {
      const number = inner.take();
      inner.loadConst(number, { type: "int", value: index });
      const set = inner.take();
      const name = "__conditional_annotations__";
      if (inClass) inner.emit(Op.LOAD_FREE, set, inner.addFree(name));
      else inner.emit(Op.LOAD_GLOBAL, set, inner.nameIndex(name));
      inner.jump(Op.JUMP_CONTAINS, skip, 0, number, set, Flag.INVERT | Flag.DROP_B | Flag.DROP_C);
      inner.top = mark;
    }
    const value = operand(inner, stmt.annotation);
    const key = inner.take();
    inner.location = stmt;
    const name = stmt.target.kind === "Name" ? stmt.target.id : "";
    inner.loadConst(key, { type: "str", value: u.mangled(name), points: null });
    inner.location = at;
    inner.emit(Op.SETITEM, dict, key, value, Flag.DROP_B | drop(value, Flag.DROP_C));
    inner.place(skip);
    inner.top = mark;
  }
  inner.location = at;
  inner.emit(Op.RETURN, dict, 0, 0, Flag.DROP_A);
  const mark = u.top;
  const function_ = annotateFunction(u, inner, at);
  storeName(u, inClass ? "__annotate_func__" : "__annotate__", function_, at);
  u.top = mark;
}

/** An empty set in __conditional_annotations__, where statements note that they ran. */
export function setupConditionalAnnotations(u: Unit, at: Located): void {
  if (!u.block.hasConditionalAnnotations) return;
  const set = u.next;
  u.reserve(1);
  u.location = at;
  u.emit(Op.BUILD_SET, set, set, 0);
  const name = "__conditional_annotations__";
  if (u.type === "class") u.emit(Op.STORE_CELL, u.cell(name)!, set, 0, Flag.DROP_B);
  else u.emit(Op.STORE_NAME, set, u.nameIndex(name), 0, Flag.DROP_A);
}

export function annAssign(u: Unit, s: AnnAssign): void {
  const { target } = s;
  const future = u.compiler.future.annotations;
  if (s.value) {
    const mark = u.top;
    const value = operand(u, s.value, target);
    assignTo(u, target, value, false);
    u.top = mark;
  }
  const inNamespace = u.type === "module" || u.type === "class";
  if (target.kind === "Name") {
    if (s.simple && inNamespace) {
      if (future) storeAnnotationString(u, s, target.id);
      else noteAnnotation(u, s);
    }
  } else if (!s.value) {
    // The target is evaluated even though nothing is assigned.
    evaluate(u, target.value);
    if (target.kind === "Subscript") evaluateIndex(u, target.slice);
  }
}

function evaluateIndex(u: Unit, e: Expr): void {
  if (e.kind === "Slice") {
    for (const part of [e.lower, e.upper, e.step]) if (part) evaluate(u, part);
  } else if (e.kind === "Tuple") {
    for (const elt of e.elts) evaluateIndex(u, elt);
  } else {
    evaluate(u, e);
  }
}

function storeAnnotationString(u: Unit, s: AnnAssign, id: string): void {
  const mark = u.top;
  const value = annotationString(u, s.annotation);
  const mapping = u.take();
  const key = u.take();
  u.location = s;
  u.emit(Op.LOAD_NAME, mapping, u.nameIndex("__annotations__"));
  u.loadConst(key, { type: "str", value: u.mangled(id), points: null });
  u.emit(Op.SETITEM, mapping, key, value, Flag.DROP_A | Flag.DROP_B | Flag.DROP_C);
  u.top = mark;
}

function noteAnnotation(u: Unit, s: AnnAssign): void {
  const conditional = u.type === "module" || u.conditionalDepth > 0;
  u.annotatedNames.push({ stmt: s, index: conditional ? u.nextConditionalAnnotation++ : -1 });
  if (!conditional) return;
  const mark = u.top;
  const set = u.take();
  const name = "__conditional_annotations__";
  u.location = s;
  if (u.type === "class") u.emit(Op.LOAD_CELL, set, u.cell(name)!);
  else loadName(u, name, set, s);
  const number = u.take();
  u.loadConst(number, { type: "int", value: u.nextConditionalAnnotation - 1 });
  u.emit(Op.SET_ADD, set, number, 0, Flag.DROP_A | Flag.DROP_B);
  u.top = mark;
}
