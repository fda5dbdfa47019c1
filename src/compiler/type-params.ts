/** Type parameters (PEP 695, 696): the scope around a generic function, class or alias, and the lazily evaluated bounds and defaults. */
import type { CodeObject } from "../bytecode/code.ts";
import { Flag, FunctionAttr, Intrinsic, Op } from "../bytecode/opcodes.ts";
import type { Expr, Located, TypeAlias, TypeParam } from "../syntax/ast.ts";
import { annotationUnit } from "./annotations.ts";
import { exprTo, intrinsic, operand } from "./expressions.ts";
import { makeClosure, prologue, setAttribute } from "./functions.ts";
import { isTemp } from "./ir.ts";
import { storeName } from "./names.ts";
import type { Block } from "./scope.ts";
import { Unit } from "./unit.ts";

/**
 * Code of "<generic parameters of name>", which gets `argCount` arguments. `emission` finds the tuple of type parameters in a taken
 * temporary and ends with the RETURN.
 */
export function genericUnit(
  u: Unit,
  name: string,
  params: TypeParam[],
  firstLine: number,
  privateName: string | null,
  argCount: number,
  emission: (g: Unit, params: number) => void,
): CodeObject {
  const g = new Unit(u.compiler, u, {
    type: "annotations",
    name: `<generic parameters of ${name}>`,
    block: u.compiler.symbols.block(params),
    firstLine,
    privateName,
    argCount,
  });
  prologue(g);
  emission(g, typeParams(g, params));
  return g.finish();
}

/** Makes the parameters, binds their names; returns the register of their tuple, taken. */
function typeParams(u: Unit, params: TypeParam[]): number {
  const mark = u.top;
  const first = u.next;
  let seenDefault = false;
  for (const param of params) {
    const register = u.take();
    u.location = param;
    u.loadConst(register, { type: "str", value: param.name, points: null });
    if (param.kind === "TypeVar" && param.bound) {
      evaluator(u, param.bound, param.name, u.compiler.symbols.block(param), false);
      const constraints = param.bound.kind === "Tuple";
      const which = constraints ? Intrinsic.TYPEVAR_WITH_CONSTRAINTS : Intrinsic.TYPEVAR_WITH_BOUND;
      intrinsic(u, register, register, which, 2, param);
    } else {
      const kinds = {
        TypeVar: Intrinsic.TYPEVAR,
        ParamSpec: Intrinsic.PARAMSPEC,
        TypeVarTuple: Intrinsic.TYPEVARTUPLE,
      };
      intrinsic(u, register, register, kinds[param.kind], 1, param);
    }
    u.top = register - first + mark + 1;
    if (param.default_value) {
      seenDefault = true;
      const block = u.compiler.symbols.defaultBlock(param);
      evaluator(u, param.default_value, param.name, block, param.kind === "TypeVarTuple");
      intrinsic(u, register, register, Intrinsic.SET_TYPEPARAM_DEFAULT, 2, param);
      u.top = register - first + mark + 1;
    } else if (seenDefault) {
      u.compiler.fail(`non-default type parameter '${param.name}' follows default type parameter`, param);
    }
    storeName(u, param.name, register, param, true);
  }
  u.location = params[0]!;
  u.emit(Op.BUILD_TUPLE, first, first, params.length);
  u.top = mark;
  return u.take();
}

/** The function that evaluates a bound, default or alias when asked → next temporary, taken. */
function evaluator(u: Unit, e: Expr, name: string, block: Block, allowStarred: boolean, at: Located = e): void {
  const target = u.take();
  const inner = annotationUnit(u, name, block, at);
  const register = inner.next;
  if (allowStarred && e.kind === "Starred") {
    const items = operand(inner, e.value);
    inner.location = e;
    inner.top = 0;
    inner.take(2);
    inner.emit(Op.UNPACK, register + 1, items, 1, isTemp(items) ? Flag.DROP_B : 0);
    inner.emit(Op.RETURN, register + 1, 0, 0, Flag.DROP_A);
  } else {
    exprTo(inner, e, register);
    inner.reserve(1);
    inner.location = at;
    inner.emit(Op.RETURN, register, 0, 0, Flag.DROP_A);
  }
  makeClosure(u, inner.finish(), target, at);
  const mark = u.top;
  const defaults = u.take();
  u.location = at;
  u.loadConst(defaults, { type: "tuple", items: [{ type: "int", value: 1 }] });
  setAttribute(u, target, defaults, FunctionAttr.DEFAULTS);
  u.top = mark;
}

export function typeAlias(u: Unit, s: TypeAlias): void {
  const mark = u.top;
  const name = s.name.id;
  const alias = (g: Unit, params: number | null): number => {
    const first = g.take();
    g.location = s;
    g.loadConst(first, { type: "str", value: name, points: null });
    const second = g.take();
    if (params === null) g.loadConst(second, { type: "none" });
    else g.emit(Op.TAKE, second, params);
    evaluator(g, s.value, name, g.compiler.symbols.block(s), false, s);
    intrinsic(g, first, first, Intrinsic.TYPEALIAS, 3, s);
    return first;
  };
  let result: number;
  if (s.type_params.length === 0) {
    result = alias(u, null);
  } else {
    const code = genericUnit(u, name, s.type_params, s.lineno, null, 0, (g, params) => {
      const made = alias(g, params);
      g.location = s;
      g.emit(Op.RETURN, made, 0, 0, Flag.DROP_A);
    });
    result = u.next;
    makeClosure(u, code, result, s);
    u.take(4);
    u.reserve(1);
    u.location = s;
    u.emit(Op.CALL, result, result, 0);
  }
  storeName(u, name, result, s);
  u.top = mark;
}
