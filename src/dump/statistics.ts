// What --stats prints of the JIT: tables of what ran where.
import type { Jit } from "../jit/jit.ts";
import { placeText } from "../jit/statistics/source-place.ts";
import type { OpcodeCount, RunReport } from "../jit/statistics/statistics.ts";

const MOST_ROWS = 15;
export type Row = readonly [name: string, value: string];

/** Rows of the counters' table. */
export function jitRows(jit: Jit): Row[] {
  const { traces, recordings, codeBytes, coldBytes, compileMs, phases, aborts } = jit.stats;
  const rows: Row[] = [
    ["recordings", String(recordings)],
    ["traces", String(traces)],
    ["trace code", `${(codeBytes / 1e3).toFixed(1)} kB, ${((codeBytes - coldBytes) / 1e3).toFixed(1)} of it hot`],
    ["compiling", `${compileMs.toFixed(1)} ms`],
  ];
  for (const [phase, ms] of phases) rows.push([`  ${phase}`, `${ms.toFixed(1)} ms`]);
  for (const [reason, count] of aborts) rows.push([`abort ${reason}`, String(count)]);
  const report = jit.report();
  if (report !== undefined) rows.push(...runRows(report));
  return rows;
}

/** The tables below the counters. */
export function jitTables(report: RunReport): string {
  const parts: string[] = [];
  const table = (title: string, rows: readonly (readonly string[])[]) => parts.push(titled(title, rows));
  const total = executed(report);
  const ops = (counts: readonly OpcodeCount[]) =>
    counts.slice(0, MOST_ROWS).map(({ op, count }) => [String(count), share(count, total), op]);
  table("instructions that traces stepped", ops(report.steppedOps));
  table("instructions that the interpreter ran", ops(report.interpretedOps));
  table(
    "traces",
    report.traces
      .slice(0, MOST_ROWS)
      .map(({ trace, kind, parent, place, runs, rounds, instructions }) => [
        String(instructions),
        share(instructions, total),
        `trace ${trace}`,
        parent === 0 ? kind : `from ${parent}`,
        placeText(place),
        `${runs} runs${rounds > 0 ? `, ${rounds} rounds` : ""}`,
      ]),
  );
  table(
    "exits taken",
    report.exits
      .slice(0, MOST_ROWS)
      .map(({ exit, trace, place, taken, side, inMemory }) => [
        String(taken),
        `exit ${exit}`,
        `trace ${trace}`,
        placeText(place),
        place.op,
        side === 0 ? "to the interpreter" : `to trace ${side}${inMemory ? ", through memory" : ""}`,
      ]),
  );
  return parts.join("");
}

/** How often which functions written in TypeScript were called, by their place in the host's tables. */
export function hostCallTable(counts: ReadonlyMap<string, number>): string {
  const rows = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_ROWS);
  return titled(
    "calls of functions written in TypeScript",
    rows.map(([path, count]) => [String(count), path]),
  );
}

function titled(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? "" : `\n${title}\n${columns(rows)}`;
}

function executed({ interpreted, stepped, traced }: RunReport): number {
  return interpreted + stepped + traced;
}

function runRows(report: RunReport): Row[] {
  const { interpreted, stepped, traced, interpreterCounts, traceCounts, traceCalls, exits } = report;
  const total = executed(report);
  const taken = exits.reduce((sum, exit) => sum + exit.taken, 0);
  const inMemory = exits.reduce((sum, exit) => sum + (exit.side !== 0 && exit.inMemory ? exit.taken : 0), 0);
  const toInterpreter = exits.reduce((sum, exit) => sum + (exit.side === 0 ? exit.taken : 0), 0);
  return [
    ["instructions", String(total)],
    ["  in traces", `${traced} (${share(traced, total)})`],
    ["  stepped", `${stepped} (${share(stepped, total)})`],
    ["  interpreted", `${interpreted} (${share(interpreted, total)})`],
    [
      "counts",
      `${traceCounts} of ${interpreterCounts} (${share(interpreterCounts - traceCounts, interpreterCounts)} gone)`,
    ],
    ["exits taken", `${taken}, ${toInterpreter} to the interpreter, ${inMemory} to traces through memory`],
    ["trace calls", String(traceCalls)],
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

/** Numbers to the right, everything else to the left. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) =>
      /^[\d.]+( %)?$/.test(cell) ? cell.padStart(widths[i] as number) : cell.padEnd(widths[i] as number),
    );
  return rows.map((row) => `  ${line(row).join("  ").trimEnd()}\n`).join("");
}
