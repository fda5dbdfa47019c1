// Lets CPython 3.14 write the expectations of the language tests and the output of the examples, so that none comes from anyone's memory.
//   (no option)  rewrites the comments of the programs
//   --check      changes nothing; fails where a program says something else than CPython does
//   --native     also runs a native CPython 3.13 and marks programs that behave differently there
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  neededPython,
  type Observation,
  observedExpectations,
  parseExpectations,
  writeExpectations,
} from "./expectations.ts";
import { findNativePython, type Oracle, observeNatively, startPyodide } from "./oracle.ts";
import { expectedOutputOf, findPrograms, type Program } from "./programs.ts";
import { root } from "./root.ts";
import { firstDifference } from "./verdict.ts";

/** Why a program's comments are not what the oracle saw; null where they are. */
export function disagreement(source: string, seen: Observation | null): string | null {
  if (seen === null) return null;
  const said = parseExpectations(source);
  const right = observedExpectations(seen, said.traceback !== null);
  if (seen.late.length > 0) return `prints while the module is torn down: ${seen.late[0]}`;
  if (said.stdout !== right.stdout) return firstDifference(right.stdout, said.stdout);
  if (said.raises !== right.raises) return `\n    program raises: ${said.raises}\n    CPython raises: ${right.raises}`;
  if (said.traceback !== right.traceback) return firstDifference(right.traceback ?? "", said.traceback ?? "");
  return null;
}

function update(oracle: Oracle, program: Program): boolean {
  const before = program.source;
  // Comments written into the program can show up in tracebacks: repeat until nothing changes.
  for (let round = 0; round < 4; round++) {
    const seen = oracle.observe(program);
    if (seen === null) return false;
    const next = writeExpectations(program.source, seen);
    if (next === program.source) break;
    program.source = next;
  }
  const wrong = disagreement(program.source, oracle.observe(program));
  if (wrong) throw new Error(`${program.path}: can't be written down: ${wrong}`);
  if (program.source === before) return false;
  writeFileSync(resolve(root, program.path), program.source);
  return true;
}

function markNativeDifferences(programs: Program[]): void {
  const python = findNativePython();
  if (!python) throw new Error("no native CPython 3.13 here");
  const seen = observeNatively(python, programs);
  for (const [i, program] of programs.entries()) {
    const wrong = disagreement(program.source, seen[i]!);
    const marked = neededPython(program.source) !== null;
    if (wrong && !marked) {
      console.log(`${program.path}: CPython 3.13 differs: ${wrong}`);
      const [title, ...rest] = program.source.split("\n");
      writeFileSync(resolve(root, program.path), [title, "# python: 3.14", ...rest].join("\n"));
    } else if (!wrong && marked) console.log(`${program.path}: needs no "# python:" line`);
  }
}

const options = process.argv.slice(2);
const paths = options.filter((option) => !option.startsWith("--"));
const programs = findPrograms(paths.length > 0 ? paths : undefined);
const started = performance.now();
const oracle = await startPyodide();
let changed = 0;
let failed = 0;
for (const program of programs) {
  if (options.includes("--trace")) console.log(program.path);
  if (options.includes("--check")) {
    const wrong = disagreement(program.source, oracle.observe(program));
    if (wrong) {
      failed++;
      console.log(`${program.path}: ${wrong}`);
    }
  } else {
    try {
      if (update(oracle, program)) changed++;
    } catch (error) {
      failed++;
      console.log(String(error));
    }
  }
}
for (const example of paths.length > 0 ? [] : findPrograms([join(root, "examples")])) {
  const seen = oracle.observe(example)!;
  const output = seen.lines.map(([, text]) => `${text}\n`).join("") + (seen.traceback ?? "");
  const expected = expectedOutputOf(example.path);
  if (options.includes("--check")) {
    if (existsSync(expected) && readFileSync(expected, "utf8") === output) continue;
    failed++;
    console.log(`${example.path}: ${expected} is not what CPython prints`);
  } else writeFileSync(expected, output);
}
if (options.includes("--native")) markNativeDifferences(programs);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${programs.length} programs, ${changed} rewritten, ${failed} wrong, CPython ${oracle.version}, ${seconds} s`,
);
process.exitCode = failed > 0 ? 1 : 0;
