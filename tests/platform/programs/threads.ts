// threads.ts <platform>: four workers with a VM each; every one spins in native code until the main thread raises its flag.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type InterruptFlag, openPlatform, type PlatformName } from "../../../src/platform/platform.ts";
import { loadTestCore, TestLayout } from "../test-core.ts";

const name = (isMainThread ? process.argv[2] : workerData.name) as PlatformName;
const platform = openPlatform(name);

/** Mappings of heaps, core images and trace code in this process (Linux). */
function countMappings(): number {
  if (process.platform !== "linux") return Number.NaN;
  const lines = readFileSync("/proc/self/maps", "utf8").split("\n");
  return lines.filter((line) => {
    const [, from = "0", to = "0", access = ""] = /^(\w+)-(\w+) (\S+)/.exec(line) ?? [];
    const isHeap = access === "rw-p" && Number.parseInt(to, 16) - Number.parseInt(from, 16) >= 2 ** 32;
    return isHeap || line.includes("krait-code");
  }).length;
}

if (isMainThread) {
  const own = platform.reserveHeap();
  const image = loadTestCore(platform);
  image.code.write(image.code.start, Uint8Array.of(0));
  const mappings = countMappings(); // the heap, and both views of the code
  const results = await Promise.all(
    [1, 2, 4, 8].map(
      (mask) =>
        new Promise<string>((resolve, reject) => {
          const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { name, mask } });
          worker.on("error", reject);
          let result = "";
          worker.on("message", (message: { flag?: InterruptFlag; result?: string }) => {
            if (message.flag) setTimeout(() => platform.raise(message.flag as InterruptFlag, mask), 50);
            if (message.result) result = message.result;
          });
          worker.on("exit", () => resolve(result));
        }),
    ),
  );
  console.log(results.join(" "));
  // koffi's heaps keep an empty address range until the process ends.
  if (name === "addon") console.log(`mappings: ${mappings}, then ${countMappings()}`);
  own.close();
  image.close();
  if (name === "addon") console.log(`closed: ${countMappings()}`);
} else {
  const heap = platform.reserveHeap();
  const core = loadTestCore(platform);
  platform.installCrashReporter({ version: "0", issuesUrl: "" });
  const flag = platform.interruptFlag(heap, TestLayout.TestVm.interrupt);
  parentPort?.postMessage({ flag });
  const enter = platform.makeEnter(core, "test_spin", heap);
  const raised = enter();
  new Int32Array(heap.buffer, TestLayout.TestVm.interrupt, 1)[0] = 0;
  platform.arm(flag, 16, 30);
  const timedOut = enter();
  parentPort?.postMessage({ result: `${raised}+${timedOut}` });
  core.code.write(core.code.start, Uint8Array.of(0));
  // Nothing is closed: the end of the thread must do that.
}
