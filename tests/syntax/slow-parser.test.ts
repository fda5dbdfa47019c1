// The parser for error messages reads right programs too; if it refused one, or took one for wrong, an error further
// down would be reported as something else.

import { expect, test } from "vitest";
import { Diagnoser } from "../../src/syntax/diagnosis/diagnoser.ts";
import { pythonRules } from "../../src/syntax/diagnosis/grammar.ts";
import { ErrorMaker } from "../../src/syntax/diagnosis/places.ts";
import { PySyntaxError } from "../../src/syntax/errors.ts";
import { lex } from "../../src/syntax/lexer.ts";
import { parseModule } from "../../src/syntax/parse.ts";
import { readSource } from "../../src/syntax/source.ts";
import { readZip, STDLIB_ZIP } from "./zip.ts";

test("the slow parser accepts a sixth of the standard library in both passes", { timeout: 120_000 }, () => {
  const refused: string[] = [];
  const sources = [...readZip(STDLIB_ZIP)].filter(([name]) => name.endsWith(".py"));
  for (const [name, bytes] of sources.filter((_, index) => index % 6 === 0)) {
    const { text, isAscii } = readSource(bytes, name, true);
    const tokens = lex(text, { isAscii });
    const parser = new Diagnoser(tokens, pythonRules(), new ErrorMaker(tokens, name), false);
    if (parser.run("file", 0, false) === null || parser.run("file", 0, true) === null) refused.push(name);
  }
  expect(refused).toEqual([]);
});

test("an error at the end of a large file is found, and soon", () => {
  const source = `${"def f(a, b):\n    return [a, b, {a: b}]\n\n".repeat(20_000)}x = (a b)\n`;
  const begin = performance.now();
  expect(() => parseModule(source, { filename: "<test>" })).toThrow(PySyntaxError);
  expect(performance.now() - begin).toBeLessThan(3000);
  try {
    parseModule(source, { filename: "<test>" });
  } catch (error) {
    expect(error).toMatchObject({ message: "invalid syntax. Perhaps you forgot a comma?", lineno: 60_001, offset: 6 });
  }
});

test("reading goes on with the lexer's error if that comes first", () => {
  expect(() => parseModule("x = y z\n'abc\n", { filename: "<test>" })).toThrow(
    "unterminated string literal (detected at line 2)",
  );
});
