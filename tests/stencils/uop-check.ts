// Runs a uop on every placement worth trying, with every combination of samples and holes, natively and on its model.
import { Layout } from "../../src/heap/generated/layout.ts";
import type { UopName } from "../../src/jit/generated/stencil-uops.ts";
import type { Machine, UopBench } from "./machine.ts";
import { DYING, FAR_OBJECT, FRAME, formOf, LAST_OBJECT, leaveMark, OBJECT, WINDOW_BYTES, WINDOWS } from "./machine.ts";
import { bitsOf, numberOf, SAMPLES, UOP_MODELS, VALUES } from "./models.ts";

// Registers that are special somewhere: r2 … r7 are C's argument registers, r4 is x86's rdx (division), r5 rcx (shifts).
const ONE = [[0], [1], [2], [3], [4], [5], [6], [7]];
const TWO = [
  [0, 1],
  [1, 0],
  [2, 3],
  [4, 5],
  [5, 4],
  [7, 4],
  [4, 6],
  [5, 2],
  [3, 5],
  [3, 3],
  [4, 4],
  [5, 5],
];
const THREE = [
  [0, 1, 2],
  [5, 4, 3],
  [4, 5, 6],
  [2, 2, 3],
  [3, 2, 3],
  [7, 6, 5],
  [1, 7, 0],
  [6, 3, 3],
];
const PLACEMENTS: Record<number, number[][]> = { 0: [[]], 1: ONE, 2: TWO, 3: THREE };

/** Throws on the first difference. `thin` tries only every so many of the machine's states. Returns how many were tried. */
export function checkUop(bench: UopBench, uop: UopName, thin = 1): number {
  const model = UOP_MODELS[uop];
  const view = new DataView(bench.heap.buffer);
  const form = formOf(uop).replace(/[ZC]/, "");
  let tried = 0;
  let counter = 0;
  for (const placement of PLACEMENTS[form.length] as number[][]) {
    const registers = [...placement, 0, 0, 0].slice(0, 3) as [number, number, number];
    for (const holes of model.holes ?? [[]]) {
      const run = bench.prepare(uop, registers, holes, model.callee);
      for (const state of statesOf(model.operands, form, placement)) {
        if (counter++ % thin !== 0) continue;
        for (const interrupt of model.interrupts ?? [0]) {
          for (const callArguments of model.callee
            ? CALL_ARGUMENTS.slice(0, model.answersBool ? 2 : undefined)
            : [undefined]) {
            tried++;
            const initial = machineOf(bench, view, form, placement, state, callArguments);
            const [native, expected] = [clone(initial), clone(initial)];
            fillMemory(view, interrupt);
            const way = run(native);
            const memory = readMemory(view);
            fillMemory(view, interrupt);
            const expectedWay = model.run(expected, registers, holes) ?? "next";
            leaveMark(expected);
            if (way === "exit" && model.losesFirst && !placement.includes(registers[0], 1))
              native.r[registers[0]] = expected.r[registers[0]] as bigint;
            const problem =
              way !== expectedWay ? `went to ${way}, not ${expectedWay}` : difference(native, expected, memory, view);
            if (problem) {
              const words = state.map((word) => `0x${word.toString(16)}`).join(", ");
              throw new Error(`${uop} ${placement.join(" ")} with ${words} and holes ${holes.join(", ")}: ${problem}`);
            }
          }
        }
      }
    }
  }
  return tried;
}

// What a call's arguments r3 … r6 are: a sum of them that is 0, 1, negative as 32 bits, large.
const CALL_ARGUMENTS = [
  [0n, 0n, 0n, 0n],
  [1n, 0n, 0n, 0n],
  [0xffffffffn, 0n, 0n, 0n],
  [3n, 5n, 7n, 11n],
  [0x123456789n, 1n << 40n, 2n, 3n],
];

function statesOf(kinds: readonly (keyof typeof SAMPLES)[], form: string, placement: readonly number[]): bigint[][] {
  let states: bigint[][] = [[]];
  for (const [i, kind] of kinds.entries()) {
    const samples: readonly bigint[] = SAMPLES[kind];
    const same = placement.findIndex((register, j) => j < i && register === placement[i] && form[j] === form[i]);
    // One register has one content; where it can't be both things (a destination can be anything) the placement is left out.
    states = states.flatMap((state) => {
      if (same < 0) return samples.map((sample) => [...state, sample]);
      return samples.includes(state[same] as bigint) ? [[...state, state[same] as bigint]] : [];
    });
  }
  if (states.length || kinds.length < 2) return states;
  // A destination that is also a source: what it holds before is the source's.
  const sources = kinds.map((kind, i) => (i === 0 ? kinds[placement.lastIndexOf(placement[0] as number)] : kind));
  return sources[0] === kinds[0] ? [] : statesOf(sources as (keyof typeof SAMPLES)[], form, placement);
}

