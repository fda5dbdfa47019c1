// Compiled code goes to the core as bytes: what the heap has then says the same as what the compiler had.
import { afterAll, describe, expect, test } from "vitest";
import type { CodeObject, Constant } from "../../src/bytecode/code.ts";
import { CodeFormatError, serialiseCode } from "../../src/bytecode/serialise.ts";
import { compileModule } from "../../src/compiler/compile.ts";
import { parseModule } from "../../src/syntax/parse.ts";
import { codeOf } from "../../src/vm/heap-code.ts";
import { readZip, STDLIB_ZIP } from "../syntax/zip.ts";
import { openDebugVm } from "./runtime.ts";

const source = String.raw`
"""Doc."""
x = [1.5, -0.0, 1e999, 2j, b"\x00\xff", "\ud800", "\ud83d\ude00", "é😀", "Ā", "", 2 ** 100, -5, ..., None, True]
y = [0x123456789abcdef0123456789abcdef, -(2 ** 63), 2 ** 47 - 1, 2 ** 47, -(2 ** 47), -(2 ** 47) - 1, 2 ** 51, -(2 ** 51), 2 ** 53, 2 ** 64]
def f(a, /, b=1, *c, d=(1, (2, "z")), **e):
    try:
        return a[1:2], a[1:2:3], {1, 2, 3}, a in {4, 5}
    finally:
        lambda: (a, f)
`;
const compiled = (text: string | Uint8Array, filename: string): CodeObject =>
  compileModule(parseModule(text, { filename }), { filename });
const code = compiled(source, "f.py");

const vm = openDebugVm();
const { heap } = vm.runtime.machine;
afterAll(() => vm.runtime.close());

/** The pool lets go what was made. */
const inPool = <T>(use: () => T): T => {
  const mark = heap.pool.length;
  try {
    return use();
  } finally {
    heap.release(mark);
  }
};
const readBack = (bytes: Uint8Array): CodeObject => inPool(() => codeOf(heap, vm.runtime.machine.loadCode(bytes)));
/** The heap has a set in its own order. */
const sorted = (constant: Constant): Constant => {
  switch (constant.type) {
    case "code":
      return { type: "code", code: ordered(constant.code) };
    case "tuple":
      return { type: "tuple", items: constant.items.map(sorted) };
    case "frozenset":
      return { type: "frozenset", items: constant.items.map(sorted).sort((a, b) => (shown(a) < shown(b) ? -1 : 1)) };
    default:
      return constant;
  }
};
const shown = (constant: Constant): string =>
  JSON.stringify(constant, (_, value) => (typeof value === "bigint" ? `${value}` : value));
const ordered = (c: CodeObject): CodeObject => ({ ...c, consts: c.consts.map(sorted) });

describe("a code object that the core has read", () => {
  test("is the compiler's", () => {
    expect(ordered(readBack(serialiseCode(code)))).toEqual(ordered(code));
    expect(vm.audit()).toBeUndefined();
  });
  test("is the compiler's for the standard library", { timeout: 180_000 }, async () => {
    for (const [name, text] of [...readZip(STDLIB_ZIP)].filter(([name]) => name.endsWith(".py"))) {
      if (name.length % 4 !== 0) continue; // a quarter of the files is enough
      const made = compiled(text, name);
      expect(ordered(readBack(serialiseCode(made)))).toEqual(ordered(made));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(vm.audit()).toBeUndefined();
  });
});

test("bytes that end too soon are refused, and nothing is left of what was made", () => {
  const bytes = serialiseCode(code);
  for (let length = 0; length < bytes.length; length++)
    expect(() => readBack(bytes.subarray(0, length))).toThrow(CodeFormatError);
  expect(vm.audit()).toBeUndefined();
});
