// crash.ts <platform> <how>: dies in native code (or elsewhere) in the way asked for.
import { openPlatform, type PlatformName } from "../../../src/platform/platform.ts";
import { loadTestCore, TestLayout } from "../test-core.ts";

const [name, how] = process.argv.slice(2) as [PlatformName, string];
const platform = openPlatform(name);
const heap = platform.reserveHeap();
const core = loadTestCore(platform);
const words = new Uint32Array(heap.buffer);

// A Python function as the crash reporter sees one: vm → frame → code → name, file name, first line.
const [frame, code, functionName, fileName] = [1024, 2048, 3072, 4096];
const writeString = (at: number, text: string) => {
  words[at / 4] = text.length;
  words[at / 4 + 1] = 1;
  new Uint8Array(heap.buffer, at + 8, text.length).set(Buffer.from(text, "latin1"));
};
words[512 / 4] = frame;
words[frame / 4] = code;
words[code / 4] = functionName;
words[code / 4 + 1] = fileName;
words[code / 4 + 2] = 17;
writeString(functionName, "spam");
writeString(fileName, "/home/me/eggs.py");
platform.installCrashReporter({
  version: "1.2.3",
  issuesUrl: "https://example.invalid/issues",
  python: {
    vmFrame: 512,
    frameCode: 0,
    codeName: 0,
    codeFile: 4,
    codeLine: 8,
    strLength: 0,
    strKind: 4,
    strBytes: 8,
  },
});

const crash = platform.bindFunction(core.entry("test_crash"), "u32", 2);
if (how === "null") crash(heap.base, 16);
else if (how === "beyond") crash(heap.base, heap.base + 2 ** 32 + 4096);
else if (how === "readonly") {
  heap.protect(65536, 65536, "read");
  crash(heap.base, heap.base + 65536 + 8);
} else if (how === "trap") platform.makeEnter(core, "test_trap", heap)();
else if (how === "jump") platform.bindFunction(0x123456789000, "u32", 1)(heap.base);
else if (how === "trace") {
  const at = core.code.start + 32;
  core.code.write(at, Uint8Array.of(0x0f, 0x0b, 0, 0)); // ud2 on x86_64, "udf #0xb0f" on AArch64
  platform.bindFunction(core.base + at, "u32", 1)(heap.base);
} else if (how === "elsewhere") {
  const abort = platform.findHostSymbol("strlen");
  platform.bindFunction(abort, "u32", 1)(8); // a fault in libc called with nonsense: not ours to explain
} else if (how === "wasm") {
  // V8 relies on its own SIGSEGV handler for out-of-bounds accesses of WebAssembly; ours must pass them on.
  const bytes = Buffer.from(
    "0061736d0100000001060160017f017f030201000503010001070801047065656b00000a0901070020002802000b",
    "hex",
  );
  // biome-ignore lint/suspicious/noExplicitAny: the types of WebAssembly come with the DOM's, which nothing else needs
  const wasm = (globalThis as any).WebAssembly;
  const { exports } = new wasm.Instance(new wasm.Module(bytes));
  try {
    exports.peek(0x7ffffff0);
  } catch (error) {
    console.log(error instanceof wasm.RuntimeError ? "caught a RuntimeError" : String(error));
  }
} else throw new Error(`unknown way to crash: ${how}`);
console.log(TestLayout.TestVm.size > 0 ? "survived" : "");
