// Runs bench/programs on Krait and on other Pythons, interleaved in one run so that they share the machine's moods,
// and prints how many times as fast Krait is: warm (in a process that has run the program before) and whole process
// (start-up, compilation and one run).
//   npm run bench -- --against python3.13,pypy3 [--only fib,nbody] [--rounds 3] [--repeats 5] [--json file] [--jit=off]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { root } from "../tests/harness/root.ts";
import { geometricMean, median } from "./figures.ts";
import { findImplementations, type Implementation } from "./implementation.ts";

const { values: options } = parseArgs({
  options: {
    against: { type: "string", default: "python3.13" },
    base: { type: "string", default: "krait" },
    only: { type: "string" },
    rounds: { type: "string", default: "3" },
    repeats: { type: "string", default: "5" },
    json: { type: "string" },
    jit: { type: "string" },
  },
});

interface Sample {
  wallNs: number;
  iterationsNs: number[];
  checksum: string;
}

interface Measured {
  program: string;
  n: number | null;
  /** Per implementation: all samples, or why there are none. */
  samples: Record<string, { warm: Sample[]; cold: Sample[]; failure: string | null }>;
}

const LIMIT_MS = 300_000;

function runOnce(implementation: Implementation, file: string, repeats: number): Sample {
  const started = process.hrtime.bigint();
  const result = spawnSync(implementation.command, [...implementation.args, file, "-", String(repeats)], {
    encoding: "utf8",
    timeout: LIMIT_MS,
  });
  const wallNs = Number(process.hrtime.bigint() - started);
  if (result.error) throw result.error;
  if (result.status !== 0) {
    const why = result.stderr.trim().split("\n").at(-1) || `exit code ${result.status ?? result.signal}`;
    throw new Error(why);
  }
  const line = JSON.parse(result.stdout.trim().split("\n").at(-1)!);
  return { wallNs, iterationsNs: line.ns, checksum: line.checksum };
}

function warmNs(samples: Sample[]): number {
  return median(samples.map(({ iterationsNs }) => median(iterationsNs.slice(iterationsNs.length >> 1))));
}

function wallNs(samples: Sample[]): number {
  return median(samples.map((sample) => sample.wallNs));
}

function measure(program: string, file: string, implementations: Implementation[]): Measured {
  const measured: Measured = { program, n: null, samples: {} };
  for (const { name } of implementations) measured.samples[name] = { warm: [], cold: [], failure: null };
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const implementation of implementations) {
      const own = measured.samples[implementation.name]!;
      if (own.failure !== null) continue;
      try {
        own.cold.push(runOnce(implementation, file, 1));
        own.warm.push(runOnce(implementation, file, Number(options.repeats)));
      } catch (error) {
        own.failure = (error as Error).message;
      }
    }
  }
  return measured;
}

/** The implementations whose checksum is not the majority's (the base does not judge itself). */
function wrongChecksums(measured: Measured): string[] {
  const votes = new Map<string, string[]>();
  for (const [name, { warm, cold }] of Object.entries(measured.samples)) {
    for (const checksum of new Set([...warm, ...cold].map((sample) => sample.checksum)))
      votes.set(checksum, [...(votes.get(checksum) ?? []), name]);
  }
  if (votes.size <= 1) return [];
  const reference = [...votes].find(([, names]) => names.some((name) => name !== options.base))?.[0];
  return [...votes].filter(([checksum]) => checksum !== reference).flatMap(([, names]) => names);
}

const kraitOptions = options.jit ? [`--jit=${options.jit}`] : [];
const [base] = findImplementations(options.base, kraitOptions);
if (!base) throw new Error(`${options.base} is needed: build it first`);
const others = findImplementations(options.against, kraitOptions);
const implementations = [base, ...others];

const folder = mkdtempSync(join(tmpdir(), "krait-bench-"));
const runner = readFileSync(join(root, "bench/runner.py"), "utf8");
const wanted = options.only?.split(",");
const programs = readdirSync(join(root, "bench/programs"))
  .filter((name) => name.endsWith(".py") && (!wanted || wanted.includes(basename(name, ".py"))))
  .sort();
if (programs.length === 0) throw new Error(`no program is called ${options.only}`);

const results: Measured[] = [];
let failed = false;
try {
  for (const name of programs) {
    const file = join(folder, name);
    writeFileSync(file, `${readFileSync(join(root, "bench/programs", name), "utf8")}\n\n${runner}`);
    process.stderr.write(`${name} `);
    results.push(measure(basename(name, ".py"), file, implementations));
  }
  process.stderr.write("\n");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const milliseconds = (ns: number) => (ns / 1e6).toFixed(1);
const head = ["program", `${base.name} warm ms`, `${base.name} process ms`];
for (const { name } of others) head.push(`${name} warm ms`, "warm ratio", "process ratio");
const table = new Table({
  head,
  colAligns: head.map((_, i) => (i === 0 ? "left" : "right")),
  style: { head: [], border: [], compact: true },
});
const ratios: Record<string, { warm: number[]; process: number[] }> = {};
for (const measured of results) {
  const own = measured.samples[base.name]!;
  const wrong = wrongChecksums(measured);
  if (own.failure !== null || wrong.length > 0) failed = true;
  if (own.failure !== null) {
    table.push([measured.program, { content: `failed: ${own.failure}`, colSpan: head.length - 1, hAlign: "left" }]);
    continue;
  }
  if (wrong.includes(base.name)) {
    table.push([measured.program, { content: "WRONG CHECKSUM", colSpan: head.length - 1, hAlign: "left" }]);
    continue;
  }
  const row = [measured.program, milliseconds(warmNs(own.warm)), milliseconds(wallNs(own.cold))];
  for (const { name } of others) {
    const { warm, cold, failure } = measured.samples[name]!;
    if (failure !== null) {
      row.push("failed", "", "");
      console.error(`${measured.program} on ${name}: ${failure}`);
      continue;
    }
    ratios[name] ??= { warm: [], process: [] };
    ratios[name].warm.push(warmNs(warm) / warmNs(own.warm));
    ratios[name].process.push(wallNs(cold) / wallNs(own.cold));
    row.push(milliseconds(warmNs(warm)), ratios[name].warm.at(-1)!.toFixed(2), ratios[name].process.at(-1)!.toFixed(2));
  }
  table.push(row);
}
const means = ["geometric mean", "", ""];
for (const { name } of others) {
  const own = ratios[name] ?? { warm: [], process: [] };
  means.push("", geometricMean(own.warm).toFixed(2), geometricMean(own.process).toFixed(2));
}
table.push(means);
console.log(table.toString());
console.log(`Ratios: how many times as fast as ${others.map((o) => `${o.name} (${o.version})`).join(", ")}`);
console.log(
  `${base.name}: ${[base.version, ...kraitOptions].join(" ")}; Node ${process.version}; ${cpus()[0]?.model ?? "?"}`,
);

if (options.json) {
  const summary = Object.fromEntries(
    Object.entries(ratios).map(([name, own]) => [
      name,
      { warm: geometricMean(own.warm), process: geometricMean(own.process) },
    ]),
  );
  const report = {
    date: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, arch: process.arch },
    options: { rounds: Number(options.rounds), repeats: Number(options.repeats), krait: kraitOptions },
    implementations: implementations.map(({ name, version }) => ({ name, version })),
    geometricMeanRatios: summary,
    programs: results,
  };
  writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
}
process.exitCode = failed ? 1 : 0;
