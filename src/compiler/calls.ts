/**
 * Calls. The window (native/core/frame.h): callable at `base`, three registers for the frame's head, arguments from base+4 (method
 * calls: self at base+4, arguments from base+5), one spare register behind the last argument.
 */
import { Flag, Op } from "../bytecode/opcodes.ts";
import type { Attribute, Call, Expr, Keyword, Located } from "../syntax/ast.ts";
import { checkCaller } from "./checks.ts";
import { attributeLocation, collect, drop, exprTo, MAX_GROUP, operand, push } from "./expressions.ts";
import { loadName } from "./names.ts";
import { Def, Scope } from "./scope.ts";
import type { Unit } from "./unit.ts";

export const WINDOW_HEAD = 4;

export function callTo(u: Unit, e: Call, target: number): void {
  checkKeywords(u, e.keywords);
  if (methodCallTo(u, e, target)) return;
  checkCaller(u, e.func);
  const mark = u.top;
  const base = u.next;
  exprTo(u, e.func, base);
  u.take(WINDOW_HEAD);
  callWindow(u, { base, pushed: 0, args: e.args, keywords: e.keywords, injected: null, target, at: e });
  u.top = mark;
}

export interface WindowCall {
  base: number;
  /** Arguments already in the window (class bodies: the function and the name). */
  pushed: number;
  args: readonly Expr[];
  keywords: readonly Keyword[];
  /** Name of a variable that is one more positional argument. */
  injected: string | null;
  target: number;
  at: Located;
}

/** Evaluates arguments into the window on top of the temporaries and calls. */
export function callWindow(u: Unit, call: WindowCall): void {
  const { base, pushed, args, keywords, injected, target, at } = call;
  const count = pushed + args.length + keywords.length + (injected ? 1 : 0);
  const spread = args.some((arg) => arg.kind === "Starred") || keywords.some((keyword) => keyword.arg === null);
  if (spread || count > MAX_GROUP) {
    spreadCall(u, call);
    return;
  }
  for (const arg of args) push(u, arg);
  if (injected) loadName(u, injected, u.take(), at);
  for (const keyword of keywords) push(u, keyword.value);
  u.reserve(1);
  u.location = at;
  if (keywords.length === 0) u.emit(Op.CALL, target, base, count);
  else u.emit(Op.CALL_KW, target, base, count).cache = keywordNames(u, keywords);
}

function keywordNames(u: Unit, keywords: readonly Keyword[]): number {
  const items = keywords.map((keyword) => ({ type: "str", value: keyword.arg!, points: null }) as const);
  return u.consts.add({ type: "tuple", items });
}

/** f(*args, **kwargs): positional arguments as one iterable at base+4, keywords as one dict at base+5. */
function spreadCall(u: Unit, call: WindowCall): void {
  const { base, pushed, args, keywords, injected, target, at } = call;
  const positional = base + WINDOW_HEAD;
  const only = args.length === 1 && pushed === 0 && !injected ? args[0]! : null;
  if (only?.kind === "Starred") {
    exprTo(u, only.value, positional);
    u.take();
  } else if (args.length + pushed === 0 && !injected) {
    u.location = at;
    u.loadConst(u.take(), { type: "tuple", items: [] });
  } else {
    const list = collect(u, args, "list", pushed, at);
    if (injected) {
      loadName(u, injected, u.next, at);
      u.reserve(1);
      u.emit(Op.LIST_APPEND, list, u.next, 0, Flag.DROP_B);
    }
    u.location = at;
    u.emit(Op.LIST_TO_TUPLE, list, list, 0, Flag.DROP_B);
  }
  if (keywords.length > 0) keywordDict(u, keywords, base, at);
  u.reserve(1);
  u.location = at;
  u.emit(Op.CALL_EX, target, base, keywords.length > 0 ? 1 : 0);
}

function keywordDict(u: Unit, keywords: readonly Keyword[], callable: number, at: Located): void {
  const dict = u.take();
  let built = false;
  let group: Keyword[] = [];
  const flush = (): void => {
    if (group.length === 0) return;
    const mark = u.top;
    const target = built ? u.take() : dict;
    u.location = at;
    u.emit(Op.BUILD_MAP, target, target, 0);
    for (const keyword of group) {
      const inner = u.top;
      const key = u.take();
      u.location = at;
      u.loadConst(key, { type: "str", value: keyword.arg!, points: null });
      const value = operand(u, keyword.value);
      u.location = at;
      u.emit(Op.MAP_ADD, target, key, value, Flag.DROP_B | drop(value, Flag.DROP_C));
      u.top = inner;
    }
    if (built) u.emit(Op.DICT_MERGE, dict, target, callable, Flag.DROP_B);
    u.top = mark;
    built = true;
    group = [];
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      group.push(keyword);
      continue;
    }
    flush();
    if (!built) {
      u.location = at;
      u.emit(Op.BUILD_MAP, dict, dict, 0);
      built = true;
    }
    const mark = u.top;
    const mapping = operand(u, keyword.value);
    u.location = at;
    u.emit(Op.DICT_MERGE, dict, mapping, callable, drop(mapping, Flag.DROP_B));
    u.top = mark;
  }
  flush();
}

