import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Module } from "../../src/syntax/ast.ts";
import { PySyntaxError } from "../../src/syntax/errors.ts";
import { withKeywordHint } from "../../src/syntax/keyword-hint.ts";
import { parseModule } from "../../src/syntax/parse.ts";

type Row = [source: string, ...shown: (string | number)[]];
const rows = JSON.parse(readFileSync(new URL("keyword-hints.json", import.meta.url), "utf8")) as Row[];

/** Stands for the compiler, which is not here: it refuses these at the top level. */
function compiles(tree: Module): boolean {
  return !tree.body.some(
    (s) =>
      s.kind === "Return" ||
      s.kind === "Nonlocal" ||
      (s.kind === "Expr" && ["Yield", "YieldFrom", "Await"].includes(s.value.kind)),
  );
}

test.each(rows)("the hint for %j is the traceback module's", (source, ...shown) => {
  let error: unknown;
  try {
    parseModule(source, { filename: "<test>" });
  } catch (thrown) {
    error = thrown;
  }
  if (!(error instanceof PySyntaxError)) throw new Error("parses");
  const hinted = withKeywordHint(error, source, { compiles });
  const { message, lineno, offset, end_lineno, end_offset, text } = hinted;
  expect([message, lineno, offset, end_lineno, end_offset, text]).toEqual(shown);
});
