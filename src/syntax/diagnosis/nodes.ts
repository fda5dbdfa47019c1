// The light trees of the slow parser: just what error messages need to know of an expression.

/** Anything with a place: from token `first` to token `last`. */
export interface Placed {
  kind: string;
  first: number;
  last: number;
}

export interface ExprNode extends Placed {
  /** Name. */
  id?: string;
  /** Constant: "None", "True", "False", "ellipsis" or "literal". */
  literal?: string;
  /** Constant: what a number pattern may be made of. */
  imaginary?: boolean;
  /** Constant of a STRING token. */
  bytes?: boolean;
  /** Tuple, List. */
  elts?: ExprNode[];
  /** Starred, or the left side of Compare. */
  value?: ExprNode;
  /** Compare: the first operator is `in`. */
  isIn?: boolean;
}

/** Arguments of a call as far as they have been read. */
export interface ArgumentsNode extends Placed {
  args: ExprNode[];
  /** For each keyword argument, whether it is `**mapping`. */
  unpacked: boolean[];
}

export interface KeywordOrStarred extends Placed {
  starred: ExprNode | null;
  unpacks: boolean;
}

export interface ComprehensionNode extends Placed {
  iter: ExprNode;
  ifs: ExprNode[];
}

const DESCRIPTIONS: Record<string, string> = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  YieldFrom: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  TemplateStr: "t-string expression",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
};

/** What messages call the expression. */
export function describe(node: ExprNode): string {
  return node.literal ?? DESCRIPTIONS[node.kind] ?? "expression";
}

export type TargetKind = "star" | "del" | "for";

/** The first part of an expression that can't be assigned to (or deleted), or null. */
export function invalidTarget(node: ExprNode, kind: TargetKind): ExprNode | null {
  switch (node.kind) {
    case "List":
    case "Tuple":
      for (const item of node.elts ?? []) {
        const bad = invalidTarget(item, kind);
        if (bad !== null) return bad;
      }
      return null;
    case "Starred":
      return kind === "del" ? node : invalidTarget(node.value!, kind);
    case "Compare":
      // `for a in b` reads as a comparison.
      if (kind !== "for") return node;
      return node.isIn ? invalidTarget(node.value!, kind) : null;
    case "Name":
    case "Subscript":
    case "Attribute":
      return null;
    default:
      return node;
  }
}