function machineOf(
  bench: UopBench,
  view: DataView,
  form: string,
  placement: readonly number[],
  state: readonly bigint[],
  callArguments: readonly bigint[] | undefined,
): Machine {
  const r = Array.from({ length: 8 }, (_, i) => 0x1111111111111111n * BigInt(i + 1));
  const f = Array.from({ length: 8 }, (_, i) => bitsOf(i + 0.25));
  for (const [i, register] of placement.entries()) (form[i] === "F" ? f : r)[register] = state[i] as bigint;
  for (const [i, argument] of callArguments?.entries() ?? []) r[3 + i] = argument;
  return { r, f, frame: FRAME, view, base: bench.base };
}

const clone = (m: Machine): Machine => ({ ...m, r: [...m.r], f: [...m.f] });

/** Every window holds all kinds of values, each at several places; objects have heads. Filled by copying what it was the first time. */
function fillMemory(view: DataView, interrupt: number): void {
  const bytes = new Uint8Array(view.buffer);
  for (const [i, start] of WINDOWS.entries()) {
    const window = INITIAL[i] as Uint8Array;
    bytes.set(window, start);
  }
  view.setUint32(0, interrupt, true);
  view.setUint32(LAST_OBJECT, 3, true);
}

const INITIAL = WINDOWS.map((start) => {
  const window = new Uint8Array(WINDOW_BYTES);
  const view = new DataView(window.buffer);
  for (let i = 0; i < WINDOW_BYTES / 8; i++) view.setBigUint64(8 * i, VALUES[(i * 5) % VALUES.length] as bigint, true);
  for (const [at, refcount, type, shape] of [
    [OBJECT, 2, 0x30000, 0x31000],
    [DYING, 1, 0x30000, 0x31000],
    [FAR_OBJECT, 0x40000000, 0xd0000000, 0xd0001000],
  ] as const) {
    if (at < start || at >= start + WINDOW_BYTES) continue;
    for (const [i, word] of [refcount, type, shape].entries()) view.setUint32(at - start + 4 * i, word, true);
  }
  if (start === 0) {
    view.setBigUint64(0, 0n, true);
    for (const [i, n] of [5, 9, 10, 0xffffffff].entries()) view.setUint32(48 + 4 * i, n, true);
    // What boxing and unboxing of floats reads.
    for (const i of [0, 8]) view.setBigUint64(Layout.VM.float_biases + i, 1n << 49n, true);
  }
  return window;
});

function readMemory(view: DataView): Uint8Array[] {
  return WINDOWS.map((start) => new Uint8Array(view.buffer.slice(start, start + WINDOW_BYTES)));
}

function difference(
  native: Machine,
  expected: Machine,
  memory: readonly Uint8Array[],
  view: DataView,
): string | undefined {
  const hex = (word: bigint | undefined) => `0x${(word ?? 0n).toString(16)}`;
  for (let i = 0; i < 8; i++) {
    const isForgotten = expected.forgets && i > 1 && !(expected.forgets === "all but r2" && i === 2);
    if (!isForgotten && native.r[i] !== expected.r[i]) return `r${i} is ${hex(native.r[i])}, not ${hex(expected.r[i])}`;
    if (expected.forgets && !(expected.forgets === "all but f0" && i === 0)) continue;
    const [x, y] = [native.f[i] as bigint, expected.f[i] as bigint];
    // Which NaN an operation makes is the machine's business.
    if (x !== y && !(Number.isNaN(numberOf(x)) && Number.isNaN(numberOf(y))))
      return `f${i} is ${hex(x)}, not ${hex(y)}`;
  }
  for (const [i, start] of WINDOWS.entries()) {
    const [before, now] = [memory[i] as Uint8Array, new Uint8Array(view.buffer, start, WINDOW_BYTES)];
    if (Buffer.compare(before, now) === 0) continue;
    const at = before.findIndex((byte, j) => byte !== now[j]) & ~7;
    const was = new DataView(before.buffer).getBigUint64(at, true);
    return `memory at 0x${(start + at).toString(16)} is ${hex(was)}, not ${hex(view.getBigUint64(start + at, true))}`;
  }
  return undefined;
}
