/** Functions: closures, defaults, decorators, generic functions; the start and end of a code object. */
import type { CodeObject } from "../bytecode/code.ts";
import { Flag, FunctionAttr, Intrinsic, Op } from "../bytecode/opcodes.ts";
import type { Arguments, AsyncFunctionDef, Expr, FunctionDef, Lambda, Located } from "../syntax/ast.ts";
import { signatureAnnotations } from "./annotations.ts";
import { WINDOW_HEAD } from "./calls.ts";
import { cleanDoc, docstringOf } from "./docstring.ts";
import { displayTo, exprTo, push } from "./expressions.ts";
import { type Handler, Label, TEMP } from "./ir.ts";
import { loadCellOf, storeName, storeRegister } from "./names.ts";
import { body } from "./statements.ts";
import { genericUnit } from "./type-params.ts";
import { Unit } from "./unit.ts";

type AnyFunctionDef = FunctionDef | AsyncFunctionDef;

// -------------------------------------------------------------------------------------------- start and end of code

/**
 * RESUME, then cells: a function's trace begins at its RESUME, so it makes them, or does not. A generator's are made before the generator object, which
 * comes before RESUME.
 */
export function prologue(u: Unit): void {
  const line = u.type === "module" ? 0 : u.firstLine;
  u.location = { lineno: line, col_offset: 0, end_lineno: line, end_col_offset: 0 };
  const { isGenerator, isCoroutine, isFunctionLike } = u.block;
  const makesGenerator = isFunctionLike ? isGenerator || isCoroutine : isCoroutine;
  if (!makesGenerator) u.emit(Op.RESUME);
  for (const register of u.ownCells) u.emit(Op.MAKE_CELL, register);
  if (!makesGenerator) return;
  u.emit(Op.RETURN_GENERATOR);
  u.emit(Op.RESUME);
}

/** The body of a generator or coroutine: a StopIteration that escapes becomes a RuntimeError. */
export function generatorBody(u: Unit, emission: () => void): void {
  const handler: Handler = { label: new Label(), firstTemp: TEMP, excReg: TEMP };
  u.reserve(1);
  u.pushFrame({ kind: "generator" });
  u.protect(handler, emission);
  u.popFrame();
  u.cold(() => {
    u.place(handler.label);
    u.location = null;
    u.emit(Op.INTRINSIC, TEMP, TEMP, Intrinsic.STOPITERATION_ERROR);
    u.emit(Op.RERAISE, TEMP);
  });
}

/** Function of a code object, with its closure → register. Temporaries from the next one are used (the target may be that). */
export function makeClosure(u: Unit, code: CodeObject, target: number, at: Located): void {
  const mark = u.top;
  const index = u.consts.addCode(code);
  u.location = at;
  u.emit(Op.MAKE_FUNCTION, target, index & 0xffff, index >>> 16);
  if (code.freeNames.length > 0) {
    if (target === u.next) u.take();
    const first = u.next;
    for (const name of code.freeNames) loadCellOf(u, name, u.take());
    u.emit(Op.BUILD_TUPLE, first, first, code.freeNames.length);
    u.emit(Op.SET_FUNCTION_ATTR, target, first, FunctionAttr.CLOSURE, Flag.DROP_B);
  }
  u.top = mark;
}

// -------------------------------------------------------------------------------------------- defaults

interface Extras {
  /** Tuple of positional defaults, or null. */
  defaults: number | null;
  /** Dict of keyword-only defaults, or null. */
  kwDefaults: number | null;
}

/** Evaluates defaults into taken temporaries. */
function evaluateDefaults(u: Unit, args: Arguments, at: Located): Extras {
  const extras: Extras = { defaults: null, kwDefaults: null };
  if (args.defaults.length > 0) {
    const target = u.next;
    const items = u.compiler.folder.foldAll(args.defaults);
    u.location = at;
    if (items) u.loadConst(target, { type: "tuple", items });
    else displayTo(u, args.defaults, "tuple", target, at);
    extras.defaults = u.take();
  }
  const keyed = args.kwonlyargs.flatMap((arg, i) => {
    const value = args.kw_defaults[i];
    return value ? [{ name: arg.arg, value }] : [];
  });
  if (keyed.length > 0) {
    const mark = u.top;
    const first = u.next;
    for (const { name, value } of keyed) {
      u.location = at;
      u.loadConst(u.take(), { type: "str", value: u.mangled(name), points: null });
      push(u, value);
    }
    u.location = at;
    u.emit(Op.BUILD_MAP, first, first, keyed.length);
    u.top = mark;
    extras.kwDefaults = u.take();
  }
  return extras;
}

export function setAttribute(u: Unit, target: number, register: number | null, which: number): void {
  if (register !== null) u.emit(Op.SET_FUNCTION_ATTR, target, register, which, register >= TEMP ? Flag.DROP_B : 0);
}

// -------------------------------------------------------------------------------------------- lambda