export function checkKeywords(u: Unit, keywords: readonly Keyword[]): void {
  if (keywords.length < 2) return;
  keywords.forEach((keyword, i) => {
    if (keyword.arg === null) return;
    for (const other of keywords.slice(i + 1)) {
      if (other.arg === keyword.arg) u.compiler.fail(`keyword argument repeated: ${keyword.arg}`, other);
    }
  });
}

// -------------------------------------------------------------------------------------------- methods

/** object.method(…) without a bound method in between. */
function methodCallTo(u: Unit, e: Call, target: number): boolean {
  const method = e.func;
  if (method.kind !== "Attribute" || isImported(u, method.value)) return false;
  if (e.args.length + e.keywords.length >= MAX_GROUP) return false;
  if (e.args.some((arg) => arg.kind === "Starred") || e.keywords.some((keyword) => keyword.arg === null)) return false;
  const mark = u.top;
  const base = u.next;
  const name = u.nameIndex(u.mangled(method.attr));
  if (canUseSuper(u, method)) {
    superOperands(u, method.value as Call);
    u.location = method;
    u.emit(Op.LOAD_SUPER_METHOD, base, base, name);
  } else {
    const object = operand(u, method.value);
    u.location = attributeLocation(method, method);
    u.emit(Op.LOAD_METHOD, base, object, name, drop(object, Flag.DROP_B));
  }
  u.top = mark;
  u.take(WINDOW_HEAD + 1);
  for (const arg of e.args) push(u, arg);
  for (const keyword of e.keywords) push(u, keyword.value);
  u.reserve(1);
  u.location = attributeLocation(e, method);
  const count = e.args.length + e.keywords.length;
  if (e.keywords.length === 0) u.emit(Op.CALL_METHOD, target, base, count);
  else u.emit(Op.CALL_METHOD_KW, target, base, count).cache = keywordNames(u, e.keywords);
  u.top = mark;
  return true;
}

/** Attributes of imported modules are no methods. */
function isImported(u: Unit, e: Expr): boolean {
  if (e.kind !== "Name") return false;
  return ((u.compiler.symbols.top.symbols.get(e.id) ?? 0) & Def.IMPORT) !== 0;
}

// -------------------------------------------------------------------------------------------- super

/** `super().name` or `super(a, b).name`, with `super` the builtin for all that can be seen. */
function canUseSuper(u: Unit, e: Attribute): boolean {
  const call = e.value;
  if (call.kind !== "Call" || call.func.kind !== "Name" || call.func.id !== "super") return false;
  if (e.attr === "__class__" || call.keywords.length > 0) return false;
  if (u.block.scopeOf("super") !== Scope.GLOBAL_IMPLICIT) return false;
  if (u.compiler.symbols.top.scopeOf("super") !== Scope.UNKNOWN) return false;
  if (call.args.length === 2) return call.args.every((arg) => arg.kind !== "Starred");
  if (call.args.length !== 0) return false;
  return u.hasPositionalParameter && u.block.scopeOf("__class__") === Scope.FREE;
}

/** super, class and object in three consecutive temporaries from the next one; they are not left taken. */
function superOperands(u: Unit, call: Call): void {
  const mark = u.top;
  push(u, call.func);
  if (call.args.length === 2) {
    push(u, call.args[0]!);
    push(u, call.args[1]!);
  } else {
    loadName(u, "__class__", u.take(), call);
    loadName(u, u.locals[0]!, u.take(), call);
  }
  u.top = mark;
}

export function superAttributeTo(u: Unit, e: Attribute, target: number): boolean {
  if (!canUseSuper(u, e)) return false;
  const first = u.next;
  superOperands(u, e.value as Call);
  u.location = e;
  u.emit(Op.LOAD_SUPER_ATTR, target, first, u.nameIndex(u.mangled(e.attr)));
  return true;
}
