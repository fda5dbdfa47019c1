// Creates and closes many VMs in this process: microseconds each, and whether the memory comes back.
//   npm run bench -- vm-create [--count 1000] [--json file]
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { root } from "../tests/harness/root.ts";
import { median } from "./figures.ts";

const { values: options } = parseArgs({
  options: { count: { type: "string", default: "1000" }, json: { type: "string" } },
});

interface Vm {
  run(source: string): unknown;
  close(): void;
}

/** Resident memory now, in MiB, after a full collection. */
function residentMib(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  if (!existsSync("/proc/self/status")) return process.memoryUsage().rss / 2 ** 20;
  const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))![1]!;
  return Number(kib) / 1024;
}

const library = await import(pathToFileURL(join(root, "dist/index.js")).href);
const create = (): Vm | Promise<Vm> => library.Krait.create();

async function round(count: number, work: string | null): Promise<{ createUs: number[]; closeUs: number[] }> {
  const createUs: number[] = [];
  const closeUs: number[] = [];
  for (let i = 0; i < count; i++) {
    const started = performance.now();
    const vm = await create();
    createUs.push((performance.now() - started) * 1000);
    if (work !== null) vm.run(work);
    const closing = performance.now();
    vm.close();
    closeUs.push((performance.now() - closing) * 1000);
  }
  return { createUs, closeUs };
}

const count = Number(options.count);
await round(20, null);
const before = residentMib();
const empty = await round(count, null);
const afterEmpty = residentMib();
const busy = await round(Math.ceil(count / 10), "data = [str(i) for i in range(20000)]");
const afterBusy = residentMib();

const table = new Table({
  head: ["", "VMs", "create µs (median)", "create µs (worst)", "close µs (median)", "RSS after, MiB more"],
  style: { head: [], border: [] },
});
const row = (name: string, { createUs, closeUs }: typeof empty, more: number) => [
  name,
  createUs.length,
  median(createUs).toFixed(0),
  Math.max(...createUs).toFixed(0),
  median(closeUs).toFixed(0),
  more.toFixed(1),
];
table.push(row("created, closed", empty, afterEmpty - before));
table.push(row("created, 20,000 strings made, closed", busy, afterBusy - before));
console.log(table.toString());
if (options.json) {
  const report = { before, afterEmpty, afterBusy, empty: median(empty.createUs), busy: median(busy.createUs) };
  writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
}
