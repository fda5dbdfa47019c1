// What a syntax tree made by hand has to obey before it can be compiled, beyond the types of its fields (CPython's validator).
import { valueError } from "../heap/py-error.ts";

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

/** Throws ValueError. */
export function checkTree(node: TreeNode): void {
  const { kind = "" } = node;
  for (const field of NOT_EMPTY[kind] ?? [])
    if (lengthOf(node[field]) === 0) throw valueError(`empty ${field} on ${kind}`);
  const broken = brokenRule(node, kind);
  if (broken !== undefined) throw valueError(broken);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === "object" && child !== null && "kind" in child) checkTree(child as TreeNode);
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
