import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dumpAst } from "../../src/dump/ast.ts";
import type { SyntaxWarningRecord } from "../../src/syntax/errors.ts";
import { type ParseMode, parseModule } from "../../src/syntax/parse.ts";

interface Row {
  mode: ParseMode;
  source: string;
  dump: string;
  pretty: string;
  warnings: [string, number][];
}
const rows = JSON.parse(readFileSync(new URL("trees.json", import.meta.url), "utf8")) as Row[];

describe("a tree is CPython's, with positions, warnings and indented dump, for", () => {
  for (const row of rows) {
    test(`${row.mode === "exec" ? "" : `(${row.mode}) `}${row.source.slice(0, 60).replaceAll("\n", "⏎")}`, () => {
      const warnings: SyntaxWarningRecord[] = [];
      const tree = parseModule(row.source, { filename: "<test>", mode: row.mode, warnings });
      expect(dumpAst(tree, { indent: null, attributes: true })).toBe(row.dump);
      expect(dumpAst(tree)).toBe(row.pretty);
      expect(warnings.map((w) => [w.message, w.lineno])).toEqual(row.warnings);
    });
  }
});
