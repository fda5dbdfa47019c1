// Hand-made traces, as the JIT would stitch them: also run under qemu by native/build/aarch64.mjs.

import { Layout } from "../../src/heap/generated/layout.ts";
import type { StencilLibrary } from "../../src/jit/emit/stencil-library.ts";
import type { Stitcher } from "../../src/jit/emit/stitcher.ts";
import { floatWord, intWord, Stitcher as StitcherClass } from "../../src/jit/emit/stitcher.ts";
import { Uop } from "../../src/jit/generated/stencil-uops.ts";
import type { HeapMemory, Platform } from "../../src/platform/platform.ts";
import { loadTestCore } from "../platform/test-core.ts";

export const FRAME_OFFSET = 4096;
const INT_TAG = 0xfffe0000;
const FLOAT_BIAS_HIGH = 0x00020000;

/** Frame slots as a trace sees them. */
export class Frame {
  readonly #view: DataView;
  constructor(heap: HeapMemory) {
    this.#view = new DataView(heap.buffer, FRAME_OFFSET, 4096);
    // What boxing and unboxing of floats reads.
    new Uint32Array(heap.buffer).set([0, FLOAT_BIAS_HIGH, 0, FLOAT_BIAS_HIGH], Layout.VM.float_biases / 4);
  }
  setInt(slot: number, value: number): void {
    this.#view.setUint32(slot * 8, value >>> 0, true);
    this.#view.setUint32(slot * 8 + 4, (INT_TAG | (Math.floor(value / 2 ** 32) & 0xffff)) >>> 0, true);
  }
  int(slot: number): number {
    const high = this.#view.getUint32(slot * 8 + 4, true);
    if (high >>> 17 !== 0x7fff) throw new Error(`slot ${slot} holds no int`);
    return ((high << 16) >> 16) * 2 ** 32 + this.#view.getUint32(slot * 8, true);
  }
  setFloat(slot: number, value: number): void {
    this.#view.setFloat64(slot * 8, value, true);
    this.#view.setUint32(slot * 8 + 4, this.#view.getUint32(slot * 8 + 4, true) + FLOAT_BIAS_HIGH, true);
  }
  float(slot: number): number {
    const copy = new DataView(new ArrayBuffer(8));
    copy.setUint32(0, this.#view.getUint32(slot * 8, true), true);
    copy.setUint32(4, this.#view.getUint32(slot * 8 + 4, true) - FLOAT_BIAS_HIGH, true);
    return copy.getFloat64(0, true);
  }
}

/** Stitches a function (frame, vm) → u32 out of what `build` emits, and returns it as a JavaScript function. */
export function stitch(
  platform: Platform,
  library: StencilLibrary,
  heap: HeapMemory,
  build: (stitcher: Stitcher) => void,
): { run: () => number; bytes: number } {
  const stitcher = new StitcherClass(library);
  stitcher.emit(library.special("enter_from_c"));
  build(stitcher);
  const image = loadTestCore(platform);
  const address = image.base + image.code.start;
  const code = stitcher.finish(address);
  image.code.write(image.code.start, code);
  const run = platform.bindFunction(address, "u32", 2);
  return { run: () => run(heap.base + FRAME_OFFSET, heap.base), bytes: code.length };
}

const slot = (n: number) => n * 8;

/** `while i < n: s += i * i % 7; i += 1` with i, n, s in slots 0, 1, 2. Returns 1 at the end of the loop, 2 from any other guard. */
export function intLoop(library: StencilLibrary) {
  return (stitcher: Stitcher): void => {
    const emit = stitcher.emit.bind(stitcher);
    const done = stitcher.newLabel();
    const failed = stitcher.newLabel();
    const loop = stitcher.newLabel();
    const entryFailed = stitcher.newLabel();
    emit(library.find(Uop.load_int, 0), { exit: entryFailed, operands: [slot(0)] });
    emit(library.find(Uop.load_int, 1), { exit: entryFailed, operands: [slot(1)] });
    emit(library.find(Uop.load_int, 2), { exit: entryFailed, operands: [slot(2)] });
    emit(library.find(Uop.const_word, 3), { operands: [intWord(7)] });
    stitcher.bind(loop);
    emit(library.find(Uop.guard_lt_int, 0, 1), { exit: done });
    emit(library.find(Uop.move, 4, 0));
    emit(library.find(Uop.mul_int, 4, 0), { exit: failed });
    emit(library.find(Uop.mod_int, 4, 3), { exit: failed });
    emit(library.find(Uop.add_int, 2, 4), { exit: failed });
    emit(library.find(Uop.add_int_const, 0), { exit: failed, operands: [65536] });
    emit(library.find(Uop.jump), { target: loop });
    for (const [label, reason] of [
      [done, 1],
      [failed, 2],
    ] as const) {
      stitcher.bind(label);
      emit(library.find(Uop.store_int, 0), { operands: [slot(0)] });
      emit(library.find(Uop.store_int, 2), { operands: [slot(2)] });
      emit(library.special("return_to_c"), { operands: [reason] });
    }
    stitcher.bind(entryFailed);
    emit(library.special("return_to_c"), { operands: [3] });
  };
}

/** The logistic map: `while i < n: x = r * x * (1.0 - x); i += 1` with i, n, x, r in slots 0 to 3. */
export function floatLoop(library: StencilLibrary) {
  return (stitcher: Stitcher): void => {
    const emit = stitcher.emit.bind(stitcher);
    const done = stitcher.newLabel();
    const failed = stitcher.newLabel();
    const loop = stitcher.newLabel();
    emit(library.find(Uop.load_int, 0), { exit: failed, operands: [slot(0)] });
    emit(library.find(Uop.load_int, 7), { exit: failed, operands: [slot(1)] });
    emit(library.find(Uop.load_float, 5), { exit: failed, operands: [slot(2)] });
    emit(library.find(Uop.load_float, 6), { exit: failed, operands: [slot(3)] });
    emit(library.find(Uop.const_float, 7), { operands: [floatWord(1)] });
    stitcher.bind(loop);
    emit(library.find(Uop.guard_lt_int, 0, 7), { exit: done });
    emit(library.find(Uop.move_float, 0, 6));
    emit(library.find(Uop.mul_float, 0, 5));
    emit(library.find(Uop.rsub_float, 5, 7));
    emit(library.find(Uop.mul_float, 5, 0));
    emit(library.find(Uop.add_int_const, 0), { exit: failed, operands: [65536] });
    emit(library.find(Uop.jump), { target: loop });
    stitcher.bind(done);
    emit(library.find(Uop.store_int, 0), { operands: [slot(0)] });
    emit(library.find(Uop.store_float, 5), { operands: [slot(2)] });
    emit(library.special("return_to_c"), { operands: [1] });
    stitcher.bind(failed);
    emit(library.special("return_to_c"), { operands: [3] });
  };
}

/** What the loops must compute, in plain JavaScript. */
export function expectedInt(n: number): number {
  let s = 0;
  for (let i = 0; i < n; i++) s += (i * i) % 7;
  return s;
}

export function expectedFloat(n: number, x: number, r: number): number {
  for (let i = 0; i < n; i++) x = r * x * (1 - x);
  return x;
}
