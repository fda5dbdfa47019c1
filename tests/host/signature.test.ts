// The binder: what host functions get, and how CPython words what it refuses.
import { expect, test } from "vitest";
import { PyError } from "../../src/heap/py-error.ts";
import { bindArguments, parseSignature } from "../../src/vm/signature.ts";

function callee(name: string, text: string) {
  return { name, qualname: name, signature: parseSignature(text), isWrapper: false };
}
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof PyError) return String(error.args[0]);
    throw error;
  }
  return "accepted";
}

test("arguments come in the order of the parameters; what is left out is undefined", () => {
  const f = callee("f", "(a, b=1, /, *rest, key=None, **others)");
  expect(bindArguments(f, [10], undefined)).toEqual([10, undefined, [], undefined, new Map()]);
  const named = new Map([
    ["key", 7],
    ["x", 8],
  ]);
  expect(bindArguments(f, [10, 11, 12, 13], named)).toEqual([10, 11, [12, 13], 7, new Map([["x", 8]])]);
});

test("refusals read as CPython's", () => {
  const one = callee("len", "(obj, /)");
  expect(refusal(() => bindArguments(one, [], undefined))).toBe("len() takes exactly one argument (0 given)");
  const none = callee("str.isdigit", "($self, /)");
  expect(refusal(() => bindArguments(none, [1, 2], undefined))).toBe("str.isdigit() takes no arguments (1 given)");
  const two = callee("hasattr", "(obj, name, /)");
  expect(refusal(() => bindArguments(two, [1], undefined))).toBe("hasattr expected 2 arguments, got 1");
  const most = callee("input", "(prompt='', /)");
  expect(refusal(() => bindArguments(most, [1, 2], undefined))).toBe("input expected at most 1 argument, got 2");
  expect(refusal(() => bindArguments(one, [1], new Map([["k", 1]])))).toBe("len() takes no keyword arguments");
  const keyed = callee("round", "(number, ndigits=None)");
  expect(refusal(() => bindArguments(keyed, [], undefined))).toBe("round() missing required argument 'number' (pos 1)");
  expect(refusal(() => bindArguments(keyed, [1], new Map([["number", 2]])))).toBe(
    "argument for round() given by name ('number') and position (1)",
  );
  expect(refusal(() => bindArguments(keyed, [1], new Map([["bad", 2]])))).toBe(
    "round() got an unexpected keyword argument 'bad'",
  );
});

test("a signature that is none is a mistake in a table, not a Python error", () => {
  expect(() => parseSignature("a, b").parameters).toThrow("bad signature");
});
