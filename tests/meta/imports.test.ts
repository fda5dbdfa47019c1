// The layers of src: data goes down, interfaces go up. The table is the rule ("Who may import whom"); types count too.
import { expect, test } from "vitest";
import { readSources } from "./sources.ts";

/** For each folder of src: the folders (or single files) it may import besides itself. */
const MAY_IMPORT: Record<string, string[]> = {
  util: [],
  syntax: ["util"],
  bytecode: ["util"],
  heap: ["util"],
  platform: ["util"],
  compiler: ["util", "syntax", "bytecode"],
  vm: ["util", "bytecode", "heap", "platform"],
  host: ["util", "bytecode", "heap", "vm"],
  modules: ["util", "bytecode", "heap", "vm", "host"],
  "front-end": ["util", "syntax", "bytecode", "compiler", "heap", "vm"],
  jit: ["util", "bytecode", "heap", "platform", "vm/tier.ts"],
  dump: ["util", "syntax", "bytecode", "compiler", "heap", "vm", "jit"],
  library: ["util", "heap", "platform", "vm", "host", "modules", "runtime.ts"],
  cli: ["util", "heap", "front-end", "platform", "vm", "host", "modules", "jit", "dump", "runtime.ts"],
};

/** Files directly in src, which stand above the layers. */
const ABOVE: Record<string, RegExp> = {
  "config.ts": /^(util\/|bytecode\/|platform\/platform\.ts$)/,
  "runtime.ts": /^(?!dump\/|cli|index)/,
  "index.ts": /^(?!dump\/|cli)/,
};

const sources = readSources("src");

function layerOf(path: string): string {
  const parts = path.split("/");
  return parts.length > 2 ? parts[1]! : "";
}

/** What is wrong with an import from one file of src to another; null where it is allowed. */
function judgeImport(from: string, to: string): string | null {
  const target = to.slice("src/".length);
  const layer = layerOf(from);
  if (layer === "") {
    const name = from.slice("src/".length);
    if (name.startsWith("cli")) return null;
    const rule = ABOVE[name];
    if (!rule) return `${from} is not a file this rule knows`;
    return rule.test(target) ? null : `${from} may not import ${to}`;
  }
  const allowed = MAY_IMPORT[layer];
  if (!allowed) return `src/${layer} is not a layer this rule knows`;
  if (layerOf(to) === layer || target === "config.ts") return null;
  if (allowed.includes(target) || allowed.includes(layerOf(to))) return null;
  return `${from} may not import ${to}`;
}

test("the rule tells right from wrong", () => {
  expect(judgeImport("src/vm/machine.ts", "src/heap/heap.ts")).toBeNull();
  expect(judgeImport("src/vm/machine.ts", "src/jit/record.ts")).not.toBeNull();
  expect(judgeImport("src/vm/machine.ts", "src/compiler/unit.ts")).not.toBeNull();
  expect(judgeImport("src/jit/ir.ts", "src/vm/tier.ts")).toBeNull();
  expect(judgeImport("src/jit/ir.ts", "src/vm/machine.ts")).not.toBeNull();
  expect(judgeImport("src/syntax/lexer.ts", "src/bytecode/code.ts")).not.toBeNull();
  expect(judgeImport("src/runtime.ts", "src/jit/tier.ts")).toBeNull();
  expect(judgeImport("src/index.ts", "src/dump/ast.ts")).not.toBeNull();
});

test("no layer imports one above it", () => {
  expect(sources.length).toBeGreaterThan(10);
  const wrong: string[] = [];
  for (const { path, imports } of sources) {
    if (path.endsWith(".test.ts")) continue;
    for (const to of imports) {
      if (!to.startsWith("src/")) continue;
      const verdict = judgeImport(path, to);
      if (verdict) wrong.push(verdict);
    }
  }
  expect(wrong).toEqual([]);
});

test("relative imports name a file, with its extension", () => {
  const wrong: string[] = [];
  for (const { path, imports } of sources) {
    for (const to of imports) {
      if (/^(src|native|stencils|tests)\//.test(to) && !/\.(ts|mjs|json|js)$/.test(to)) wrong.push(`${path}: ${to}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("src imports no test, bench or build code", () => {
  const wrong = sources.flatMap(({ path, imports }) =>
    imports.filter((to) => /^(tests|bench|scripts)\//.test(to)).map((to) => `${path}: ${to}`),
  );
  expect(wrong).toEqual([]);
});
