/** Syntax warnings about code that is certainly a slip: `x is "a"`, `(1, 2) (3)`, `"abc"["d"]`. */
import type { Compare, ConstantValue, Expr } from "../syntax/ast.ts";
import type { Unit } from "./unit.ts";

const CONSTANT_TYPES: Record<ConstantValue["type"], string> = {
  int: "int",
  float: "float",
  complex: "complex",
  str: "str",
  bytes: "bytes",
  none: "NoneType",
  true: "bool",
  false: "bool",
  ellipsis: "ellipsis",
};

/** Name of the type an expression's syntax shows, or null. */
function typeOf(e: Expr): string | null {
  switch (e.kind) {
    case "Tuple":
      return "tuple";
    case "List":
    case "ListComp":
      return "list";
    case "Dict":
    case "DictComp":
      return "dict";
    case "Set":
    case "SetComp":
      return "set";
    case "GeneratorExp":
      return "generator";
    case "Lambda":
      return "function";
    case "JoinedStr":
    case "FormattedValue":
      return "str";
    case "TemplateStr":
      return "string.templatelib.Template";
    case "Interpolation":
      return "string.templatelib.Interpolation";
    case "Constant":
      return CONSTANT_TYPES[e.value.type];
    default:
      return null;
  }
}

/** Constants other than None, True, False and ... compare by identity only by accident. */
function isLiteral(e: Expr): boolean {
  if (e.kind === "Tuple") return e.elts.every((elt) => elt.kind === "Constant");
  return e.kind === "Constant" && !["none", "true", "false", "ellipsis"].includes(e.value.type);
}

export function checkCompare(u: Unit, e: Compare): void {
  let left = e.left;
  for (const [i, op] of e.ops.entries()) {
    const right = e.comparators[i]!;
    if ((op === "Is" || op === "IsNot") && (isLiteral(left) || isLiteral(right))) {
      const type = typeOf(isLiteral(left) ? left : right);
      const [word, better] = op === "Is" ? ["is", "=="] : ["is not", "!="];
      u.compiler.warn(`"${word}" with '${type}' literal. Did you mean "${better}"?`, e);
      return;
    }
    left = right;
  }
}

export function checkCaller(u: Unit, e: Expr): void {
  const type = e.kind === "Lambda" ? null : typeOf(e);
  if (type) u.compiler.warn(`'${type}' object is not callable; perhaps you missed a comma?`, e);
}

export function checkSubscripter(u: Unit, e: Expr): void {
  const bad =
    e.kind === "Constant"
      ? ["none", "ellipsis", "int", "float", "complex"].includes(e.value.type) // not bools: they are ints to isinstance, but see below
      : e.kind === "Set" ||
        e.kind === "SetComp" ||
        e.kind === "GeneratorExp" ||
        e.kind === "TemplateStr" ||
        e.kind === "Interpolation" ||
        e.kind === "Lambda";
  const isBool = e.kind === "Constant" && (e.value.type === "true" || e.value.type === "false");
  if (bad || isBool) {
    u.compiler.warn(`'${typeOf(e)}' object is not subscriptable; perhaps you missed a comma?`, e);
  }
}

export function checkIndex(u: Unit, e: Expr, index: Expr): void {
  const indexType = typeOf(index);
  if (indexType === null || indexType === "int" || indexType === "bool") return;
  const indexed =
    e.kind === "Constant"
      ? e.value.type === "str" || e.value.type === "bytes"
      : e.kind === "Tuple" ||
        e.kind === "List" ||
        e.kind === "ListComp" ||
        e.kind === "JoinedStr" ||
        e.kind === "FormattedValue";
  if (!indexed) return;
  u.compiler.warn(`${typeOf(e)} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`, e);
}
