import { describe, expect, test } from "vitest";
import type { ConstantValue, StrValue } from "../../src/syntax/ast.ts";
import { PySyntaxError } from "../../src/syntax/errors.ts";
import { type ParseOptions, parseModule } from "../../src/syntax/parse.ts";
import { setUnicodeNameLookup } from "../../src/syntax/unicode-names.ts";

const options: ParseOptions = { filename: "<test>" };

function literalValue(literal: string): ConstantValue {
  const { body } = parseModule(literal, { ...options, mode: "eval" });
  if (body.kind !== "Constant") throw new Error("not a constant");
  return body.value;
}

function errorOf(source: string, more: Partial<ParseOptions> = {}): PySyntaxError {
  try {
    parseModule(source, { ...options, ...more });
  } catch (error) {
    if (error instanceof PySyntaxError) return error;
    throw error;
  }
  throw new Error("parses");
}

describe("literals", () => {
  test("ints are numbers while that is exact", () => {
    expect(literalValue("9007199254740991")).toEqual({ type: "int", value: Number.MAX_SAFE_INTEGER });
    expect(literalValue("9007199254740992")).toEqual({ type: "int", value: 9007199254740992n });
    expect(literalValue("0xffff_ffff_ffff_ffff")).toEqual({ type: "int", value: 0xffff_ffff_ffff_ffffn });
    expect(literalValue("0B101")).toEqual({ type: "int", value: 5 });
    expect(literalValue("0_0")).toEqual({ type: "int", value: 0 });
  });

  test("4300 decimal digits are enough, hexadecimal ones have no limit", () => {
    expect(literalValue("9".repeat(4300))).toMatchObject({ type: "int" });
    expect(literalValue(`0x${"f".repeat(5000)}`)).toMatchObject({ type: "int" });
    expect(literalValue(`${"9".repeat(5000)}.0`)).toEqual({ type: "float", value: Number.POSITIVE_INFINITY });
    expect(errorOf("9".repeat(4301)).message).toMatch(/^Exceeds the limit \(4300 digits\).* value has 4301 digits; /);
  });

  test("lone surrogates stay apart", () => {
    expect(literalValue('"\\ud83d\\ude00"')).toEqual({ type: "str", value: "😀", points: [0xd83d, 0xde00] });
    expect(literalValue('"\\ud83d" "\\ude00"')).toEqual({ type: "str", value: "😀", points: [0xd83d, 0xde00] });
    expect(literalValue('"\\U0001f600😀"')).toEqual({ type: "str", value: "😀😀", points: null });
    expect(literalValue('"\\ude00\\ud83d"')).toEqual({ type: "str", value: "\ude00\ud83d", points: null });
  });

  test("\\N{…} asks the lookup, and says so when there is none", () => {
    setUnicodeNameLookup((name) => (name.toUpperCase() === "SNOWMAN" ? 0x2603 : null));
    expect((literalValue('"\\N{Snowman}!"') as StrValue).value).toBe("☃!");
    expect(errorOf('"\\N{SNOWWOMAN}"').message).toMatch(/unknown Unicode character name$/);
    setUnicodeNameLookup(null);
    expect(errorOf('"\\N{SNOWMAN}"').message).toMatch(/^krait has no table of Unicode names/);
  });
});

describe("a REPL learns whether more input could help", () => {
  const single = (source: string) => errorOf(source, { mode: "single" }).incomplete;

  test.each([
    "if x:\n",
    "def f(\n",
    "x = [1,\n",
    "'''abc\n",
    "x = \\\n",
    "@a\n",
    "try:\n  pass\n",
    "f'{x\n",
    "class A:\n",
  ])("yes: %j", (source) => {
    expect(single(source)).toBe(true);
  });

  test.each(["x y\n", "x = 'abc\n", "1 = x\n", "f(a b)\n", ")\n", "if x:\ny\n", "x = [1, 2 3\n", "a\nb\n"])(
    "no: %j",
    (source) => {
      expect(single(source)).toBe(false);
    },
  );

  test("blocks stay open until an empty line, if asked", () => {
    const open = "if x:\n  y";
    expect(parseModule(open, { ...options, mode: "single" }).body).toHaveLength(1);
    expect(errorOf(open, { mode: "single", dontImplyDedent: true }).incomplete).toBe(true);
    expect(parseModule(`${open}\n`, { ...options, mode: "single", dontImplyDedent: true }).body).toHaveLength(1);
  });
});

test("the mode decides what is read", () => {
  expect(parseModule("", options)).toEqual({ kind: "Module", body: [], type_ignores: [] });
  expect(parseModule("x\n", { ...options, mode: "single" }).kind).toBe("Interactive");
  expect(parseModule("x", { ...options, mode: "eval" }).kind).toBe("Expression");
  expect(errorOf("x\ny", { mode: "single" }).message).toBe(
    "multiple statements found while compiling a single statement",
  );
  expect(parseModule("x # c\n\n  # d", { ...options, mode: "single" }).body).toHaveLength(1);
});

test("names are normalised, keywords are not made of other letters", () => {
  const { body } = parseModule("ﬁ", { ...options, mode: "eval" });
  expect(body).toMatchObject({ kind: "Name", id: "fi", end_col_offset: 3 });
  expect(parseModule("𝐢𝐟", { ...options, mode: "eval" }).body).toMatchObject({ kind: "Name", id: "if" });
});

test("errors name the file", () => {
  expect(errorOf("x y", { filename: "a.py" }).filename).toBe("a.py");
});
