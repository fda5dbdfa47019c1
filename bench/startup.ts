// Wall time of a process that does nothing: `krait -c pass` beside `node -e 0` (the floor) and python3.13, taken in
// turns so that all see the same machine. The target: krait at most 1.5 times node. And of one that imports what many programs do.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { median } from "./figures.ts";
import { findImplementations } from "./implementation.ts";

const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "21" }, against: { type: "string", default: "python3.13" } },
});

const IMPORTS = "import json, dataclasses, typing, collections, enum";

interface Command {
  name: string;
  command: string;
  args: string[];
  ms: number[];
}

const commands: Command[] = [{ name: "node -e 0", command: process.execPath, args: ["-e", "0"], ms: [] }];
for (const { name, command, args } of findImplementations(`krait,${options.against}`))
  for (const program of ["pass", IMPORTS])
    commands.push({ name: `${name} -c "${program}"`, command, args: [...args, "-c", program], ms: [] });

// With it Node reads all certificates of the machine before anything else, 50 ms that would hide what Krait adds.
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;
for (let round = 0; round <= Number(options.rounds); round++) {
  for (const { name, command, args, ms } of commands) {
    const started = performance.now();
    const { status, stderr } = spawnSync(command, args, { encoding: "utf8", env });
    const elapsed = performance.now() - started;
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    if (round > 0) ms.push(elapsed); // the first round fills the file cache
  }
}

const floor = median(commands[0]!.ms);
const table = new Table({
  head: ["command", "median ms", "fastest ms", "times node"],
  style: { head: [], border: [] },
});
for (const { name, ms } of commands) {
  const middle = median(ms);
  table.push([name, middle.toFixed(1), Math.min(...ms).toFixed(1), (middle / floor).toFixed(2)]);
}
console.log(table.toString());
