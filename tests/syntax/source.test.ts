import { describe, expect, test } from "vitest";
import { PySyntaxError } from "../../src/syntax/errors.ts";
import { readSource } from "../../src/syntax/source.ts";

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const textOf = (source: string | Uint8Array): string => readSource(source, "<test>", false).text;

function errorOf(source: Uint8Array | string): PySyntaxError {
  try {
    readSource(source, "<test>", false);
  } catch (error) {
    if (error instanceof PySyntaxError) return error;
    throw error;
  }
  throw new Error("decodes");
}

describe("bytes are decoded", () => {
  test("as UTF-8 unless they say otherwise", () => {
    expect(textOf(Buffer.from("é = 'ü𝒙'"))).toBe("é = 'ü𝒙'");
    expect(textOf(Buffer.from("\ufeffx = 1"))).toBe("x = 1");
  });

  test.each([
    ["# coding: latin-1\n\xe9", "é"],
    ["# -*- coding: iso-8859-1 -*-\n\xe9", "é"],
    ["#!/usr/bin/python\n# vim: set fileencoding=Latin_1 :\n\xe9", "é"],
    ["\n# coding=iso-latin-1-unix\n\xe9", "é"],
    ["\f\t # coding:L1\n\xe9", "é"],
    ["# coding: cp1252\n\x80", "€"],
    ["# coding: koi8-r\n\xc1", "а"],
    ["# coding: utf8\n\xc3\xa9", "é"],
    ["# coding: utf-8-sig\n\xc3\xa9", "é"],
    ["# coding: us-ascii\nx", "x"],
  ])("by the cookie in %j", (source, last) => {
    expect(textOf(latin1(source)).split("\n").at(-1)).toBe(last);
  });

  test("by no cookie after the second line, nor after code", () => {
    expect(errorOf(latin1("\n\n# coding: latin-1\n\xe9")).message).toMatch(
      /^Non-UTF-8 code starting with '\\xe9' on line 4/,
    );
    expect(errorOf(latin1("x\n# coding: latin-1\n\xe9")).message).toMatch(/on line 3/);
  });
});

test("a cookie in a string means nothing", () => {
  expect(textOf("# coding: nothing\nx")).toBe("# coding: nothing\nx");
});

test("newlines become \\n, and one is added if asked for", () => {
  expect(textOf("a\r\nb\rc\n")).toBe("a\nb\nc\n");
  expect(readSource("a", "<test>", true).text).toBe("a\n");
  expect(readSource("", "<test>", true).text).toBe("\n");
});

test("ASCII is known as such", () => {
  expect(readSource("a", "f", true).isAscii).toBe(true);
  expect(readSource("ä", "f", true).isAscii).toBe(false);
  expect(readSource(Buffer.from("a"), "f", true).isAscii).toBe(true);
  expect(readSource(Buffer.from("# coding: utf-8\na"), "f", true).isAscii).toBe(true);
  expect(readSource(Buffer.from("ä"), "f", true).isAscii).toBe(false);
  expect(readSource(latin1("# coding: latin-1\n\xe4"), "f", true).isAscii).toBe(false);
  expect(readSource(Buffer.from("\ufeffa"), "f", true).isAscii).toBe(true);
});

test("a view into a larger buffer is read as far as it goes", () => {
  const bytes = Buffer.from("xxab = 1yy");
  expect(textOf(new Uint8Array(bytes.buffer, bytes.byteOffset + 2, 6))).toBe("ab = 1");
});