export function lambdaTo(u: Unit, e: Lambda, target: number): void {
  const mark = u.top;
  const function_ = u.take();
  const extras = evaluateDefaults(u, e.args, e);
  const inner = new Unit(u.compiler, u, {
    type: "lambda",
    name: "<lambda>",
    block: u.compiler.symbols.block(e),
    firstLine: e.lineno,
    privateName: null,
    ...argumentCounts(e.args),
  });
  prologue(inner);
  // A lambda that is a generator has no generatorBody: CPython lets a StopIteration escape from it as it is.
  const register = inner.next;
  exprTo(inner, e.body, register);
  inner.reserve(1);
  inner.location = e.body;
  inner.emit(Op.RETURN, register, 0, 0, Flag.DROP_A);
  makeClosure(u, inner.finish(), function_, e);
  u.location = e;
  setAttribute(u, function_, extras.kwDefaults, FunctionAttr.KWDEFAULTS);
  setAttribute(u, function_, extras.defaults, FunctionAttr.DEFAULTS);
  u.top = mark;
  u.moveTo(target, function_);
}

function argumentCounts(args: Arguments): { argCount: number; posOnlyCount: number; kwOnlyCount: number } {
  return {
    argCount: args.posonlyargs.length + args.args.length,
    posOnlyCount: args.posonlyargs.length,
    kwOnlyCount: args.kwonlyargs.length,
  };
}

// -------------------------------------------------------------------------------------------- def

/** Evaluates decorators into nested call windows; returns their bases. The next temporary is where the decorated thing goes. */
export function pushDecorators(u: Unit, decorators: readonly Expr[]): number[] {
  return decorators.map((decorator) => {
    const base = u.next;
    exprTo(u, decorator, base);
    u.take(WINDOW_HEAD);
    return base;
  });
}

/** Calls the decorators, innermost first; returns the register of the result. */
export function applyDecorators(
  u: Unit,
  decorators: readonly Expr[],
  bases: readonly number[],
  decorated: number,
): number {
  u.reserve(2);
  let result = decorated;
  for (let i = bases.length - 1; i >= 0; i--) {
    u.location = decorators[i]!;
    u.emit(Op.CALL, bases[i]!, bases[i]!, 1);
    result = bases[i]!;
  }
  return result;
}

export function functionDef(u: Unit, s: AnyFunctionDef): void {
  const mark = u.top;
  const bases = pushDecorators(u, s.decorator_list);
  const plain = storeRegister(u, s.name);
  const bare = s.args.defaults.length === 0 && s.args.kw_defaults.every((value) => value === null);
  if (
    plain !== null &&
    bases.length === 0 &&
    bare &&
    !isGeneric(s) &&
    !u.compiler.symbols.block(s.args).annotationsUsed
  ) {
    makeClosure(u, functionCode(u, s), plain, s);
    return;
  }
  const target = u.next;
  functionTo(u, s, target);
  storeName(u, s.name, applyDecorators(u, s.decorator_list, bases, target), s);
  u.top = mark;
}

function isGeneric(s: AnyFunctionDef): boolean {
  return s.type_params.length > 0;
}

/** Builds the function in the next temporary (not taken). */
function functionTo(u: Unit, s: AnyFunctionDef, target: number): void {
  const mark = u.top;
  if (!isGeneric(s)) {
    u.take();
    const extras = evaluateDefaults(u, s.args, s);
    finishFunction(u, s, target, extras);
    u.top = mark;
    return;
  }
  // def f[T](a=1): the scope of the type parameters is a function that gets the defaults as arguments.
  u.take(WINDOW_HEAD);
  const extras = evaluateDefaults(u, s.args, s);
  const count = (extras.defaults === null ? 0 : 1) + (extras.kwDefaults === null ? 0 : 1);
  const code = genericUnit(u, s.name, s.type_params, firstLineOf(s), null, count, (g, params) => {
    const function_ = g.take();
    let argument = 0;
    const inner: Extras = {
      defaults: extras.defaults === null ? null : argument++,
      kwDefaults: extras.kwDefaults === null ? null : argument++,
    };
    finishFunction(g, s, function_, inner);
    g.location = s;
    setAttribute(g, function_, params, FunctionAttr.TYPE_PARAMS);
    g.emit(Op.RETURN, function_, 0, 0, Flag.DROP_A);
  });
  makeClosure(u, code, target, s);
  u.reserve(1);
  u.location = s;
  u.emit(Op.CALL, target, target, count);
  u.top = mark;
}

function finishFunction(u: Unit, s: AnyFunctionDef, target: number, extras: Extras): void {
  const annotate = signatureAnnotations(u, s.args, s.returns, s);
  makeClosure(u, functionCode(u, s), target, s);
  u.location = s;
  setAttribute(u, target, annotate, FunctionAttr.ANNOTATE);
  setAttribute(u, target, extras.kwDefaults, FunctionAttr.KWDEFAULTS);
  setAttribute(u, target, extras.defaults, FunctionAttr.DEFAULTS);
}

function firstLineOf(s: AnyFunctionDef): number {
  return s.decorator_list[0]?.lineno ?? s.lineno;
}

function functionCode(u: Unit, s: AnyFunctionDef): CodeObject {
  const inner = new Unit(u.compiler, u, {
    type: s.kind === "FunctionDef" ? "function" : "async function",
    name: s.name,
    block: u.compiler.symbols.block(s),
    firstLine: firstLineOf(s),
    privateName: null,
    ...argumentCounts(s.args),
  });
  const doc = docstringOf(s.body);
  if (doc && u.compiler.optimize < 2) inner.doc = cleanDoc(doc);
  prologue(inner);
  const emission = (): void => {
    body(inner, doc ? s.body.slice(1) : s.body);
    inner.location = null;
    inner.returnConst({ type: "none" });
  };
  if (inner.block.isGenerator || inner.block.isCoroutine) generatorBody(inner, emission);
  else emission();
  return inner.finish();
}
