// Runs bench/everyday, programs as people write them that take a tenth of a second to one, from start to end: a process each, as often as their users
// run them. What counts is the processor time of the whole process, start-up and compiling on all threads included. Interleaved, so that all share the
// machine's moods. Krait runs each as if for the first time, and once more with what its earlier runs have kept.
//   npm run bench -- everyday --against krait-off,python3.13,pypy3 [--only bank,sorts] [--rounds 5]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { root } from "../tests/harness/root.ts";
import { geometricMean, median } from "./figures.ts";
import { findImplementations } from "./implementation.ts";

const { values: options } = parseArgs({
  options: {
    against: { type: "string", default: "krait-off,python3.13" },
    only: { type: "string" },
    rounds: { type: "string", default: "5" },
    /** Runs that leave what the column `kept` runs with. */
    earlier: { type: "string", default: "4" },
  },
});

interface Runner {
  readonly name: string;
  readonly command: readonly string[];
  /** KRAIT_CACHE, for those that are Krait. */
  readonly cache: string | undefined;
  /** What earlier runs have kept of programs is taken away before each run. */
  readonly isFirst: boolean;
}

interface Run {
  readonly processorMs: number;
  readonly output: string;
}

// With it Node reads all certificates of the machine before anything else.
const { NODE_EXTRA_CA_CERTS: _certificates, ...environment } = process.env;
/** The shell says what time its command has taken of the processor, to the millisecond. */
const TIMED = 'TIMEFORMAT="%3U %3S"; time "$@" 2>/dev/null';

/** Undefined where it fails. */
function run(runner: Runner, file: string): Run | undefined {
  const { command, cache, isFirst } = runner;
  if (isFirst && cache !== undefined)
    for (const kind of ["programs", "traces"]) rmSync(join(cache, kind), { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync("bash", ["-c", TIMED, "bash", ...command, file], {
    encoding: "utf8",
    env: cache === undefined ? environment : { ...environment, KRAIT_CACHE: cache },
  });
  if (status !== 0) return undefined;
  const [user = 0, system = 0] = stderr.trim().split(" ").map(Number);
  return { processorMs: 1000 * (user + system), output: stdout };
}

const folder = mkdtempSync(join(tmpdir(), "krait-bench-"));
try {
  const [krait] = findImplementations("krait");
  if (krait === undefined) throw new Error("krait is needed: build it first");
  const others = findImplementations(options.against);
  const runnerOf = ({ name, command, args }: typeof krait, isFirst = true): Runner => ({
    name,
    command: [command, ...args],
    cache: name.startsWith("krait") ? join(folder, name) : undefined,
    isFirst,
  });
  const first = runnerOf(krait);
  const kept = runnerOf({ ...krait, name: "krait-kept" }, false);
  const runners = [first, kept, ...others.map((other) => runnerOf(other))];

  const wanted = options.only?.split(",");
  const programs = readdirSync(join(root, "bench/everyday"))
    .filter((name) => name.endsWith(".py") && (!wanted || wanted.includes(basename(name, ".py"))))
    .sort();
  if (programs.length === 0) throw new Error(`no program is called ${options.only}`);

  const table = new Table({
    head: ["program", "first ms", "kept ms", ...others.flatMap(({ name }) => [`${name} ms`, "first", "kept"])],
    style: { head: [], border: [], compact: true },
    colAligns: ["left"],
  });
  const ratios = others.map(() => ({ first: [] as number[], kept: [] as number[] }));
  for (const program of programs) {
    process.stderr.write(`${program} `);
    const file = join(root, "bench/everyday", program);
    const samples = new Map<Runner, number[]>(runners.map((runner) => [runner, []]));
    // Heap images and library code are there on a machine that has run anything before.
    for (const runner of runners) run(runner, file);
    for (let n = 1; n < Number(options.earlier); n++) run(kept, file);
    let output: string | undefined;
    for (let round = 0; round < Number(options.rounds); round++) {
      for (const runner of runners) {
        const done = run(runner, file);
        if (done === undefined) continue;
        samples.get(runner)?.push(done.processorMs);
        output ??= done.output;
        if (done.output !== output) console.error(`${program}: ${runner.name} prints something else than Krait`);
      }
    }
    const [firstMs = Number.NaN, keptMs = Number.NaN, ...otherMs] = runners.map((r) => median(samples.get(r) ?? []));
    const row = [basename(program, ".py"), firstMs.toFixed(0), keptMs.toFixed(0)];
    for (const [i, ms] of otherMs.entries()) {
      if (Number.isNaN(ms)) {
        row.push("failed", "", "");
        continue;
      }
      ratios[i]?.first.push(ms / firstMs);
      ratios[i]?.kept.push(ms / keptMs);
      row.push(ms.toFixed(0), (ms / firstMs).toFixed(2), (ms / keptMs).toFixed(2));
    }
    table.push(row);
  }
  process.stderr.write("\n");
  const means = ratios.flatMap((own) => ["", geometricMean(own.first).toFixed(2), geometricMean(own.kept).toFixed(2)]);
  table.push(["geometric mean", "", "", ...means]);
  console.log(table.toString());
  console.log(`Ratios: how many times as fast as ${others.map((o) => `${o.name} (${o.version})`).join(", ")}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
