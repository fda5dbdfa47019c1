import { describe, expect, test } from "vitest";
import { allCode, type CodeObject } from "../../src/bytecode/code.ts";
import { verify } from "../../src/bytecode/verify.ts";
import { compileModule } from "../../src/compiler/compile.ts";
import { parseModule } from "../../src/syntax/parse.ts";
import { readZip, STDLIB_ZIP } from "../syntax/zip.ts";

/** Lets the test runner's messages through. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("every file of the standard library", () => {
  const sources = [...readZip(STDLIB_ZIP)].filter(([name]) => name.endsWith(".py"));
  const compiled = new Map<string, CodeObject>();

  test("is here", () => {
    expect(sources.length).toBeGreaterThanOrEqual(559);
  });

  test("compiles", { timeout: 180_000 }, async () => {
    let compileMs = 0;
    for (const [name, source] of sources) {
      const tree = parseModule(source, { filename: name });
      const start = performance.now();
      compiled.set(name, compileModule(tree, { filename: name }));
      compileMs += performance.now() - start;
      await breathe();
    }
    const codes = [...compiled.values()].flatMap((code) => [...allCode(code)]);
    const words = codes.reduce((sum, code) => sum + code.words.length / 2, 0);
    console.log(`${sources.length} files, ${codes.length} code objects, ${words} words: ${compileMs.toFixed(0)} ms`);
    expect(codes.length).toBeGreaterThan(18_000);
  });

  test("passes the verifier", { timeout: 180_000 }, async () => {
    for (const code of compiled.values()) {
      verify(code);
      await breathe();
    }
    expect(compiled.size).toBe(sources.length);
  });
});
