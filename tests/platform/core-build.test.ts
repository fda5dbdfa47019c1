import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildCore, staleArtefacts, testProject } from "../../native/build/build-core.ts";
import { ARCHS, haveToolchain, root } from "../../native/build/toolchain.ts";
import { parseImage, relocateData } from "../../src/platform/core-image.ts";

describe.skipIf(!haveToolchain())("the core build", () => {
  let folder: string;
  beforeEach(() => {
    mkdirSync(join(root, ".cache"), { recursive: true });
    folder = mkdtempSync(join(root, ".cache", "core-build-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    const cached = join(root, ".cache", "native");
    for (const name of readdirSync(cached, { recursive: true, encoding: "utf8" }))
      if (name.includes(basename(folder))) rmSync(join(cached, name));
  });

  const build = (files: Record<string, string>, debug = false) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const sources = relative(root, folder);
    return buildCore({ sources, output: `${sources}/out`, layout: `${sources}/out/layout.ts` }, ARCHS, debug);
  };
  const head = '#include "core_build.h"\n';

  test("makes what is committed for the tests' core", async () => {
    const { files } = await buildCore(testProject, ARCHS, false);
    expect(files.size).toBe(5);
    expect(staleArtefacts(files)).toEqual([]);
  });

  test("lists writable data by symbol", async () => {
    const source = `${head}static int hits; int table[4] = {1};\nCORE_EXPORT int f(int i) { hits++; return table[i & 3]++ + hits; }`;
    await expect(build({ "state.c": source })).rejects.toThrow(
      /no writable data[\s\S]*table \(16 bytes in \.data\)[\s\S]*hits \(4 bytes in \.bss\)/,
    );
  });

  test("names undefined functions", async () => {
    const source = `${head}extern int missing(int);\nCORE_EXPORT int f(int i) { return missing(i); }`;
    await expect(build({ "calls.c": source })).rejects.toThrow(/undefined symbol: missing/);
  });

  test("gives the compiler's words for every broken file", async () => {
    const broken = build({ "a.c": "int f(void) { return x; }", "sub/b.c": "int g(void) { return y; }" });
    await expect(broken).rejects.toThrow(/a\.c:1:\d+: error: [\s\S]*'x'[\s\S]*b\.c:1:\d+: error: [\s\S]*'y'/);
  });

  test("exports what is marked, imports what is used, relocates pointers", async () => {
    const source = `${head}HOST_FUNCTION(double, floor, (double));
      HOST_FUNCTION(double, ceil, (double));
      static double one(double x) { return host_floor(x); }
      CORE_EXPORT double (*const functions[])(double) = {one, one};
      double hidden(double x) { return x; }
      CORE_EXPORT double f(double x) { return functions[0](x) + hidden(x); }`;
    const { images } = await build({ "main.c": source });
    for (const arch of ARCHS) {
      const image = images.get(arch);
      expect(image?.entries).toEqual(["f", "functions"]);
      expect(image?.imports).toEqual(["floor"]);
      const parsed = parseImage(image?.bin as Uint8Array);
      const base = 0x7654_3210_0000;
      const data = relocateData(parsed, base, [0x1234_5678_9abc]);
      const view = new DataView(data.buffer);
      const table = (parsed.entries.functions as number) - parsed.dataOffset;
      const one = Number(view.getBigUint64(table, true));
      expect(one).toBeGreaterThanOrEqual(base);
      expect(one).toBeLessThan(base + parsed.text.length);
      expect(view.getBigUint64(table + 8, true)).toBe(BigInt(one));
      expect(view.getBigUint64(parsed.imports[0]?.[1] as number, true)).toBe(0x1234_5678_9abcn);
    }
  });

  test("writes layouts once for both architectures", async () => {
    const layout = `${head}typedef struct P { char c; double d; short s[3]; } P;
      LAYOUT_STRUCT(P); LAYOUT_FIELD(P, d); LAYOUT_FIELD_AS(P, s, words); LAYOUT_CONST(sizeof(P)); LAYOUT_CONST_AS(-1ll << 60, LOW);`;
    const { files } = await build({ "main.c": `${head}CORE_EXPORT int f(void) { return 1; }`, "layout.c": layout });
    const text = Buffer.from(files.get(`${relative(root, folder)}/out/layout.ts`) as Uint8Array).toString();
    expect(text).toContain("P: { size: 24, d: 8, words: 16 },");
    expect(text).toContain("P: { d: 8, words: 6 },");
    expect(text).toContain("LOW: -1152921504606846976n,");
    expect(text).toContain('export type CoreEntryName =\n  | "f";');
  });

  test("refuses layouts that differ between architectures, or twice the same name", async () => {
    const main = `${head}CORE_EXPORT int f(void) { return 1; }`;
    const differs = `${head}typedef struct P { long double x; char pad[
      #ifdef __x86_64__
      1
      #else
      999
      #endif
      ]; } P;\nLAYOUT_STRUCT(P);`;
    await expect(build({ "main.c": main, "layout.c": differs })).rejects.toThrow(/layouts differ between/);
    const twice = `${head}LAYOUT_CONST(5);\nLAYOUT_CONST(5);`;
    await expect(build({ "main.c": main, "layout.c": twice })).rejects.toThrow(/constant 5 twice/);
  });

  test("refuses a debug build whose structs differ", async () => {
    const main = `${head}CORE_EXPORT int f(void) { return 1; }`;
    const layout = `${head}typedef struct P { int a;
#ifdef KRAIT_DEBUG
      int extra;
#endif
      } P;\nLAYOUT_STRUCT(P);`;
    const { files } = await build({ "main.c": main, "layout.c": layout });
    const path = `${relative(root, folder)}/out/layout.ts`;
    mkdirSync(join(folder, "out"));
    writeFileSync(join(root, path), files.get(path) as Uint8Array);
    await expect(build({ "main.c": main, "layout.c": layout }, true)).rejects.toThrow(/differs from the debug build/);
  });

  test("compiles only what changed", async () => {
    const source = (n: number) => `#include "shared.h"\nCORE_EXPORT int f${n}(void) { return ${n}; }`;
    const files = { "shared.h": head, "a.c": source(1), "b.c": source(2) };
    expect((await build(files)).compiled).toBe(4);
    expect((await build(files)).compiled).toBe(0);
    expect((await build({ ...files, "b.c": source(2).replace("return 2", "return 3") })).compiled).toBe(2);
    expect((await build({ ...files, "shared.h": `${head}// changed\n` })).compiled).toBe(4);
  });
});
