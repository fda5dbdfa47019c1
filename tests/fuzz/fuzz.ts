// Runs random programs in Krait and in CPython and prints where they differ, shrunk.
// Usage: node tests/fuzz/run.mjs [--seeds 0-2000] [--audit] [--keep folder] [--no-shrink] [--most 20] [--file program.py] [--hot] [--jit …]
// With --hot the programs are those with hot loops.
// With --jit the programs have hot loops, and Krait is compared with itself: each mode of the JIT with the JIT off (fuzz-jit.ts).
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "./generate.ts";
import { generateHot } from "./hot/generate.ts";
import { type Options, readOptions } from "./options.ts";
import { difference, firstDifference, type Outcome } from "./outcome.ts";
import { kraitRunner, nativeRunner, pyodideRunner, type Runner } from "./runner.ts";
import { shrink } from "./shrink.ts";

/** What 3.13 and 3.14 word differently, brought to one form. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/0x[0-9a-f]{7,16}\b/g, "0x…"],
  [
    /(?:float divmod\(\)|(?:float|integer|complex) (?:division or modulo|division|modulo|floor division) by zero|integer modulo by zero)/g,
    "division by zero",
  ],
  [/list\.index\(x\): x not in list/g, "value is not in list"],
  [/ValueError(: |\(['"]|' ['"])[^\n]* is not in list/g, "ValueError$1value is not in list"],
  [/'(\w+)' object can't be awaited/g, "object $1 can't be used in 'await' expression"],
  [/is not a container or iterable/g, "is not iterable"],
  [/cannot use '[^']*' as a (?:dict key|set element) \(([^()]*)\)/g, "$1"],
];

/** Addresses differ from run to run, some messages from version to version. */
function normalised(outcome: Outcome): Outcome {
  const plain = (text: string): string => WORDINGS.reduce((now, [from, to]) => now.replace(from, to), text);
  return { ...outcome, stdout: plain(outcome.stdout), exception: outcome.exception && plain(outcome.exception) };
}

export async function compare(
  source: string,
  krait: Runner,
  python: Runner,
): Promise<{ kind: string | null; ours: Outcome; theirs: Outcome }> {
  const theirs = normalised(await python.run(source));
  const ours = normalised(await krait.run(source));
  const skip = theirs.exception === "TooLong" || theirs.exception?.startsWith("MemoryError");
  return {
    kind: skip ? (ours.failure?.startsWith("died") ? difference(ours, theirs) : null) : difference(ours, theirs),
    ours,
    theirs,
  };
}

export async function main(bundle: string, args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const python = nativeRunner() ?? (await pyodideRunner());
  const krait = kraitRunner(bundle, options.audit ?? false);
  const seen = new Map<string, number>();
  let found = 0;
  let programs = 0;
  try {
    const cases = options.file === undefined ? seedRange(options) : [[0, readFileSync(options.file, "utf8")] as const];
    for (const [seed, source] of cases) {
      programs++;
      const { kind, ours, theirs } = await compare(source, krait, python);
      if (kind === null) continue;
      found++;
      const signature = `${kind}: ${kind === "output" ? signatureOf(ours.stdout, theirs.stdout) : kind === "exception" ? `${ours.exception} / ${theirs.exception}` : ""}`;
      const times = (seen.get(signature) ?? 0) + 1;
      seen.set(signature, times);
      console.log(`--- seed ${seed}: ${kind}`);
      if (kind === "output") console.log(firstDifference(ours.stdout, theirs.stdout));
      else if (kind === "exception") console.log(`  krait:  ${ours.exception}\n  python: ${theirs.exception}`);
      else console.log(`  ${ours.failure?.slice(0, 1500).replaceAll("\n", "\n  ")}`);
      if (options.shrink && times === 1) {
        const small = await shrink(source, async (candidate) => {
          const again = await compare(candidate, krait, python).catch(() => null);
          if (again === null || again.kind !== kind) return false;
          return (
            !/^(Syntax|Indentation)Error/.test(again.theirs.exception ?? "") && sameWrong(kind, again, ours, theirs)
          );
        });
        console.log(`shrunk:\n${small.replace(/^/gm, "    ").trimEnd()}`);
        if (options.keep !== undefined) {
          mkdirSync(options.keep, { recursive: true });
          writeFileSync(join(options.keep, `${seed}.py`), small);
        }
      }
      if (found >= options.most) break;
    }
  } finally {
    krait.close();
    python.close();
  }
  console.log(`${programs} programs, ${found} differ`);
  return found === 0 ? 0 : 1;
}

function* seedRange({ first, last, hot }: Options): Generator<readonly [number, string]> {
  for (let seed = first; seed < last; seed++) yield [seed, hot ? generateHot(seed) : generate(seed)];
}

/** Whether a shrunk program goes wrong as the original did: the same pair of lines, numbers apart, is enough. */
function sameWrong(kind: string, again: { ours: Outcome; theirs: Outcome }, ours: Outcome, theirs: Outcome): boolean {
  if (kind === "output")
    return signatureOf(again.ours.stdout, again.theirs.stdout) === signatureOf(ours.stdout, theirs.stdout);
  if (kind === "exception")
    return again.ours.exception === ours.exception && again.theirs.exception === theirs.exception;
  return true;
}

/** The first differing lines without what varies: digits and quoted text. */
function signatureOf(ours: string, theirs: string): string {
  const plain = (text: string | undefined): string => {
    if (text === undefined) return "(end)";
    const error = /\b(\w+(?:Error|Exception|Odd|Iteration))\b/.exec(text);
    return error ? error[1]! + (text.includes("object") ? text.replace(/[^a-z ]/g, "").slice(0, 60) : "") : "value";
  };
  const a = ours.split("\n");
  const b = theirs.split("\n");
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `${plain(a[at])} / ${plain(b[at])}`;
}
