import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PySyntaxError } from "../../src/syntax/errors.ts";
import { TOKEN_NAMES } from "../../src/syntax/token-types.ts";
import { tokenize } from "../../src/syntax/tokenize.ts";

type Row = [source: string, tokens: (string | number)[][]];
const rows = JSON.parse(readFileSync(new URL("tokens.json", import.meta.url), "utf8")) as Row[];

function tokensOf(source: string): (string | number)[][] {
  return tokenize(source).map((t) => [t.type, t.text, t.lineno, t.col_offset, t.end_lineno, t.end_col_offset]);
}

describe("tokens are those of CPython's tokenizer for", () => {
  test.each(rows)("%j", (source, tokens) => {
    expect(tokensOf(source)).toEqual(tokens);
  });
});

test("columns count UTF-8 bytes", () => {
  expect(tokensOf("é = 'ü' + 𝒙 # ß\n").slice(0, 6)).toEqual([
    ["NAME", "é", 1, 0, 1, 2],
    ["EQUAL", "=", 1, 3, 1, 4],
    ["STRING", "'ü'", 1, 5, 1, 9],
    ["PLUS", "+", 1, 10, 1, 11],
    ["NAME", "𝒙", 1, 12, 1, 16],
    ["NEWLINE", "# ß", 1, 17, 1, 21],
  ]);
});

test("carriage returns are newlines", () => {
  expect(tokensOf("a\r\nb\rc")).toEqual(tokensOf("a\nb\nc"));
});

test("what can't be read is an error with a place", () => {
  const errorOf = (source: string): unknown => {
    try {
      return tokenize(source);
    } catch (error) {
      return error;
    }
  };
  expect(errorOf("x = 'a")).toBeInstanceOf(PySyntaxError);
  expect(errorOf("x = 'a")).toMatchObject({ message: "unterminated string literal (detected at line 1)", offset: 5 });
  expect(errorOf("f(\n1\n")).toMatchObject({ message: "'(' was never closed", lineno: 1, offset: 2, incomplete: true });
  expect(errorOf("if x:\n  y\n z")).toMatchObject({ type: "IndentationError", lineno: 3 });
  expect(errorOf("if x:\n\ty\n        z")).toMatchObject({ type: "TabError", lineno: 3 });
  expect(errorOf("a\\ b")).toMatchObject({ message: "unexpected character after line continuation character" });
});

test("every kind of token has a name", () => {
  expect(TOKEN_NAMES[1]).toBe("NAME");
  expect(TOKEN_NAMES[59]).toBe("FSTRING_START");
});
