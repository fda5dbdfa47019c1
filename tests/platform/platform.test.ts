import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HEAP_BYTES, type HeapMemory, openPlatform, type Platform } from "../../src/platform/platform.ts";
import { loadTestCore, TestLayout, testCorePath } from "./test-core.ts";

const { TestVm } = TestLayout;

describe.each(["addon", "koffi"] as const)("%s", (name) => {
  const platform: Platform = openPlatform(name);
  let heap: HeapMemory;
  beforeEach(() => {
    heap = platform.reserveHeap();
  });
  afterEach(() => heap.close());

  test("says which one it is", () => {
    expect(platform.name).toBe(name);
    expect(["x86_64", "aarch64"]).toContain(platform.arch);
  });

  describe("the heap", () => {
    test("is one ArrayBuffer of 4 GiB, all of it zero, readable and writable", () => {
      expect(heap.buffer.byteLength).toBe(HEAP_BYTES);
      const words = new Uint32Array(heap.buffer);
      for (const index of [0, 12345, 2 ** 29, 2 ** 30 - 1]) {
        expect(words[index]).toBe(0);
        words[index] = index + 1;
        expect(words[index]).toBe(index + 1);
      }
      const view = new DataView(heap.buffer);
      view.setFloat64(HEAP_BYTES - 8, 1.5);
      expect(view.getFloat64(HEAP_BYTES - 8)).toBe(1.5);
    });

    test("is apart from every other heap", () => {
      const other = platform.reserveHeap();
      new Uint32Array(heap.buffer)[7] = 1;
      new Uint32Array(other.buffer)[7] = 2;
      expect(new Uint32Array(heap.buffer)[7]).toBe(1);
      expect(Math.abs(other.base - heap.base)).toBeGreaterThanOrEqual(HEAP_BYTES);
      other.close();
    });

    test("maps a part of a file copy-on-write", () => {
      const folder = mkdtempSync(join(tmpdir(), "krait-"));
      const path = join(folder, "image");
      const page = platform.pageBytes;
      const contents = new Uint8Array(3 * page);
      contents.forEach((_, i) => {
        contents[i] = 1 + Math.floor(i / page);
      });
      writeFileSync(path, contents);
      const bytes = new Uint8Array(heap.buffer);
      heap.mapImage(path, page, 2 * page, 4 * page);
      expect(bytes[4 * page - 1]).toBe(0);
      expect(bytes[4 * page]).toBe(2);
      expect(bytes[6 * page - 1]).toBe(3);
      expect(bytes[6 * page]).toBe(0);
      bytes[4 * page] = 99;
      expect(readFileSync(path)[page]).toBe(2);
      heap.decommit(4 * page, page);
      expect(bytes[4 * page]).toBe(0); // zeros, not the file's contents
      expect(bytes[5 * page]).toBe(3);
      rmSync(folder, { recursive: true });
      expect(() => heap.mapImage(path, 0, page, 0)).toThrow(/image/);
    });

    test("gives decommitted pages back: they read as zero", () => {
      const bytes = new Uint8Array(heap.buffer);
      const page = platform.pageBytes;
      bytes.fill(7, 0, 3 * page);
      heap.decommit(page, page);
      expect(bytes[page - 1]).toBe(7);
      expect(bytes[page]).toBe(0);
      expect(bytes[2 * page - 1]).toBe(0);
      expect(bytes[2 * page]).toBe(7);
    });

    test("refuses ranges outside itself", () => {
      expect(() => heap.decommit(HEAP_BYTES, platform.pageBytes)).toThrow(/outside the heap/);
      expect(() => heap.decommit(HEAP_BYTES - platform.pageBytes, 2 * platform.pageBytes)).toThrow(/outside the heap/);
    });

    test("gives all its memory back when closed", () => {
      const before = process.memoryUsage.rss();
      const big = platform.reserveHeap();
      const bytes = new Uint8Array(big.buffer, 0, 200 << 20);
      bytes.fill(1);
      expect(process.memoryUsage.rss() - before).toBeGreaterThan(150 << 20);
      big.close();
      expect(process.memoryUsage.rss() - before).toBeLessThan(50 << 20);
      expect(bytes[100] ?? 0).toBe(0); // detached, or zeros: never a crash
      expect(big.isOpen).toBe(false);
      big.close();
      expect(() => big.decommit(0, platform.pageBytes)).toThrow(/closed/);
    });

    test("many can be opened and closed, and many be open at once", () => {
      // koffi's buffers count as memory in use, so V8 collects garbage for each one.
      const count = name === "addon" ? 1000 : 20;
      for (let i = 0; i < count; i++) {
        const next = platform.reserveHeap();
        new Uint32Array(next.buffer)[0] = i;
        next.close();
      }
      const many = Array.from({ length: count / 10 }, () => platform.reserveHeap());
      expect(new Set(many.map((one) => one.base)).size).toBe(count / 10);
      for (const one of many) one.close();
    });
  });

  describe("the core", () => {
    const core = loadTestCore(platform);
    const start = () => {
      platform.bindFunction(core.entry("core_init"), "void", 1)(heap.base);
      return platform.makeEnter(core, "core_enter", heap);
    };

    test("reads its own constants and writes the heap", () => {
      start();
      const bytes = new Uint8Array(heap.buffer, TestVm.text, 16);
      expect(Buffer.from(bytes).toString("latin1").replace(/\0.*/s, "")).toBe("hello from core");
      expect(new DataView(heap.buffer).getBigUint64(TestVm.counter, true)).toBe(41n);
    });

    test("goes through relocated pointers", () => {
      const enter = start();
      const view = new DataView(heap.buffer);
      expect(enter()).toBe(1);
      view.setUint32(TestVm.step, 1, true);
      expect(enter()).toBe(2);
      expect(view.getBigUint64(TestVm.counter, true)).toBe(84n);
    });

    test("calls the system's libm", () => {
      const view = new DataView(heap.buffer);
      view.setFloat64(TestVm.x, 3, true);
      view.setFloat64(TestVm.y, 4.5, true);
      expect(platform.bindFunction(core.entry("test_power"), "f64", 1)(heap.base)).toBe(3 ** 4.5);
    });

    test("serves two heaps at once", () => {
      const other = platform.reserveHeap();
      const enter = start();
      const enterOther = platform.makeEnter(core, "core_enter", other);
      enterOther();
      enterOther();
      enter();
      expect(new Uint32Array(heap.buffer)[0]).toBe(42);
      expect(new Uint32Array(other.buffer)[0]).toBe(2);
      other.close();
    });

    test("functions take up to four arguments and give each kind of result", () => {
      const sum = platform.bindFunction(core.entry("test_sum"), "address", 4);
      expect(sum(1, 2, 3, 4)).toBe(4321);
      expect(sum(2 ** 40, 0, 0, 0)).toBe(2 ** 40);
      expect(platform.bindFunction(core.entry("test_negate"), "i32", 1)(5)).toBe(-5);
      expect(platform.bindFunction(core.entry("test_negate"), "u32", 1)(5)).toBe(2 ** 32 - 5);
      expect(() => platform.bindFunction(core.entry("test_sum"), "address", 5)).toThrow(/four/);
    });

    test("names its entries, and what it lacks", () => {
      expect(core.entryNames).toContain("core_enter");
      expect(core.entryNames).not.toContain("add_one");
      expect(() => core.entry("no_such_thing")).toThrow("no_such_thing");
      expect(core.buildId).toMatch(/^[0-9a-f]{16}$/);
    });

    test("can be loaded twice, at two addresses, and closed", () => {
      const again = loadTestCore(platform);
      expect(again.base).not.toBe(core.base);
      expect(platform.makeEnter(again, "core_enter", heap)()).toBe(1);
      again.close();
      expect(start()()).toBe(1);
    });

    test("damaged or foreign images are refused", () => {
      const image = readFileSync(testCorePath(platform, "core.bin"));
      expect(() => platform.loadCore(image.subarray(0, image.length - 1))).toThrow(/damaged/);
      expect(() => platform.loadCore(Buffer.from("nonsense"))).toThrow(/not a core image/);
      const foreign = Buffer.from(image);
      foreign.writeUInt32LE(platform.arch === "x86_64" ? 183 : 62, 12);
      expect(() => platform.loadCore(foreign)).toThrow(/can't run on/);
      const future = Buffer.from(image);
      future.writeUInt32LE(2, 8);
      expect(() => platform.loadCore(future)).toThrow(/this version/);
    });
  });

  describe("a code region", () => {
    /** A function that returns a constant, in this machine's code. */
    const returning = (value: number): Uint8Array => {
      if (platform.arch === "aarch64") {
        const mov = 0x52800000 | (value << 5); // mov w0, #value
        return new Uint8Array(Uint32Array.of(mov, 0xd65f03c0).buffer);
      }
      return Uint8Array.of(0xb8, value & 255, value >> 8, 0, 0, 0xc3); // mov $value, %eax; ret
    };

    test("runs what was written, also when it is written over", () => {
      const image = loadTestCore(platform);
      const region = image.code;
      expect(region.end - region.start).toBe(2 ** 26);
      region.write(region.start, returning(41));
      const call = platform.bindFunction(image.base + region.start, "u32", 0);
      expect(call()).toBe(41);
      for (let i = 0; i < 50; i++) {
        region.write(region.start, returning(i));
        expect(call()).toBe(i);
      }
      region.write(region.end - 16, returning(77));
      expect(platform.bindFunction(image.base + region.end - 16, "u32", 0)()).toBe(77);
      expect(() => region.write(region.end - 2, returning(1))).toThrow(RangeError);
      expect(() => region.write(region.start - 2, returning(1))).toThrow(RangeError);
      image.close();
      expect(() => region.write(region.start, returning(1))).toThrow(/closed/);
    });
  });

  describe("interrupts", () => {
    const core = loadTestCore(platform);
    const spin = () => platform.makeEnter(core, "test_spin", heap);
    const flag = () => platform.interruptFlag(heap, TestVm.interrupt);
    const word = () => new Int32Array(heap.buffer, TestVm.interrupt, 1);

    test("a timeout stops native code that never comes back by itself", () => {
      const started = performance.now();
      platform.arm(flag(), 4, 100);
      expect(spin()()).toBe(4);
      const took = performance.now() - started;
      expect(took).toBeGreaterThan(95);
      expect(took).toBeLessThan(3000);
      word()[0] = 0;
      const again = performance.now();
      platform.arm(flag(), 8, 50);
      expect(spin()()).toBe(8);
      expect(performance.now() - again).toBeLessThan(1000);
    });

    test("the earlier of two timeouts comes first, other bits stay", () => {
      word()[0] = 0;
      platform.arm(flag(), 1, 300);
      platform.arm(flag(), 2, 60);
      expect(spin()()).toBe(2);
      word()[0] = 0;
      expect(spin()()).toBe(1);
    });

    test("a disarmed timeout never comes", async () => {
      const disarm = platform.arm(flag(), 1, 40);
      disarm();
      disarm();
      await new Promise((resolve) => setTimeout(resolve, 120));
      expect(word()[0]).toBe(0);
    });

    test("closing a heap takes its timeouts along", async () => {
      const doomed = platform.reserveHeap();
      platform.arm(platform.interruptFlag(doomed, 8), 1, 30);
      const doomedFlag = platform.interruptFlag(doomed, 8);
      doomed.close();
      await new Promise((resolve) => setTimeout(resolve, 80));
      expect(platform.raise(doomedFlag, 1)).toBe(false);
      expect(() => platform.arm(doomedFlag, 1, 1)).toThrow();
    });

    test("raise sets bits at once", () => {
      expect(platform.raise(flag(), 3)).toBe(true);
      expect(platform.raise(flag(), 8)).toBe(true);
      expect(word()[0]).toBe(11);
    });
  });
});

test("an unknown system gets one clear sentence", () => {
  const { platform } = process;
  try {
    Object.defineProperty(process, "platform", { value: "win32" });
    expect(() => openPlatform()).toThrow(/^krait runs on Linux and macOS, on x86_64 and AArch64; this is win32 on /);
  } finally {
    Object.defineProperty(process, "platform", { value: platform });
  }
});
