// Runs one uop natively on a given state of the whole machine and on a model of it, and compares everything: which way it went, every
// register, the frame, memory around all places that operands can name. No vitest here: it also runs under qemu (smoke.ts).

import type { StencilLibrary } from "../../src/jit/emit/stencil-library.ts";
import type { Operand, Word } from "../../src/jit/emit/stitcher.ts";
import { Stitcher } from "../../src/jit/emit/stitcher.ts";
import type { UopName } from "../../src/jit/generated/stencil-uops.ts";
import { STENCIL_UOPS, Uop } from "../../src/jit/generated/stencil-uops.ts";
import type { CoreImage, HeapMemory, Platform } from "../../src/platform/platform.ts";
import { loadTestCore } from "../platform/test-core.ts";

export type Way = "next" | "exit" | "target";

/** All that a stencil can see or change. Words are unsigned; floats are their bits. */
export interface Machine {
  readonly r: bigint[];
  readonly f: bigint[];
  /** Heap offset of the frame. */
  frame: number;
  readonly view: DataView;
  /** Address of the heap. */
  readonly base: bigint;
  /** Set by a model whose uop keeps only r0, r1 and the result. */
  forgets?: "all but r2" | "all but f0" | "all";
}

// Where things are in the heap of these tests. Windows of memory are compared; the state is outside them.
export const FRAME = 0x8000;
export const OBJECT = 0x20000;
export const DYING = 0x20080;
export const FAR_OBJECT = 0xc0001000;
export const LAST_OBJECT = 0xfffffff0;
export const WINDOW_BYTES = 256;
export const WINDOWS = [0, FRAME - 128, OBJECT, FAR_OBJECT];
const STATE = 0x1000;
const AFTER = 0x1080;
/** Offset from the frame where the test leaves a mark, to see which frame the uop left. */
const MARK = 64;

const WAYS: Way[] = ["next", "exit", "target"];

/** A word as the stitcher takes it. */
export function operandOf(word: bigint): Operand {
  if (word >= -(2n ** 53n) && word < 2n ** 53n) return Number(word);
  return { low: Number(word & 0xffffffffn), high: Number(BigInt.asIntN(32, word >> 32n)) } satisfies Word;
}

/** Hand-made C functions f(vm, a, b, c, d): store and return a + 2b + 4c + 8d of their first arguments; and of floats. */
const X86_FUNCTIONS: Record<string, number[]> = {
  sum0: [0x31, 0xc0, 0x48, 0x89, 0x47, 0x48, 0xc3],
  sum1: [0x48, 0x89, 0xf0, 0x48, 0x89, 0x47, 0x48, 0xc3],
  sum2: [0x48, 0x8d, 0x04, 0x56, 0x48, 0x89, 0x47, 0x48, 0xc3],
  sum3: [0x48, 0x8d, 0x04, 0x56, 0x48, 0x8d, 0x04, 0x88, 0x48, 0x89, 0x47, 0x48, 0xc3],
  sum4: [0x48, 0x8d, 0x04, 0x56, 0x48, 0x8d, 0x04, 0x88, 0x4a, 0x8d, 0x04, 0xc0, 0x48, 0x89, 0x47, 0x48, 0xc3],
  double: [0xf2, 0x0f, 0x58, 0xc0, 0xc3],
  add: [0xf2, 0x0f, 0x58, 0xc1, 0xc3],
  // inc dword [rdi + 0x40]; mov [rdi + 0x48], rsi; mov r11, rsi
  trace_dealloc: [0xff, 0x47, 0x40, 0x48, 0x89, 0x77, 0x48, 0x49, 0x89, 0xf3, 0xc3],
  trace_refill: [0xff, 0x47, 0x40, 0x48, 0x89, 0x77, 0x48, 0x49, 0x89, 0xf3, 0xc3],
  trace_pow_2: [0xff, 0x47, 0x40, 0x48, 0x89, 0x77, 0x48, 0x49, 0x89, 0xf3, 0xc3],
  trace_pow_half: [0xff, 0x47, 0x40, 0x48, 0x89, 0x77, 0x48, 0x49, 0x89, 0xf3, 0xc3],
  trace_list_room: [0xff, 0x47, 0x40, 0x48, 0x89, 0x77, 0x48, 0x49, 0x89, 0xf3, 0xc3],
};
const STORE_AND_RETURN = [0xf9002409, 0xaa0903e0, 0xd65f03c0]; // str x9, [x0, #0x48]; mov x0, x9; ret
const A64_FUNCTIONS: Record<string, number[]> = {
  sum0: [0xd2800009, ...STORE_AND_RETURN],
  sum1: [0xaa0103e9, ...STORE_AND_RETURN],
  sum2: [0x8b020429, ...STORE_AND_RETURN],
  sum3: [0x8b020429, 0x8b030929, ...STORE_AND_RETURN],
  sum4: [0x8b020429, 0x8b030929, 0x8b040d29, ...STORE_AND_RETURN],
  double: [0x1e602800, 0xd65f03c0],
  add: [0x1e612800, 0xd65f03c0],
  // It may change what preserve_all leaves to the caller: x0, x1, x8, d0.
  trace_dealloc: [0xb9404008, 0x11000508, 0xb9004008, 0xf9002401, 0xaa0103e0, 0x9e670020, 0xd65f03c0],
  trace_refill: [0xb9404008, 0x11000508, 0xb9004008, 0xf9002401, 0xaa0103e0, 0x9e670020, 0xd65f03c0],
  trace_pow_2: [0xb9404008, 0x11000508, 0xb9004008, 0xf9002401, 0xaa0103e0, 0x9e670020, 0xd65f03c0],
  trace_pow_half: [0xb9404008, 0x11000508, 0xb9004008, 0xf9002401, 0xaa0103e0, 0x9e670020, 0xd65f03c0],
  trace_list_room: [0xb9404008, 0x11000508, 0xb9004008, 0xf9002401, 0xaa0103e0, 0x9e670020, 0xd65f03c0],
};

