import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PySyntaxError } from "../../src/syntax/errors.ts";
import { type ParseMode, parseModule } from "../../src/syntax/parse.ts";
import { setUnicodeNameLookup } from "../../src/syntax/unicode-names.ts";

interface Row {
  mode: ParseMode | "bytes";
  source: string;
  stage: "parser" | "compiler";
  type: string;
  message: string;
  lineno: number | null;
  offset: number | null;
  end_lineno: number | null;
  end_offset: number | null;
  text: string | null;
  incomplete: boolean;
}
const rows = JSON.parse(readFileSync(new URL("malformed.json", import.meta.url), "utf8")) as Row[];

// The table's only \N{…} is of a character that does not exist.
setUnicodeNameLookup(() => null);

function errorOf(row: Row): PySyntaxError | null {
  const source = row.mode === "bytes" ? Buffer.from(row.source, "latin1") : row.source;
  try {
    parseModule(source, { filename: "<test>", mode: row.mode === "bytes" ? "exec" : row.mode });
    return null;
  } catch (error) {
    if (error instanceof PySyntaxError) return error;
    throw error;
  }
}

const title = (row: Row): string =>
  `${row.mode === "exec" ? "" : `(${row.mode}) `}${JSON.stringify(row.source.slice(0, 70))}`;

describe("the parser says what CPython says, at the same place, of", () => {
  for (const row of rows.filter((r) => r.stage === "parser")) {
    test(title(row), () => {
      const { type, message, lineno, offset, end_lineno, end_offset, text, incomplete } = row;
      const error = errorOf(row);
      expect({ ...error, message: error?.message }).toMatchObject({
        type,
        message,
        lineno,
        offset,
        end_lineno,
        end_offset,
        text,
        incomplete,
      });
    });
  }
});

test("the table is as large as it was meant to be, and every kind of error is in it", () => {
  const parser = rows.filter((r) => r.stage === "parser");
  expect(parser.length).toBeGreaterThan(800);
  expect(rows.length - parser.length).toBeGreaterThan(60);
  expect(new Set(parser.map((r) => r.type))).toEqual(new Set(["SyntaxError", "IndentationError", "TabError"]));
});

test("errors of the compiler are none of the parser's", () => {
  expect(rows.filter((r) => r.stage === "compiler" && errorOf(r) !== null).map((r) => r.source)).toEqual([]);
});
