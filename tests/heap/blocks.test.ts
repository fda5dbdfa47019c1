// Raw blocks through the core's exports: contents survive resizing, neighbours stay whole, pages come back.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Layout } from "../../src/heap/generated/layout.ts";
import { type DebugVm, openDebugVm } from "./runtime.ts";

let vm: DebugVm;
beforeAll(() => {
  vm = openDebugVm();
});
afterAll(() => vm.runtime.close());

/** A small generator with a fixed seed, so that a failure can be repeated. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("blocks", () => {
  test("keep their bytes while others come and go", () => {
    const { heap } = vm.runtime.machine;
    const random = randomNumbers(7);
    const blocks: { at: number; bytes: number; mark: number }[] = [];
    const before = vm.pagesInUse();
    const check = ({ at, bytes, mark }: { at: number; bytes: number; mark: number }) => {
      expect(heap.readU32(at)).toBe(mark);
      expect(heap.readU32(at + ((bytes - 4) & ~3))).toBe(mark);
    };
    for (let i = 0; i < 20_000; i++) {
      if (blocks.length < 500 || random(2) === 0) {
        const bytes = 8 + random(random(20) === 0 ? 200_000 : 900);
        const at = heap.core.block(bytes);
        heap.writeU32(at, i);
        heap.writeU32(at + ((bytes - 4) & ~3), i);
        blocks.push({ at, bytes, mark: i });
      } else {
        const [block] = blocks.splice(random(blocks.length), 1);
        check(block as (typeof blocks)[0]);
        heap.core.blockFree((block as (typeof blocks)[0]).at);
      }
      if (i % 5000 === 0) vm.core("heap_give_back");
    }
    for (const block of blocks) {
      check(block);
      heap.core.blockFree(block.at);
    }
    vm.core("heap_give_back");
    expect(vm.pagesInUse()).toBeLessThanOrEqual(before + 2);
    expect(vm.audit()).toBeUndefined();
  });

  test("of free pages are offered to the system once", () => {
    const { heap } = vm.runtime.machine;
    const at = heap.core.block(10 * 65536);
    heap.core.blockFree(at);
    let bytes = 0;
    for (let from = 0; ; ) {
      from = vm.core("heap_next_dirty_run", from);
      if (from === 0) break;
      bytes += Number(BigInt.asIntN(48, BigInt(heap.readU32(Layout.VM.scratch + 8))));
      if (bytes > 2 ** 40) throw new Error("no end");
    }
    expect(bytes).toBeGreaterThanOrEqual(10 * 65536);
    expect(vm.core("heap_next_dirty_run", 0)).toBe(0);
  });
});

describe("the memory limit", () => {
  test("is a MemoryError that the program can catch and go on from", () => {
    const limited = openDebugVm();
    const { heap } = limited.runtime.machine;
    heap.writeU32(Layout.VM.heap_limit, heap.readU32(Layout.VM.heap_top) + 64 * 65536);
    const printed = limited.run(`
def grow():
    held = []
    while True:
        held.append([0] * 1000)
for i in range(3):
    try:
        grow()
    except MemoryError as error:
        print(i, type(error).__name__, error.args)
try:
    x = [0] * 100_000_000
except MemoryError:
    print("too large")
d = {}
try:
    for i in range(10_000_000):
        d[i] = i
except MemoryError:
    print("dict stopped", len(d) > 10_000)
d = None
print(sum([1] * 1000))
`);
    expect(printed).toBe("0 MemoryError ()\n1 MemoryError ()\n2 MemoryError ()\ntoo large\ndict stopped True\n1000\n");
    expect(limited.audit()).toBeUndefined();
    limited.runtime.close();
  });
});
