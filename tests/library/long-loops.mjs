// Runs the programs of a JSON list (stdin) in a VM with a short time limit, after a setup without one, and prints what it raised and how long it
// took, one JSON line each.
// A process of its own: where a limit did not hold, only killing it helps.
import { readFileSync } from "node:fs";
import { Krait } from "../../dist/index.js";

const { programs, options, setup } = JSON.parse(readFileSync(0, "utf8"));
const vm = Krait.create(options);
vm.run(setup, { timeoutMs: 60_000 });
for (const source of programs) {
  const started = performance.now();
  let raised = "nothing";
  try {
    vm.run(source);
  } catch (error) {
    raised = error.type ?? String(error);
  }
  const ms = performance.now() - started;
  let alive = false;
  try {
    alive = vm.run("x = a = b = None\nsum([1, 2, 3])", { timeoutMs: 60_000 }) === 6;
  } catch (error) {
    raised += ` and then ${error.message}`;
  }
  console.log(JSON.stringify({ source, raised, ms, alive }));
}
vm.close();
