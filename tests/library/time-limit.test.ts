// A limit is raised again and again once its grace is over, whenever the interruptions that say so are noticed.
import { expect, test, vi } from "vitest";
import { CoreConst, Layout } from "../../src/heap/generated/layout.ts";
import type { PyError } from "../../src/heap/py-error.ts";
import { TimeLimit } from "../../src/library/time-limit.ts";
import type { InterruptFlag } from "../../src/platform/platform.ts";
import type { Machine } from "../../src/vm/machine.ts";

const TIMEOUT = CoreConst.INTERRUPT_TIMEOUT;
const WORD = Layout.VM.interrupt / 4;

/** What a limit asks of a machine: times for which the watchdog was armed, and those that were taken back. */
function fakeMachine() {
  const armed: number[] = [];
  let running = 0;
  const u32 = new Uint32Array(64);
  const machine = {
    platform: {
      arm: (_flag: InterruptFlag, _mask: number, ms: number) => {
        armed.push(ms);
        running++;
        return () => running--;
      },
    },
    heap: { u32, writeU32: (offset: number, value: number) => (u32[offset / 4] = value) },
    onInterrupt: (_bits: number): PyError | undefined => undefined,
  };
  return { machine, armed, u32, running: () => running };
}

test("an interruption before the grace is over arms the watchdog for the rest of it", () => {
  const now = vi.spyOn(process, "hrtime");
  let clock = 1000;
  now.mockImplementation(() => [Math.floor(clock / 1000), (clock % 1000) * 1e6]);
  try {
    const { machine, armed, u32, running } = fakeMachine();
    const limit = new TimeLimit(machine as unknown as Machine, {} as InterruptFlag, 50);
    clock += 50;
    expect(machine.onInterrupt(TIMEOUT)).toBeDefined();
    const grace = armed[1] as number;
    clock += grace - 7; // a watchdog that counts from an earlier moment
    expect(machine.onInterrupt(TIMEOUT)).toBeDefined();
    expect(armed).toEqual([50, grace, 7]);
    expect(running()).toBe(1);
    expect(Atomics.load(u32, WORD) & TIMEOUT).toBe(0);
    clock += 7;
    for (let i = 0; i < 3; i++) {
      expect(machine.onInterrupt(TIMEOUT)).toBeDefined();
      expect(Atomics.and(u32, WORD, ~TIMEOUT) & TIMEOUT).toBe(TIMEOUT);
    }
    limit.stop();
    expect(running()).toBe(0);
  } finally {
    now.mockRestore();
  }
});
