// Runs random programs with hot loops with the JIT off and in each of its modes, under the count audit, and prints where they differ, shrunk.
// Usage: node tests/fuzz/run.mjs --jit [--seeds 0-2000] [--modes hottest,guards,on,kept] [--no-audit] [--keep folder] [--no-shrink] [--most 20] [--file program.py]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JitMode } from "../../src/config.ts";
import { generateHot } from "./hot/generate.ts";
import { readOptions } from "./options.ts";
import { difference, firstDifference, type Outcome } from "./outcome.ts";
import { kraitRunner, type Runner } from "./runner.ts";
import { shrink } from "./shrink.ts";

export const JIT_MODES: readonly JitMode[] = ["hottest", "guards", "on", "kept"];

/** The same program without the JIT and in each mode. */
export class JitComparison {
  readonly off: Runner;
  readonly modes: ReadonlyMap<JitMode, Runner>;

  constructor(bundle: string, modes: readonly JitMode[] = JIT_MODES, audit = true) {
    this.off = kraitRunner(bundle, audit, "off");
    this.modes = new Map(modes.map((mode) => [mode, kraitRunner(bundle, audit, mode)]));
  }

  /** The modes in which it does something else than without the JIT. */
  async differences(source: string, modes: readonly JitMode[] = [...this.modes.keys()]): Promise<Difference[]> {
    const [theirs, ...all] = await Promise.all(
      [this.off, ...modes.map((mode) => this.modes.get(mode) as Runner)].map((runner) => runner.run(source)),
    );
    // A program that fails without the JIT is the other fuzzer's.
    if (theirs === undefined || theirs.failure !== null) return [];
    return modes.flatMap((mode, i) => {
      const ours = all[i] as Outcome;
      const kind = difference(ours, theirs);
      return kind === null ? [] : [{ mode, kind, ours, theirs }];
    });
  }

  close(): void {
    this.off.close();
    for (const runner of this.modes.values()) runner.close();
  }
}

export interface Difference {
  readonly mode: JitMode;
  readonly kind: string;
  /** With the JIT, and without. */
  readonly ours: Outcome;
  readonly theirs: Outcome;
}

export async function mainJit(bundle: string, args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const { first, last, most, keep, file, audit, modes } = options;
  const comparison = new JitComparison(bundle, modes, audit ?? true);
  const seen = new Set<string>();
  let found = 0;
  let programs = 0;
  try {
    for (let seed = first; seed < last && found < most; seed++) {
      programs++;
      const source = file === undefined ? generateHot(seed) : readFileSync(file, "utf8");
      // The mode hottest each time, the others in turn.
      const tried = modes ?? ["hottest", seed % 2 === 0 ? "guards" : "on"];
      const differences = await comparison.differences(source, file === undefined ? tried : undefined);
      const shown = differences[0];
      if (shown === undefined) continue;
      found++;
      console.log(`--- seed ${seed}: ${differences.map(({ mode, kind }) => `${mode}: ${kind}`).join("; ")}`);
      console.log(explain(shown));
      if (!options.shrink || seen.has(shown.kind + shown.ours.failure?.slice(0, 200))) continue;
      if (shown.kind !== "output") seen.add(shown.kind + shown.ours.failure?.slice(0, 200));
      const small = await shrink(source, async (candidate) => {
        const again = await comparison.differences(candidate, [shown.mode]);
        return again[0]?.kind === shown.kind;
      });
      console.log(`shrunk:\n${small.replace(/^/gm, "    ").trimEnd()}`);
      if (keep !== undefined) {
        mkdirSync(keep, { recursive: true });
        writeFileSync(join(keep, `${seed}-${shown.mode}.py`), small);
      }
    }
  } finally {
    comparison.close();
  }
  console.log(`${programs} programs, ${found} differ`);
  return found === 0 ? 0 : 1;
}

function explain({ kind, ours, theirs }: Difference): string {
  if (kind === "output")
    return firstDifference(ours.stdout, theirs.stdout).replace("krait: ", "JIT:   ").replace("python:", "off:   ");
  if (kind === "exception") return `  JIT: ${ours.exception}\n  off: ${theirs.exception}`;
  return `  ${ours.failure?.slice(0, 1500).replaceAll("\n", "\n  ")}`;
}
