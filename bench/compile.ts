// What compiling costs: milliseconds for traces of about a hundred uops, the first of a process (V8 has only loaded the compiler), the next ones,
// and those after some hundred others. The targets: 2 ms cold, 0.3 ms warm. Compiled on the program's thread, so that nothing waits in between.
//   npm run bench -- compile [--rounds 5] [--functions 200]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { root } from "../tests/harness/root.ts";
import { median } from "./figures.ts";

const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, functions: { type: "string", default: "200" } },
});

/** A trace of `uops` took so many milliseconds. */
interface Compiled {
  readonly uops: number;
  readonly ms: number;
}

/** A loop over a list of objects with calls, attributes, tuples and numbers of both kinds; no two functions do the same. */
function functionNamed(i: number): string {
  const [p, q] = [(i % 7) + 2, (i % 5) + 3];
  const more = ["s += point.x * w", "s -= w / (y + 1.5)", "t, u = u, t + y", "s = step(s, w)"];
  const extra = more.filter((_, k) => (i >> k) & 1).map((line) => `        ${line}\n`);
  return `
def f${i}(points, n):
    s, t, u = 0.0, 0, 1
    i = 0
    while i < n:
        point = points[i % ${p}]
        w = point.x + ${q}
        y = point.y
        if y % ${q} == 1:
            y += i
        point.y = y & 1023
        s = step(s, w) * 0.5
        t += y // ${p}
${extra.join("")}        i += 1
    return s, t, u
`;
}

function programOf(count: number): string {
  const functions = Array.from({ length: count }, (_, i) => functionNamed(i));
  return `
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
def step(a, b):
    return a + b * 0.25 if a < 1e9 else b
${functions.join("")}
points = [Point(k + 0.5, k) for k in range(10)]
for f in [${Array.from({ length: count }, (_, i) => `f${i}`).join(", ")}]:
    f(points, 100_000)
`;
}

function compileAll(file: string): Compiled[] {
  const args = [join(root, "bin/krait.js"), "--jit-v", file];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`krait --jit-v: ${stderr}`);
  const line = /^\[jit\] trace \d+ .*: \d+ instructions, (\d+)(?:\+(\d+))? nodes, .* ([\d.]+) ms$/gm;
  const found = [...`${stdout}${stderr}`.matchAll(line)];
  return found.map(([, first, loop, ms]) => ({ uops: Number(first) + Number(loop ?? 0), ms: Number(ms) }));
}

const folder = mkdtempSync(join(tmpdir(), "krait-bench-"));
try {
  const file = join(folder, "program.py");
  writeFileSync(file, programOf(Number(options.functions)));
  const rounds = Array.from({ length: Number(options.rounds) + 1 }, () => compileAll(file)).slice(1);
  const table = new Table({
    head: ["traces of a process", "uops (median)", "ms (median)", "ms for 100 uops", "fastest"],
    style: { head: [], border: [] },
  });
  const parts: [string, (traces: Compiled[]) => Compiled[]][] = [
    ["the first", (traces) => traces.slice(0, 1)],
    ["the 2nd to 10th", (traces) => traces.slice(1, 10)],
    ["the last quarter", (traces) => traces.slice(-Math.ceil(traces.length / 4))],
  ];
  for (const [name, part] of parts) {
    const traces = rounds.flatMap(part);
    const per100 = traces.map(({ uops, ms }) => (ms * 100) / uops);
    table.push([
      name,
      median(traces.map(({ uops }) => uops)),
      median(traces.map(({ ms }) => ms)).toFixed(2),
      median(per100).toFixed(2),
      Math.min(...per100).toFixed(2),
    ]);
  }
  console.log(table.toString());
} finally {
  rmSync(folder, { recursive: true });
}
