// Runs bench/programs on Krait and on other Pythons, interleaved in one run so that they share the machine's moods,
// and prints how many times as fast Krait is: warm (in a process that has run the program before), the first run in a new
// process, and the whole process (start-up, compilation and one run).
//   npm run bench -- --against krait-off,python3.13,pypy3,c [--only fib,nbody] …     (--help says what else)
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
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
    help: { type: "boolean" },
  },
});

const HELP = `usage: npm run bench -- [programs] [option] …
Runs bench/programs on Krait and on other implementations, one after the other in each round, and compares times.

  --against LIST   comma-separated: krait-off, krait-on (Krait with its JIT off, on), krait-fresh (without what earlier runs of the
                   program have compiled, which krait has from its second process on), python3.13, pypy3, any command that runs
                   Python, c (bench/c with clang -O2, for the programs it has); default python3.13
  --base NAME      what the others are compared with; default krait
  --only LIST      these programs only
  --rounds N       processes of each kind for each program; default 3, the median counts
  --repeats N      runs in a warm process, of which the second half counts; default 5
  --jit=on|off     option for Krait
  --json FILE      all samples

Columns: warm ms, and for each of the others its warm ms and three ratios, how many times as fast the base is: warm, in the first run of a
new process (first), and for the whole process with start-up (process).
Other benchmarks: npm run bench -- everyday | startup | memory | vm-create | compile
`;
if (options.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

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

function runOnce([command = "", ...args]: readonly string[], repeats: number): Sample {
  const started = process.hrtime.bigint();
  const result = spawnSync(command, [...args, "-", String(repeats)], {
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

/** First runs in new processes. */
function firstNs(samples: Sample[]): number {
  return median(samples.map(({ iterationsNs }) => iterationsNs[0] ?? Number.NaN));
}

function wallNs(samples: Sample[]): number {
  return median(samples.map((sample) => sample.wallNs));
}

function measure(program: string, file: string, implementations: Implementation[]): Measured {
  const measured: Measured = { program, n: null, samples: {} };
  const commands = new Map<string, readonly string[]>();
  for (const { name, command, args, compile } of implementations) {
    const compiled = compile?.(program, dirname(file));
    if (compiled === null) continue; // there is nothing to run
    commands.set(name, compiled === undefined ? [command, ...args, file] : [compiled]);
    measured.samples[name] = { warm: [], cold: [], failure: null };
  }
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const [name, command] of commands) {
      const own = measured.samples[name]!;
      if (own.failure !== null) continue;
      try {
        own.cold.push(runOnce(command, 1));
        own.warm.push(runOnce(command, Number(options.repeats)));
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
for (const { name } of others) head.push(`${name} ms`, "warm", "first", "process");
const table = new Table({
  head,
  colAligns: head.map((_, i) => (i === 0 ? "left" : "right")),
  style: { head: [], border: [], compact: true },
});
const ratios: Record<string, { warm: number[]; first: number[]; process: number[] }> = {};
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
    const sampled = measured.samples[name];
    if (sampled === undefined) {
      row.push("", "", "", "");
      continue;
    }
    const { warm, cold, failure } = sampled;
    if (failure !== null) {
      row.push("failed", "", "", "");
      console.error(`${measured.program} on ${name}: ${failure}`);
      continue;
    }
    ratios[name] ??= { warm: [], first: [], process: [] };
    ratios[name].warm.push(warmNs(warm) / warmNs(own.warm));
    ratios[name].process.push(wallNs(cold) / wallNs(own.cold));
    ratios[name].first.push(firstNs(cold) / firstNs(own.cold));
    const last = [ratios[name].warm, ratios[name].first, ratios[name].process].map((list) => list.at(-1)!.toFixed(2));
    row.push(milliseconds(warmNs(warm)), ...last);
  }
  table.push(row);
}
const means = ["geometric mean", "", ""];
for (const { name } of others) {
  const own = ratios[name] ?? { warm: [], first: [], process: [] };
  means.push("", ...[own.warm, own.first, own.process].map((list) => geometricMean(list).toFixed(2)));
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
      { warm: geometricMean(own.warm), first: geometricMean(own.first), process: geometricMean(own.process) },
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
