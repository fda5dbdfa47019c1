// signal.ts <platform>: native code that only a signal ends; the test sends it after "ready".
import { openPlatform, type PlatformName } from "../../../src/platform/platform.ts";
import { loadTestCore, TestLayout } from "../test-core.ts";

const platform = openPlatform(process.argv[2] as PlatformName);
const heap = platform.reserveHeap();
const core = loadTestCore(platform);
const flag = platform.interruptFlag(heap, TestLayout.TestVm.interrupt);
const word = new Int32Array(heap.buffer, TestLayout.TestVm.interrupt, 1);
if (process.argv[3] === "listener") process.on("SIGINT", () => console.log("listener ran"));

const unwatch = platform.watchSignal("SIGINT", flag, 2);
process.stdout.write("ready\n");
const enter = platform.makeEnter(core, "test_spin", heap);
console.log(`stopped by ${enter()}`);
word[0] = 0;
unwatch();
unwatch();
if (process.argv[3] === "listener") setTimeout(() => heap.close(), 100);
else process.kill(process.pid, "SIGINT"); // nobody watches any more: this ends the process
