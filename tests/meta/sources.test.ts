// What must not appear in sources, whatever a linter thinks.
import { expect, test } from "vitest";
import { codeOf, readSources } from "./sources.ts";

const sources = readSources("src").filter(({ path }) => !path.endsWith(".test.ts"));

function offenders(pattern: RegExp, exempt: RegExp): string[] {
  return sources.filter(({ path, text }) => !exempt.test(path) && pattern.test(codeOf(text))).map(({ path }) => path);
}

test("comments and strings are not code", () => {
  expect(codeOf('a // process.env\nb "process.argv" /* enum X {} */ c')).not.toMatch(/process|enum/);
  expect(codeOf("x = process.env.HOME")).toMatch(/process\.env/);
});

test("only config.ts and the command line read the environment and the arguments", () => {
  expect(offenders(/\bprocess\s*\.\s*(env|argv)\b/, /^src\/(config|cli[^/]*|cli\/.*)(\.ts)?$/)).toEqual([]);
});

test("no enum, no namespace, no parameter property", () => {
  expect(offenders(/^\s*(export\s+)?(declare\s+)?(const\s+)?enum\s+\w/m, /^$/)).toEqual([]);
  expect(offenders(/^\s*(export\s+)?(declare\s+)?(namespace|module)\s+\w+\s*\{/m, /^$/)).toEqual([]);
  expect(offenders(/constructor\s*\((?:[^)]*,)?\s*(public|private|protected|readonly)\s/, /^$/)).toEqual([]);
});

test("file names are lower case with dashes", () => {
  const wrong = sources.filter(({ path }) => !/^[a-z0-9./-]+$/.test(path)).map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("only src/index.ts re-exports others' names wholesale", () => {
  const barrels = sources
    .filter(({ path, text }) => path !== "src/index.ts" && /^\s*export\s+\*\s/m.test(codeOf(text)))
    .map(({ path }) => path);
  expect(barrels).toEqual([]);
});

// Not a failure: the list is for the one who asks which file wants splitting.
test("files of more than 500 lines are listed", () => {
  const long = sources
    .filter(({ path }) => !path.includes("/generated/"))
    .map(({ path, text }) => ({ path, lines: text.split("\n").length }))
    .filter(({ lines }) => lines > 500)
    .sort((a, b) => b.lines - a.lines);
  for (const { path, lines } of long) console.warn(`${path}: ${lines} lines (look for the second noun at 500)`);
  for (const { path, lines } of long) expect(lines, `${path} is a giant`).toBeLessThan(2000);
});
