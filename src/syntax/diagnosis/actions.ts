// What the slow parser's rules make of what they match: light trees (nodes.ts), and checks that raise.

import type { Diagnoser } from "./diagnoser.ts";
import type { ArgumentsNode, ComprehensionNode, ExprNode, KeywordOrStarred, Placed } from "./nodes.ts";
import type { Action, Bindings } from "./peg.ts";

export type Make = Action<Diagnoser>;

/** An expression of the given kind from the rule's first token to the last one consumed. */
export function node(kind: string, more?: (bound: Bindings) => Partial<ExprNode>): Make {
  return (p, bound, first) => ({ kind, first, last: p.lastSolid(first), ...more?.(bound) });
}

export function constant(literal: string): Make {
  return node("Constant", () => ({ literal }));
}

export const elts = (bound: Bindings): Partial<ExprNode> => ({
  elts: [
    ...(bound.a === undefined ? [] : [bound.a].flat()),
    ...((bound.b as ExprNode[] | undefined) ?? []),
  ] as ExprNode[],
});
export const tuple = node("Tuple", elts);
export const list = node("List", elts);
export const starred = node("Starred", ({ a }) => ({ value: a as ExprNode }));
export const pick: Make = (_p, { a }) => a;

/** A compound statement, noted for the hints about misspelt keywords. */
export const statement: Make = (p, { a }, first) => {
  if (p.invalid) p.lastStatementLine = Math.max(p.lastStatementLine, p.tokens.line[first]!);
  return a;
};
export const place: Make = (p, _bound, first) => ({ kind: "statement", first, last: p.lastSolid(first) });

export const collectArguments: Make = (p, { a, b }, first): ArgumentsNode => {
  const args = [...((a as ExprNode[] | undefined) ?? [])];
  const unpacked: boolean[] = [];
  for (const item of (b as KeywordOrStarred[] | undefined) ?? []) {
    if (item.starred !== null) args.push(item.starred);
    else unpacked.push(item.unpacks);
  }
  return { kind: "arguments", first, last: p.lastSolid(first), args, unpacked };
};
export const keyword =
  (unpacks: boolean): Make =>
  (p, _bound, first): KeywordOrStarred => ({
    kind: "keyword",
    first,
    last: p.lastSolid(first),
    starred: null,
    unpacks,
  });

export const inequality: Make = (p, { a }) => {
  const text = p.textOf(a as Placed);
  if (p.barry && text !== "<>") p.here("with Barry as BDFL, use '<>' instead of '!='");
  return p.barry || text === "!=" ? a : null;
};

export const futureImport: Make = (p, { b, c }, first) => {
  const names = c as ({ name?: string } | undefined)[];
  const module = p.tokens.text.slice(p.tokens.start[(b as Placed).first]!, p.tokens.end[(b as Placed).last]!);
  if (p.tokens.start[first + 1] === p.tokens.start[(b as Placed).first] && module === "__future__") {
    if (Array.isArray(names) && names.some((n) => n?.name === "barry_as_FLUFL")) p.barry = true;
  }
  return { kind: "statement", first, last: p.lastSolid(first) };
};

export const comprehension: Make = (p, { b, c }, first): ComprehensionNode => ({
  kind: "comprehension",
  first,
  last: p.lastSolid(first),
  iter: b as ExprNode,
  ifs: c as ExprNode[],
});

export const interpolated =
  (kind: "JoinedStr" | "TemplateStr"): Make =>
  (p, { b }, first) => {
    for (const part of b as Placed[]) if (part.kind === "token") p.middle(part);
    return { kind, first, last: p.lastSolid(first) };
  };

export const conversion: Make = (p, { a, b }) => {
  const mark = a as Placed;
  const name = b as ExprNode & { id: string };
  const { line, col, endCol } = p.tokens;
  const prefix = p.stringPrefix();
  if (line[mark.first] !== line[name.first] || endCol[mark.first] !== col[name.first]) {
    p.range(mark, name, `${prefix}: conversion type must come right after the exclamation mark`);
  }
  if (name.id !== "s" && name.id !== "r" && name.id !== "a") {
    p.at(name, `${prefix}: invalid conversion character '${name.id}': expected 's', 'r', or 'a'`);
  }
  return name;
};

export const decodedMiddle: Make = (p, { a }) => {
  p.middle(a as Placed);
  return a;
};

export const real: Make = (p, { a }) => {
  if ((a as ExprNode).imaginary) p.at(a as ExprNode, "real number required in complex literal");
  return a;
};
export const imaginary: Make = (p, { a }) => {
  if (!(a as ExprNode).imaginary) p.at(a as ExprNode, "imaginary number required in complex literal");
  return a;
};

export const binary = node("BinOp");
export const unary = node("UnaryOp");
export const patternNode = node("pattern");
