// Peak resident memory of a list of a million ints and of a million-entry dict, less that of an empty run, against
// another Python. The kernel's own figure (VmHWM) is read when the program is done but still holds its data.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { median } from "./figures.ts";
import { findImplementations } from "./implementation.ts";

const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "3" }, against: { type: "string", default: "python3.13" } },
});

const REPORT = `
with open("/proc/self/status") as status:
    for line in status:
        if line.startswith("VmHWM"):
            print(line.split()[1])
`;

const PROGRAMS: Record<string, string> = {
  empty: "data = None",
  "list of a million small ints": "data = list(range(1000000))",
  "list of a million 40-bit ints": "data = [i * 1000003 for i in range(1000000)]",
  "list of a million floats": "data = [i * 0.5 for i in range(1000000)]",
  "dict of a million ints": "data = {i: i for i in range(1000000)}",
  "dict of 200,000 strings": 'data = {"key" + str(i): i for i in range(200000)}',
  "100,000 instances of three slots": `
class P:
    def __init__(self, i):
        self.x, self.y, self.z = i, i, i
data = [P(i) for i in range(100000)]`,
};

if (!existsSync("/proc/self/status")) throw new Error("this measurement reads /proc, which is not here");
const implementations = findImplementations(`krait,${options.against}`);
const peaks = new Map<string, number[]>();
for (let round = 0; round < Number(options.rounds); round++) {
  for (const [title, source] of Object.entries(PROGRAMS)) {
    for (const { name, command, args } of implementations) {
      const { status, stdout, stderr } = spawnSync(command, [...args, "-c", source + REPORT], { encoding: "utf8" });
      if (status !== 0) throw new Error(`${name}, ${title}: ${stderr}`);
      const key = `${name}/${title}`;
      peaks.set(key, [...(peaks.get(key) ?? []), Number(stdout.trim()) / 1024]);
    }
  }
}

const head = ["peak less an empty run's, MiB", ...implementations.map(({ name }) => name)];
const table = new Table({ head, style: { head: [], border: [] } });
for (const title of Object.keys(PROGRAMS)) {
  const row = implementations.map(({ name }) => {
    const empty = title === "empty" ? 0 : median(peaks.get(`${name}/empty`)!);
    return (median(peaks.get(`${name}/${title}`)!) - empty).toFixed(1);
  });
  table.push([title === "empty" ? "(empty run, whole)" : title, ...row]);
}
console.log(table.toString());
