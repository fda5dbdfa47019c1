import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CodeFlag, type CodeObject, parameterCount } from "../../src/bytecode/code.ts";
import { decode } from "../../src/bytecode/decode.ts";
import { lineEntries } from "../../src/bytecode/line-table.ts";
import { compileModule } from "../../src/compiler/compile.ts";
import { parseModule } from "../../src/syntax/parse.ts";
import { readZip, STDLIB_ZIP } from "../syntax/zip.ts";

// Kinds of instruction whose places are the same as CPython's, one by one. Left out are those that the two compilers need in different
// places without a difference to be seen: FOR_ITER (CPython runs `any(…)` of a generator in place), unpacking of what was just packed,
// extending what could be built at once, and the deletions at the end of `except … as`.
const KINDS: Record<string, string> = {};
for (const [kind, names] of Object.entries({
  call: "CALL CALL_METHOD CALL_KW CALL_METHOD_KW CALL_EX",
  attribute: "GETATTR LOAD_METHOD LOAD_SUPER_ATTR LOAD_SUPER_METHOD",
  "set attribute": "SETATTR",
  "delete attribute": "DELATTR",
  item: "GETITEM",
  "set item": "SETITEM",
  "delete item": "DELITEM",
  binary: "BINARY BINARY_K",
  compare: "COMPARE COMPARE_K JUMP_CMP JUMP_CMP_K",
  contains: "CONTAINS JUMP_CONTAINS",
  iter: "GET_ITER",
  raise: "RAISE",
  import: "IMPORT_NAME",
  "import from": "IMPORT_FROM",
  global: "LOAD_GLOBAL LOAD_NAME",
  special: "LOAD_SPECIAL",
  send: "SEND",
  awaitable: "GET_AWAITABLE",
  yield: "YIELD",
  format: "FORMAT_VALUE FORMAT_SPEC CONVERT",
  merge: "DICT_MERGE",
  unary: "NEGATE INVERT POSITIVE",
  matches: "EXC_MATCH EXC_GROUP_MATCH",
  "match class": "MATCH_CLASS",
  "match keys": "MATCH_KEYS",
  anext: "GET_ANEXT",
  aiter: "GET_AITER",
  "yield from": "GET_YIELD_FROM_ITER",
  free: "LOAD_CELL LOAD_FREE LOAD_CLASS_FREE LOAD_DICT_OR_FREE",
})) {
  for (const name of names.split(" ")) KINDS[name] = kind;
}

const FLAGS =
  CodeFlag.OPTIMIZED |
  CodeFlag.NEWLOCALS |
  CodeFlag.VARARGS |
  CodeFlag.VARKEYWORDS |
  CodeFlag.NESTED |
  CodeFlag.GENERATOR |
  CodeFlag.COROUTINE |
  CodeFlag.ASYNC_GENERATOR |
  CodeFlag.FUTURE_ANNOTATIONS |
  CodeFlag.HAS_DOCSTRING |
  CodeFlag.METHOD;

function describe(code: CodeObject, lines: Set<string>): void {
  const parameters = parameterCount(code);
  const cellRegisters = new Set(code.cellLocals);
  const isFunction = (code.flags & CodeFlag.OPTIMIZED) !== 0;
  const cells =
    code.name === "<module>" ? [] : [...new Set(code.cellLocals.map((register) => code.localNames[register]!))].sort();
  const variables = code.localNames.filter(
    (name, i) => (i < parameters || !cellRegisters.has(i)) && !cells.includes(name) && !name.startsWith("."),
  );
  const doc = code.flags & CodeFlag.HAS_DOCSTRING ? code.doc?.value : null;
  lines.add(
    JSON.stringify([
      code.qualname,
      code.firstLine,
      code.argCount,
      code.posOnlyCount,
      code.kwOnlyCount,
      isFunction ? [...new Set(variables)] : [],
      cells,
      code.freeNames,
      code.flags & FLAGS,
      doc,
    ]),
  );
  const entries = [...lineEntries(code.lineTable, code.firstLine)];
  let i = 0;
  for (const instr of decode(code)) {
    while (instr.at >= entries[i]!.end) i++;
    const kind = KINDS[instr.name];
    if (kind === undefined) continue;
    const at = entries[i]!.location;
    lines.add(JSON.stringify([code.qualname, kind, at?.line, at?.column, at?.endLine, at?.endColumn]));
  }
  for (const constant of code.consts) if (constant.type === "code") describe(constant.code, lines);
}

/** Lets the test runner's messages through. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const expected = JSON.parse(readFileSync(new URL("stdlib-code.json", import.meta.url), "utf8")) as {
  files: Record<string, string>;
};

test("code objects of the standard library have CPython's names, variables, flags and places", {
  timeout: 180_000,
}, async () => {
  const wrong: string[] = [];
  let count = 0;
  for (const [name, source] of readZip(STDLIB_ZIP)) {
    if (!name.endsWith(".py")) continue;
    count++;
    await breathe();
    const lines = new Set<string>();
    describe(compileModule(parseModule(source, { filename: name }), { filename: name }), lines);
    const hash = createHash("sha256")
      .update([...lines].sort().join("\n"))
      .digest("hex")
      .slice(0, 16);
    if (hash !== expected.files[name]) wrong.push(name);
  }
  expect(count).toBe(Object.keys(expected.files).length);
  expect(wrong).toEqual([]);
});
