// threads.ts <platform>: four workers with a VM each; every one spins in native code until the main thread raises its flag.
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type InterruptFlag, openPlatform, type PlatformName } from "../../../src/platform/platform.ts";
import { loadTestCore, TestLayout } from "../test-core.ts";

const name = (isMainThread ? process.argv[2] : workerData.name) as PlatformName;
const platform = openPlatform(name);

if (isMainThread) {
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
  // The heap is not closed: the end of the thread must do that.
}
