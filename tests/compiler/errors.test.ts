import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileModule } from "../../src/compiler/compile.ts";
import { PySyntaxError, type SyntaxWarningRecord } from "../../src/syntax/errors.ts";
import { type ParseMode, parseModule } from "../../src/syntax/parse.ts";

interface ErrorFields {
  type: string;
  message: string;
  lineno: number | null;
  offset: number | null;
  end_lineno: number | null;
  end_offset: number | null;
  text: string | null;
}
interface Row {
  mode: ParseMode;
  source: string;
  error: ErrorFields | null;
  warnings: [string, number][];
}
const rows = JSON.parse(readFileSync(new URL("errors.json", import.meta.url), "utf8")) as Row[];

function fields(error: ErrorFields): ErrorFields {
  const { type, message, lineno, offset, end_lineno, end_offset, text } = error;
  return { type, message, lineno, offset, end_lineno, end_offset, text };
}

function outcome(source: string, mode: ParseMode): { error: ErrorFields | null; warnings: [string, number][] } {
  const warnings: SyntaxWarningRecord[] = [];
  let error: ErrorFields | null = null;
  try {
    compileModule(parseModule(source, { filename: "<test>", mode, warnings }), { filename: "<test>", warnings });
  } catch (thrown) {
    if (!(thrown instanceof PySyntaxError)) throw thrown;
    error = fields(thrown);
  }
  return { error, warnings: warnings.map((warning) => [warning.message, warning.lineno]) };
}

const title = (source: string): string => JSON.stringify(source.slice(0, 80));

describe("the compiler says what CPython says, at the same place, of", () => {
  for (const { mode, source, error, warnings } of rows) {
    test(`${mode === "exec" ? "" : `(${mode}) `}${title(source)}`, () => {
      expect(outcome(source, mode)).toEqual({ error, warnings });
    });
  }

  const malformed = JSON.parse(
    readFileSync(new URL("../syntax/malformed.json", import.meta.url), "utf8"),
  ) as (ErrorFields & {
    mode: ParseMode | "bytes";
    source: string;
    stage: string;
  })[];
  for (const row of malformed) {
    if (row.stage !== "compiler" || row.mode === "bytes") continue;
    const { mode, source } = row;
    test(`${title(source)} (malformed table)`, () => {
      expect(outcome(source, mode).error).toEqual(fields(row));
    });
  }
});

test("the table has every kind of entry", () => {
  expect(rows.filter((row) => row.error).length).toBeGreaterThan(180);
  expect(rows.filter((row) => row.warnings.length > 0).length).toBeGreaterThan(60);
  expect(rows.filter((row) => !row.error && row.warnings.length === 0).length).toBeGreaterThan(20);
});
