// smoke.ts [addon|koffi …]: what must work on a machine where vitest can't run (qemu): the core image, code patching, interrupts and
// stitched loops, every uop. Prints one line for each platform; any failure throws.

import assert from "node:assert/strict";
import { readStencilLibrary } from "../../../src/jit/emit/stencil-library.ts";
import { floatWord, intWord } from "../../../src/jit/emit/stitcher.ts";
import { UOP_NAMES, Uop } from "../../../src/jit/generated/stencil-uops.ts";
import { openPlatform, type PlatformName } from "../../../src/platform/platform.ts";
import { expectedFloat, expectedInt, Frame, floatLoop, intLoop, stitch } from "../../stencils/loops.ts";
import { UopBench } from "../../stencils/machine.ts";
import { checkUop } from "../../stencils/uop-check.ts";
import { loadTestCore, TestLayout } from "../test-core.ts";

const { TestVm } = TestLayout;

function check(name: PlatformName): void {
  const platform = openPlatform(name);
  const heap = platform.reserveHeap();
  const view = new DataView(heap.buffer);
  view.setUint32(2 ** 32 - 4, 0x12345678, true);
  assert.equal(view.getUint32(2 ** 32 - 4, true), 0x12345678);

  const core = loadTestCore(platform);
  platform.bindFunction(core.entry("core_init"), "void", 1)(heap.base);
  const enter = platform.makeEnter(core, "core_enter", heap);
  assert.equal(enter(), 1);
  view.setUint32(TestVm.step, 1, true);
  assert.equal(enter(), 2);
  assert.equal(view.getBigUint64(TestVm.counter, true), 84n);
  view.setFloat64(TestVm.x, 3, true);
  view.setFloat64(TestVm.y, 4.5, true);
  assert.equal(platform.bindFunction(core.entry("test_power"), "f64", 1)(heap.base), 3 ** 4.5);
  assert.equal(platform.bindFunction(core.entry("test_sum"), "address", 4)(1, 2, 3, 4), 4321);

  const flag = platform.interruptFlag(heap, TestVm.interrupt);
  platform.arm(flag, 4, 50);
  assert.equal(platform.makeEnter(core, "test_spin", heap)(), 4);

  // Patched code must be seen at once: on AArch64 only after the caches were told.
  const library = readStencilLibrary(platform.arch);
  const frame = new Frame(heap);
  for (let n = 0; n < 20; n++) {
    stitch(platform, library, heap, (stitcher) => {
      stitcher.emit(library.find(Uop.const_word, 5), { operands: [intWord(n - 10)] });
      stitcher.emit(library.find(Uop.const_float, 6), { operands: [floatWord(n / 3)] });
      stitcher.emit(library.find(Uop.store_int, 5), { operands: [0] });
      stitcher.emit(library.find(Uop.store_float, 6), { operands: [8] });
      stitcher.emit(library.special("return_to_c"), { operands: [n] });
    }).run();
    assert.equal(frame.int(0), n - 10);
    assert.equal(frame.float(1), n / 3);
  }

  const ints = stitch(platform, library, heap, intLoop(library));
  frame.setInt(0, 0);
  frame.setInt(1, 20_000);
  frame.setInt(2, 0);
  assert.equal(ints.run(), 1);
  assert.equal(frame.int(2), expectedInt(20_000));
  frame.setInt(0, 2 ** 23);
  frame.setInt(1, 2 ** 30);
  assert.equal(ints.run(), 2); // i * i overflows 48 bits
  assert.ok((frame.int(0) - 1) ** 2 < 2 ** 47 && frame.int(0) ** 2 >= 2 ** 47);

  const floats = stitch(platform, library, heap, floatLoop(library));
  frame.setInt(0, 0);
  frame.setInt(1, 12_345);
  frame.setFloat(2, 0.4);
  frame.setFloat(3, 3.9);
  assert.equal(floats.run(), 1);
  assert.equal(frame.float(2), expectedFloat(12_345, 0.4, 3.9));

  heap.close();
  core.close();
  // The platforms differ in how native code is reached, not in what it does: once is enough, and a part of the states.
  if (name === "addon") {
    const bench = new UopBench(platform, library);
    for (const uop of UOP_NAMES) if (uop !== "jump_code" && uop !== "return_to_trace") checkUop(bench, uop, 23);
    bench.close();
  }
  console.log(`smoke: ${platform.name} on ${platform.arch}: ok`);
}

const names = process.argv.slice(2) as PlatformName[];
for (const name of names.length ? names : (["addon", "koffi"] as const)) check(name);
