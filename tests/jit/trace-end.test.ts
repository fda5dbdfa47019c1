// Where recordings are cut off: what is behind the end is no part of the trace.
import { expect, test } from "vitest";
import { CoreConst } from "../../src/heap/generated/layout.ts";
import { type Recording, traceEnds } from "../../src/jit/build/trace-end.ts";
import type { Known } from "../../src/jit/compiler.ts";
import { policy } from "../../src/jit/policy.ts";
import type { Recorded } from "../../src/jit/recording.ts";

const WALK = 0x1000;
const OTHER = 0x2000;

/** `count` instructions of an activation that lies so many words above the one that the trace began in. */
function activation(delta: number, code: number, count: number): Recorded[] {
  const records = Array.from({ length: count }, (_, i) => ({ pc: code + 8 * i, delta, code, generic: "MOVE" }));
  return records as unknown as Recorded[];
}
/** How long the trace of these instructions is if a loop begins at `loop`. */
function lengthOf(records: Recorded[], loop = 0): number | undefined {
  const known = { closes: true } as unknown as Known;
  const end = { reason: CoreConst.RECORD_LIMIT, endPc: WALK, endDelta: -100, endCode: WALK, returnsAt: null };
  const recording: Recording = { kind: "exit", startPc: WALK, startDelta: 0, records, ...end };
  const traces = { loopAt: (pc: number) => (pc === loop ? known : undefined), mayBePassed: () => false };
  return traceEnds(recording, traces)[0]?.records.length;
}

test("a trace ends where it returns to another activation of the same function", () => {
  const two = [...activation(0, WALK, 40), ...activation(-20, WALK, 400)];
  expect(lengthOf(two)).toBe(40);
  const others = [...activation(0, WALK, 40), ...activation(-20, OTHER, 400)];
  expect(lengthOf(others)).toBe(440);
});

test("a short trace goes on to the next activation", () => {
  const short = policy.climbLimit / 2;
  const records = [0, -20, -40, -60].flatMap((delta) => activation(delta, WALK, short));
  expect(lengthOf(records)).toBe(2 * short);
});

test("a loop behind the return is where the trace goes on", () => {
  const records = [...activation(0, WALK, 40), ...activation(-20, WALK, 400)];
  expect(lengthOf(records, WALK + 8 * 20)).toBe(20);
  const later = [...activation(0, WALK, 40), ...activation(-20, WALK, 10), ...activation(-20, OTHER, 400)];
  expect(lengthOf(later, OTHER + 8 * 20)).toBe(70);
  expect(lengthOf(later, OTHER + 8 * 300)).toBe(40);
});
