// format() and repr() of numbers and text against CPython: data/format-cases.json holds [kind, value, specification, text or [type, message]]
// as CPython 3.13 answered (floats as float.hex; kinds f, i, c, s and r for repr).
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CoreConst } from "../../src/heap/generated/layout.ts";
import { PyError } from "../../src/heap/py-error.ts";
import { reprFloat } from "../../src/host/format/float-text.ts";
import { formatComplex, formatFloat, formatInt, formatStr, parseSpec } from "../../src/host/format/spec.ts";
import { hexFloat, parseHexFloat, roundTo } from "../../src/host/types/numbers.ts";

type Case = [kind: string, value: string | [string, string], spec: string, expected: string | [string, string]];
const cases = JSON.parse(readFileSync(new URL("data/format-cases.json", import.meta.url), "utf8")) as Case[];

function nameOf(type: number): string {
  const row = Object.entries(CoreConst).find(([key, value]) => key.startsWith("EXC_") && value === type);
  return row ? row[0].slice(4) : `type ${type}`;
}

function answer([kind, value, spec]: Case): string | [string, string] {
  try {
    const text = value as string;
    if (kind === "r") return reprFloat(parseHexFloat(text));
    if (kind === "f") return formatFloat(parseHexFloat(text), parseSpec(spec, "float", true));
    if (kind === "i") return formatInt(BigInt(text), parseSpec(spec, "int", true), "int");
    if (kind === "s") return formatStr(text, parseSpec(spec, "str", false));
    return formatComplex(parseHexFloat(value[0]!), parseHexFloat(value[1]!), parseSpec(spec, "complex", true));
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return [nameOf(error.type), String(error.args[0])];
  }
}

test("there are cases of every kind", () => {
  expect(new Set(cases.map(([kind]) => kind))).toEqual(new Set(["f", "i", "c", "s", "r"]));
  expect(cases.length).toBeGreaterThan(900);
});

test("every case is as CPython has it", () => {
  const wrong = cases.filter((c) => JSON.stringify(answer(c)) !== JSON.stringify(c[3]));
  expect(wrong.map((c) => [...c, answer(c)])).toEqual([]);
});

test("hexadecimal floats survive both ways", () => {
  for (const x of [0, -0, 1, 0.1, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, -123.456])
    expect(Object.is(parseHexFloat(hexFloat(x)), x)).toBe(true);
});

test("rounding looks at the exact value, ties go to the even digit", () => {
  expect(roundTo(2.675, 2)).toBe(2.67);
  expect(roundTo(0.125, 2)).toBe(0.12);
  expect(roundTo(-25, -1)).toBe(-20);
  expect(Object.is(roundTo(-0.04, 1), -0)).toBe(true);
});
