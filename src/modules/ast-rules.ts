// What a syntax tree made by hand has to obey before it can be compiled, beyond the types of its fields (CPython's validator).
import { typeError, valueError } from "../heap/py-error.ts";

type TreeNode = { readonly kind?: string } & Readonly<Record<string, unknown>>;

/** Lists that may not be empty. */
const NOT_EMPTY: Readonly<Record<string, readonly string[]>> = {
  FunctionDef: ["body"],
  AsyncFunctionDef: ["body"],
  ClassDef: ["body"],
  Delete: ["targets"],
  Assign: ["targets"],
  For: ["body"],
  AsyncFor: ["body"],
  While: ["body"],
  If: ["body"],
  With: ["items", "body"],
  AsyncWith: ["items", "body"],
  Match: ["cases"],
  Try: ["body"],
  TryStar: ["body"],
  ExceptHandler: ["body"],
  Import: ["names"],
  ImportFrom: ["names"],
  Global: ["names"],
  Nonlocal: ["names"],
};

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

/** Throws ValueError or TypeError. */
export function checkTree(node: TreeNode): void {
  const { kind = "" } = node;
  for (const field of NOT_EMPTY[kind] ?? [])
    if (lengthOf(node[field]) === 0) throw valueError(`empty ${field} on ${kind}`);
  if (kind === "TypeAlias" && (node.name as TreeNode).kind !== "Name") throw typeError("TypeAlias with non-Name name");
  if (kind === "AnnAssign" && node.simple && (node.target as TreeNode).kind !== "Name")
    throw typeError("AnnAssign with simple non-Name target");
  if (kind === "NamedExpr" && (node.target as TreeNode).kind !== "Name")
    throw typeError("NamedExpr target must be a Name");
  const broken = brokenRule(node, kind) ?? brokenPattern(node, kind);
  if (broken !== undefined) throw valueError(broken);
  for (const [field, value] of Object.entries(node)) {
    const context = contextOf(node, kind, field);
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child !== "object" || child === null || !("kind" in child)) continue;
      checkContext(child as TreeNode, context);
      if (kind !== "MatchSequence" && child.kind === "MatchStar") throw valueError("can't use MatchStar here");
      checkTree(child as TreeNode);
    }
  }
}

/** Fields whose expression is not read. */
const STORES: ReadonlySet<string> = new Set([
  "Assign.targets",
  "TypeAlias.name",
  "AugAssign.target",
  "AnnAssign.target",
  "For.target",
  "AsyncFor.target",
  "withitem.optional_vars",
  "NamedExpr.target",
  "comprehension.target",
]);

function contextOf(node: TreeNode, kind: string, field: string): string {
  if (STORES.has(`${kind}.${field}`)) return "Store";
  if (kind === "Delete") return "Del";
  const isPart = (kind === "List" || kind === "Tuple") && field === "elts";
  return isPart || (kind === "Starred" && field === "value") ? String(node.ctx) : "Load";
}

const WITH_CONTEXT = new Set(["Attribute", "Subscript", "Starred", "Name", "List", "Tuple"]);
/** Expressions, which can't be assigned to unless they have a context. */
const PLAIN_EXPRESSIONS = new Set([
  ...["BoolOp", "NamedExpr", "BinOp", "UnaryOp", "Lambda", "IfExp", "Dict", "Set", "ListComp", "SetComp", "DictComp"],
  ...["GeneratorExp", "Await", "Yield", "YieldFrom", "Compare", "Call", "FormattedValue", "Interpolation", "JoinedStr"],
  ...["TemplateStr", "Constant", "Slice"],
]);

function checkContext(node: TreeNode, context: string): void {
  const { kind = "" } = node;
  if (WITH_CONTEXT.has(kind)) {
    if (node.ctx !== context)
      throw valueError(`expression must have ${context} context but has ${String(node.ctx)} instead`);
    if (kind === "Name" && ["None", "True", "False"].includes(String(node.id)))
      throw valueError(`identifier field can't represent '${String(node.id)}' constant`);
  } else if (context !== "Load" && PLAIN_EXPRESSIONS.has(kind)) {
    throw valueError(`expression which can't be assigned to in ${context} context`);
  }
}

function brokenPattern(node: TreeNode, kind: string): string | undefined {
  switch (kind) {
    case "ImportFrom":
      return typeof node.level === "number" && node.level < 0 ? "Negative ImportFrom level" : undefined;
    case "MatchValue":
      return ["Constant", "Attribute", "UnaryOp", "BinOp", "JoinedStr", "TemplateStr"].includes(
        (node.value as TreeNode).kind ?? "",
      )
        ? undefined
        : "patterns may only match literals and attribute lookups";
    case "MatchMapping":
      return lengthOf(node.keys) !== lengthOf(node.patterns)
        ? "MatchMapping doesn't have the same number of keys as patterns"
        : undefined;
    case "MatchClass": {
      if (lengthOf(node.kwd_attrs) !== lengthOf(node.kwd_patterns))
        return "MatchClass doesn't have the same number of keyword attributes as patterns";
      let cls = node.cls as TreeNode;
      while (cls.kind === "Attribute") cls = cls.value as TreeNode;
      return cls.kind === "Name" ? undefined : "MatchClass cls field can only contain Name or Attribute nodes.";
    }
    case "MatchAs":
      return node.pattern !== null && node.pattern !== undefined && (node.name === null || node.name === undefined)
        ? "MatchAs must specify a target name if a pattern is given"
        : undefined;
    case "MatchOr":
      return lengthOf(node.patterns) < 2 ? "MatchOr requires at least 2 patterns" : undefined;
    default:
      return undefined;
  }
}

function brokenRule(node: TreeNode, kind: string): string | undefined {
  switch (kind) {
    case "Try":
    case "TryStar":
      if (lengthOf(node.handlers) > 0) return undefined;
      if (lengthOf(node.finalbody) === 0) return `${kind} has neither except handlers nor finalbody`;
      return lengthOf(node.orelse) > 0 ? `${kind} has orelse but no except handlers` : undefined;
    case "BoolOp":
      return lengthOf(node.values) < 2 ? "BoolOp with less than 2 values" : undefined;
    case "Dict":
      return lengthOf(node.keys) !== lengthOf(node.values)
        ? "Dict doesn't have the same number of keys as values"
        : undefined;
    case "Compare":
      if (lengthOf(node.comparators) === 0) return "Compare with no comparators";
      return lengthOf(node.comparators) !== lengthOf(node.ops)
        ? "Compare has a different number of comparators and operands"
        : undefined;
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return lengthOf(node.generators) === 0 ? "comprehension with no generators" : undefined;
    default:
      return undefined;
  }
}
