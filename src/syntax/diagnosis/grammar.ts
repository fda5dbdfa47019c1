// Python's grammar for the slow parser. The rules, their order and which of them are memoised follow CPython 3.14's
// Grammar/python.gram, because all three decide which message wins; the notation and the actions are Krait's.

import type { Diagnoser } from "./diagnoser.ts";
import { errorRules } from "./error-rules.ts";
import { expressions, strings, targets } from "./expression-rules.ts";
import { compileGrammar } from "./peg.ts";
import { parameters, patterns, statements } from "./statement-rules.ts";

const MEMO = new Set([
  "simple_stmt",
  "block",
  "closed_pattern",
  "star_pattern",
  "type_param",
  "expression",
  "star_expression",
  "disjunction",
  "conjunction",
  "inversion",
  "factor",
  "await_primary",
  "strings",
  "tstring",
  "arguments",
  "star_target",
  "target_with_star_atom",
  "del_target",
  "invalid_named_expression",
]);

const LEFT_RECURSIVE = new Set([
  "dotted_name",
  "attr",
  "bitwise_or",
  "bitwise_xor",
  "bitwise_and",
  "shift_expr",
  "sum",
  "term",
  "primary",
  "t_primary",
]);

let compiled: ReturnType<typeof compileGrammar> | null = null;

/** The compiled rules; built when the first error is looked for. */
export function pythonRules(): ReturnType<typeof compileGrammar> {
  compiled ??= compileGrammar<Diagnoser>(
    { ...statements, ...parameters, ...patterns, ...expressions, ...strings, ...targets, ...errorRules },
    MEMO,
    LEFT_RECURSIVE,
  );
  return compiled;
}
