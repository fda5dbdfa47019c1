import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dumpAst } from "../../src/dump/ast.ts";
import { parseModule } from "../../src/syntax/parse.ts";
import { readZip, STDLIB_ZIP } from "./zip.ts";

interface Expected {
  python: string;
  files: Record<string, string>;
}
const expected = JSON.parse(readFileSync(new URL("stdlib-ast.json", import.meta.url), "utf8")) as Expected;

describe("the standard library", () => {
  const sources = [...readZip(STDLIB_ZIP)].filter(([name]) => name.endsWith(".py"));

  test("is all there", () => {
    expect(sources.map(([name]) => name).sort()).toEqual(Object.keys(expected.files).sort());
    expect(sources.length).toBeGreaterThanOrEqual(559);
  });

  test("parses to CPython's trees, positions included, in every file", { timeout: 120_000 }, () => {
    const wrong: string[] = [];
    for (const [name, source] of sources) {
      const text = dumpAst(parseModule(source, { filename: name }), { indent: null, attributes: true });
      const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
      if (hash !== expected.files[name]) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });
});
