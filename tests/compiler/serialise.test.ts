import { describe, expect, test } from "vitest";
import { CodeFormatError, deserialiseCode, serialiseCode } from "../../src/bytecode/serialise.ts";
import { compileModule } from "../../src/compiler/compile.ts";
import { parseModule } from "../../src/syntax/parse.ts";

const source = String.raw`
"""Doc."""
x = [1.5, -0.0, 1e999, 2j, b"\x00\xff", "\ud800", "\ud83d\ude00", "é😀", 2 ** 100, -5, ..., None, True]
y = 0x123456789abcdef0123456789abcdef
def f(a, /, b=1, *c, d=(1, (2, "z")), **e):
    try:
        return a[1:2], {1, 2, 3}, a in {4, 5}
    finally:
        lambda: a
`;
const code = compileModule(parseModule(source, { filename: "f.py" }), { filename: "f.py" });

describe("a code object written and read", () => {
  test("is the same", () => {
    expect(deserialiseCode(serialiseCode(code))).toEqual(code);
  });

  test("is read from the middle of a buffer too", () => {
    const bytes = serialiseCode(code);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(deserialiseCode(shifted.subarray(3))).toEqual(code);
  });
});

describe("refused with CodeFormatError:", () => {
  const bytes = serialiseCode(code);
  const changed = (at: number, value: number): Uint8Array => {
    const copy = bytes.slice();
    copy[at] = value;
    return copy;
  };
  test("nothing, and text", () => {
    expect(() => deserialiseCode(new Uint8Array())).toThrow(CodeFormatError);
    expect(() => deserialiseCode(new TextEncoder().encode("import this\nprint(1)\n"))).toThrow(CodeFormatError);
  });
  test("another version", () => {
    expect(() => deserialiseCode(changed(4, 99))).toThrow("another version");
    expect(() => deserialiseCode(changed(6, bytes[6]! ^ 1))).toThrow("another version");
  });
  test("a file cut off anywhere", () => {
    for (let length = 0; length < bytes.length; length += 7) {
      expect(() => deserialiseCode(bytes.subarray(0, length))).toThrow(CodeFormatError);
    }
  });
  test("a byte changed anywhere", () => {
    for (let at = 8; at < bytes.length; at += 5) {
      expect(() => deserialiseCode(changed(at, bytes[at]! ^ 0x10))).toThrow(CodeFormatError);
    }
  });
});