export class UopBench {
  readonly library: StencilLibrary;
  readonly heap: HeapMemory;
  readonly base: bigint;
  readonly #platform: Platform;
  readonly #image: CoreImage;
  readonly #functions = new Map<string, number>();
  #used: number;

  constructor(platform: Platform, library: StencilLibrary) {
    this.library = library;
    this.#platform = platform;
    this.heap = platform.reserveHeap();
    this.base = BigInt(this.heap.base);
    this.#image = loadTestCore(platform);
    this.#used = this.#image.code.start;
    const functions = platform.arch === "x86_64" ? X86_FUNCTIONS : A64_FUNCTIONS;
    for (const [name, code] of Object.entries(functions)) {
      const bytes = platform.arch === "x86_64" ? Uint8Array.from(code) : new Uint8Array(Uint32Array.from(code).buffer);
      this.#functions.set(name, this.#place(bytes));
    }
  }

  close(): void {
    this.#image.close();
    this.heap.close();
  }

  #place(code: Uint8Array): number {
    const at = this.#used;
    this.#image.code.write(at, code);
    this.#used = Math.ceil((at + code.length) / 64) * 64;
    return this.#image.base + at;
  }

  addressOf(name: string): number {
    if (name === "core_image_base") return this.#image.base;
    const address = this.#functions.get(name);
    if (address === undefined) throw new Error(`the tests have no function ${name}`);
    return address;
  }

  /** A function that runs the uop with these registers and holes on a machine's state and gives the way it went; memory is the heap's. */
  prepare(uop: UopName, registers: readonly number[], holes: readonly bigint[], callee?: string): (m: Machine) => Way {
    const { library } = this;
    const stitcher = new Stitcher(library, (name) => this.addressOf(name));
    const exit = stitcher.newLabel();
    const target = stitcher.newLabel();
    stitcher.emit(library.special("enter_from_c"));
    for (let i = 0; i < 8; i++) {
      stitcher.emit(library.find(Uop.spill_load_float, i), { operands: [STATE + 64 + 8 * i] });
      stitcher.emit(library.find(Uop.spill_load, i), { operands: [STATE + 8 * i] });
    }
    const [a, b, c] = registers;
    stitcher.emit(library.find(Uop[uop], a, b, c), {
      exit,
      target,
      operands: holes.map(operandOf),
      ...(callee === undefined ? {} : { call: this.addressOf(callee) }),
    });
    for (const way of [0, 1, 2]) {
      if (way === 1) stitcher.bind(exit);
      if (way === 2) stitcher.bind(target);
      for (let i = 0; i < 8; i++) {
        stitcher.emit(library.find(Uop.spill_store, i), { operands: [AFTER + 8 * i] });
        stitcher.emit(library.find(Uop.spill_store_float, i), { operands: [AFTER + 64 + 8 * i] });
      }
      stitcher.emit(library.find(Uop.store_const), { operands: [MARK, 0x77] });
      stitcher.emit(library.special("return_to_c"), { operands: [way] });
      if (way === 0) stitcher.placeCold();
    }
    const address = this.#image.base + this.#used;
    this.#place(stitcher.finish(address));
    const run = this.#platform.bindFunction(address, "u32", 2);
    return (m) => {
      for (let i = 0; i < 8; i++) {
        m.view.setBigUint64(STATE + 8 * i, m.r[i] as bigint, true);
        m.view.setBigUint64(STATE + 64 + 8 * i, m.f[i] as bigint, true);
      }
      const way = WAYS[run(this.heap.base + m.frame, this.heap.base)] as Way;
      for (let i = 0; i < 8; i++) {
        m.r[i] = m.view.getBigUint64(AFTER + 8 * i, true);
        m.f[i] = m.view.getBigUint64(AFTER + 64 + 8 * i, true);
      }
      return way;
    };
  }
}

/** Leaves the mark that prepare()'s code leaves. */
export function leaveMark({ view, frame }: Machine): void {
  view.setBigUint64(frame + MARK, 0x77n, true);
}

export function formOf(uop: UopName): string {
  return STENCIL_UOPS[uop].form;
}
