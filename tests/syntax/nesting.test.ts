import { describe, expect, test } from "vitest";
import { ParserStackOverflow, PySyntaxError } from "../../src/syntax/errors.ts";
import { parseModule } from "../../src/syntax/parse.ts";

const parse = (source: string) => parseModule(source, { filename: "<test>" });

function errorOf(source: string): PySyntaxError | ParserStackOverflow {
  try {
    parse(source);
  } catch (error) {
    if (error instanceof PySyntaxError || error instanceof ParserStackOverflow) return error;
    throw error;
  }
  throw new Error("parses");
}

describe("200 brackets may be nested, not one more", () => {
  const shapes: [string, string, string][] = [
    ["(", "1", ")"],
    ["[", "", "]"],
    ["{1: ", "2", "}"],
    ["f(", "", ")"],
    ["a[", "1", "]"],
    ["(lambda: ", "1", ")"],
    ["(yield ", "1", ")"],
    ["[x for x in ", "y", "]"],
    ["(a if b else ", "c", ")"],
  ];
  test.each(shapes)("%s…%s…%s", (open, middle, close) => {
    expect(() => parse(open.repeat(200) + middle + close.repeat(200))).not.toThrow();
    expect(errorOf(open.repeat(201) + middle + close.repeat(201))).toMatchObject({
      type: "SyntaxError",
      message: "too many nested parentheses",
      lineno: 1,
    });
  });
});

describe("prefixes and conditionals nest as deep as anyone writes them, and end in a clean error", () => {
  test.each(["-", "not ", "lambda: ", "a if b else ", "a ** "])("%s", (prefix) => {
    expect(() => parse(`${prefix.repeat(1000)}1`)).not.toThrow();
    const error = errorOf(`${prefix.repeat(100_000)}1`);
    expect(error).toBeInstanceOf(ParserStackOverflow);
    expect(error.message).toBe("Parser stack overflowed - Python source too complex to parse");
  });
});

describe("what needs no recursion has no limit", () => {
  const n = 20_000;
  test.each([
    ["sum", `a${" + a".repeat(n)}`],
    ["comparison", `a${" < a".repeat(n)}`],
    ["attributes", `a${".b".repeat(n)}`],
    ["calls", `a${"()".repeat(n)}`],
    ["or", `a${" or a".repeat(n)}`],
    ["strings", "'a' ".repeat(n)],
    ["elif", `if a: b\n${"elif c: d\n".repeat(n)}`],
    ["targets", `${"a = ".repeat(n)}1`],
    ["statements", "a\n".repeat(n)],
    ["decorators", `${"@a\n".repeat(n)}def f(): pass`],
    ["comprehension", `[a ${"for a in b ".repeat(n)}]`],
  ])("%s", (_name, source) => {
    expect(() => parse(source)).not.toThrow();
  });
});

test("99 levels of indentation are enough", () => {
  const nested = (depth: number): string =>
    `${Array.from({ length: depth }, (_, i) => `${" ".repeat(i)}if x:\n`).join("")}${" ".repeat(depth)}pass\n`;
  expect(() => parse(nested(99))).not.toThrow();
  expect(errorOf(nested(100))).toMatchObject({ type: "IndentationError", message: "too many levels of indentation" });
});

test("f-strings nest to CPython's limit of 149", () => {
  const nested = (depth: number): string => `${"f'{".repeat(depth)}1${"}'".repeat(depth)}`;
  expect(() => parse(nested(149))).not.toThrow();
  expect(errorOf(nested(150)).message).toBe("too many nested f-strings or t-strings");
});

test("an error deep inside brackets is still reported, if not always as well as CPython does", () => {
  expect(errorOf(`${"(".repeat(30)}a b${")".repeat(30)}`).message).toBe("invalid syntax. Perhaps you forgot a comma?");
  expect(errorOf(`${"[".repeat(190)}a b${"]".repeat(190)}`)).toMatchObject({ lineno: 1, offset: 193 });
});
