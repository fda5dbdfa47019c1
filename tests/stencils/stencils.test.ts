import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Patch, Role, readStencilLibrary, StencilLibrary } from "../../src/jit/emit/stencil-library.ts";
import { floatWord, ISLAND_BYTES, intWord, type Operand, Stitcher } from "../../src/jit/emit/stitcher.ts";
import { STENCIL_UOPS, UOP_NAMES, Uop, type UopName } from "../../src/jit/generated/stencil-uops.ts";
import { openPlatform } from "../../src/platform/platform.ts";
import { packageRoot } from "../../src/util/package-files.ts";
import { FIRST_SYMBOL_ROLE, PATCHES, ROLES } from "../../stencils/build/extract.ts";
import { loadTestCore } from "../platform/test-core.ts";
import { expectedFloat, expectedInt, FRAME_OFFSET, Frame, floatLoop, intLoop, stitch } from "./loops.ts";

/** The stencil with as many of the registers as the uop's form has. */
function placed(library: StencilLibrary, uop: UopName, ...registers: number[]): number {
  const operands = STENCIL_UOPS[uop].form.replace(/[ZC]/, "").length;
  return library.find(Uop[uop], ...registers.slice(0, operands));
}

const INT_MAX = 2 ** 47 - 1;
const INT_MIN = -(2 ** 47);

test("the loader's tables are the build's", () => {
  expect(Object.keys(Patch)).toEqual([...PATCHES]);
  expect(ROLES.indexOf("_HOLE3")).toBe(Role.operand3);
  expect([ROLES[Role.next], ROLES[Role.exit], ROLES[Role.target]]).toEqual(["_CONT", "_EXIT", "_TARGET"]);
  expect([ROLES[Role.call], ROLES[Role.cold], ROLES[Role.hot]]).toEqual(["_CALL", "_COLD", "_HOT"]);
  expect(FIRST_SYMBOL_ROLE).toBe(Role.firstSymbol);
});

test("both architectures have the same stencils", () => {
  const x86 = readStencilLibrary("x86_64");
  const arm = readStencilLibrary("aarch64");
  expect(x86.count).toBeGreaterThan(9000);
  for (const uop of Object.values(Uop)) expect(x86.find(uop)).toBe(arm.find(uop));
  expect(UOP_NAMES.map((name) => STENCIL_UOPS[name].id)).toEqual(UOP_NAMES.map((_, id) => id));
});

test("a library loads in a few milliseconds", () => {
  readStencilLibrary("x86_64");
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    readStencilLibrary("x86_64");
    return performance.now() - started;
  });
  expect(Math.min(...times)).toBeLessThan(5);
});

/** The longest ones, in bytes on the way on (what is out of the way doesn't count). */
const BIG: Partial<Record<UopName, number>> = {
  ...{ floordiv_int: 62, mod_int: 57, lshift_int: 49, rshift_int: 54 },
  ...{ number_to_float: 79, float_to_int_exact: 61, load_elem_float: 54 },
  // Three words of the frame head are compared.
  guard_caller: 60,
  // A constant of 64 bits is four instructions on AArch64.
  ...{ guard_in_window: 52, guard_not_in_window: 52 },
  // Products of halves: what pow would take ten times as long for.
  ...{ square_float: 200, root_float: 240 },
  // A whole return: the result into the caller, the way back.
  return_to_trace: 120,
};

test("no stencil is bigger than a slow path's call would be", () => {
  // A stencil that grows holds a slow path that belongs into a core function.
  for (const arch of ["x86_64", "aarch64"] as const) {
    const library = readStencilLibrary(arch);
    for (const uop of UOP_NAMES) {
      const size = library.sizeOf(placed(library, uop, 1, 2, 3));
      expect(size, `${arch} ${uop}`).toBeLessThanOrEqual(BIG[uop] ?? 48);
    }
  }
});

test("additions and plain moves are the instructions one would write by hand", () => {
  const library = readStencilLibrary("x86_64");
  expect(library.sizeOf(library.find(Uop.add_float, 1, 2))).toBe(4); // addsd
  expect(library.sizeOf(library.find(Uop.move, 1, 2))).toBe(3); // mov
  expect(library.sizeOf(library.find(Uop.move, 3, 3))).toBe(0);
  expect(library.sizeOf(library.find(Uop.add_int, 0, 1))).toBe(15); // mov, add, jo, mov
  expect(library.sizeOf(library.find(Uop.guard_lt_int, 0, 1))).toBe(9); // cmp, jge
  const arm = readStencilLibrary("aarch64");
  expect(arm.sizeOf(arm.find(Uop.add_int, 0, 1))).toBe(12); // adds, b.vs, mov
  expect(arm.sizeOf(arm.find(Uop.guard_lt_int, 0, 1))).toBe(8); // cmp, b.ge
});

test("True is the object 16 bytes behind False, as stencils that make bools have it", () => {
  const statics = readFileSync(join(packageRoot(), "native/core/statics.h"), "utf8");
  expect(statics).toMatch(/FALSE_REF = SINGLETONS_AT \+ 16,\s+TRUE_REF = SINGLETONS_AT \+ 32,/);
});

test("wrong libraries are refused", () => {
  expect(() => new StencilLibrary(Buffer.from("nonsense"))).toThrow(/not a stencil library/);
});

describe.each(["addon", "koffi"] as const)("on %s", (name) => {
  const platform = openPlatform(name);
  const library = readStencilLibrary(platform.arch);
  const heap = platform.reserveHeap();
  const frame = new Frame(heap);

  test("an int loop runs to its end", () => {
    const loop = stitch(platform, library, heap, intLoop(library));
    for (const n of [0, 1, 10, 100_000]) {
      frame.setInt(0, 0);
      frame.setInt(1, n);
      frame.setInt(2, 0);
      expect(loop.run()).toBe(1);
      expect(frame.int(0)).toBe(n);
      expect(frame.int(2)).toBe(expectedInt(n));
    }
  });

  test("an overflow leaves the loop with the state before it", () => {
    const loop = stitch(platform, library, heap, intLoop(library));
    const start = 2 ** 23; // i * i no longer fits 48 bits somewhat above 2^23.5
    frame.setInt(0, start);
    frame.setInt(1, 2 ** 30);
    frame.setInt(2, 5);
    expect(loop.run()).toBe(2);
    let [i, s] = [start, 5];
    for (; i * i <= INT_MAX; i++) s += (i * i) % 7;
    expect(frame.int(0)).toBe(i);
    expect(frame.int(2)).toBe(s);
  });

  test("a slot of another type leaves before the loop", () => {
    const loop = stitch(platform, library, heap, intLoop(library));
    frame.setFloat(0, 1.5);
    expect(loop.run()).toBe(3);
    expect(frame.float(0)).toBe(1.5);
  });

  test("a float loop gives JavaScript's result to the last bit", () => {
    const loop = stitch(platform, library, heap, floatLoop(library));
    frame.setInt(0, 0);
    frame.setInt(1, 12345);
    frame.setFloat(2, 0.4);
    frame.setFloat(3, 3.9);
    expect(loop.run()).toBe(1);
    expect(frame.float(2)).toBe(expectedFloat(12345, 0.4, 3.9));
  });

  /** Runs one two-operand uop on ints in registers a and b; undefined if it exits. */
  const binary = (uop: "add_int", a: number, b: number) => {
    const { run } = stitch(platform, library, heap, (stitcher) => {
      const exit = stitcher.newLabel();
      stitcher.emit(library.find(Uop.load_int, a), { exit, operands: [0] });
      stitcher.emit(library.find(Uop.load_int, b), { exit, operands: [8] });
      stitcher.emit(library.find(Uop[uop], a, b), { exit });
      stitcher.emit(library.find(Uop.store_int, a), { operands: [16] });
      stitcher.emit(library.special("return_to_c"), { operands: [1] });
      stitcher.bind(exit);
      stitcher.emit(library.find(Uop.store_int, a), { operands: [24] });
      stitcher.emit(library.special("return_to_c"), { operands: [0] });
    });
    return (x: number, y: number): number | undefined => {
      frame.setInt(0, x);
      frame.setInt(1, y);
      if (run() === 1) return frame.int(2);
      expect(frame.int(3)).toBe(x); // unchanged at the exit
      return undefined;
    };
  };

  const samples = [
    0,
    1,
    -1,
    2,
    -2,
    6,
    7,
    -7,
    100,
    -100,
    65535,
    2 ** 24,
    -(2 ** 24),
    2 ** 40,
    INT_MAX,
    INT_MIN,
    INT_MIN + 1,
  ];
  const fits = (n: bigint) => (n >= BigInt(INT_MIN) && n <= BigInt(INT_MAX) ? Number(n) : undefined);
  const floorMod = (x: bigint, y: bigint) => ((x % y) + y) % y;
  const semantics: Record<string, (x: bigint, y: bigint) => number | undefined> = {
    add_int: (x, y) => fits(x + y),
    sub_int: (x, y) => fits(x - y),
    rsub_int: (x, y) => fits(y - x),
    mul_int: (x, y) => fits(x * y),
    mod_int: (x, y) => (y === 0n ? undefined : fits(floorMod(x, y))),
    floordiv_int: (x, y) => (y === 0n ? undefined : fits((x - floorMod(x, y)) / y)),
    and_int: (x, y) => fits(x & y),
    or_int: (x, y) => fits(x | y),
    xor_int: (x, y) => fits(x ^ y),
    guard_lt_int: (x, y) => (x < y ? Number(x) : undefined),
    guard_le_int: (x, y) => (x <= y ? Number(x) : undefined),
    guard_eq_int: (x, y) => (x === y ? Number(x) : undefined),
    guard_ne_int: (x, y) => (x !== y ? Number(x) : undefined),
  };

  test.each(Object.keys(semantics))("%s computes or exits as Python's ints demand", (uop) => {
    // Registers that are special somewhere: r4 is rdx (division), r5 rcx (shifts).
    for (const [a, b] of [
      [0, 1],
      [4, 5],
      [5, 4],
      [7, 4],
    ] as const) {
      const run = binary(uop as "add_int", a, b);
      for (const x of samples)
        for (const y of samples) expect(run(x, y), `${x} ${uop} ${y}`).toBe(semantics[uop]?.(BigInt(x), BigInt(y)));
    }
  });

  test("every placement of an addition uses its own registers", () => {
    for (let a = 0; a < 8; a++)
      for (let b = 0; b < 8; b++) {
        const run = binary("add_int", a, b);
        expect(run(1000, 7)).toBe(a === b ? 14 : 1007);
      }
  });

  test("float guards know about NaN", () => {
    const guards = {
      guard_lt_float: (x: number, y: number) => x < y,
      guard_le_float: (x: number, y: number) => x <= y,
      guard_eq_float: (x: number, y: number) => x === y,
      guard_not_lt_float: (x: number, y: number) => !(x < y),
      guard_not_le_float: (x: number, y: number) => !(x <= y),
      guard_ne_float: (x: number, y: number) => !(x === y),
    };
    for (const [uop, holds] of Object.entries(guards)) {
      const { run } = stitch(platform, library, heap, (stitcher) => {
        const exit = stitcher.newLabel();
        stitcher.emit(library.find(Uop.load_float, 2), { exit, operands: [0] });
        stitcher.emit(library.find(Uop.load_float, 3), { exit, operands: [8] });
        stitcher.emit(library.find(Uop[uop as "guard_lt_float"], 2, 3), { exit });
        stitcher.emit(library.special("return_to_c"), { operands: [1] });
        stitcher.bind(exit);
        stitcher.emit(library.special("return_to_c"), { operands: [0] });
      });
      for (const x of [0, -0, 1.5, -1.5, Number.NaN, Number.POSITIVE_INFINITY])
        for (const y of [0, -0, 1.5, Number.NaN, Number.NEGATIVE_INFINITY]) {
          frame.setFloat(0, x);
          frame.setFloat(1, y);
          expect(run(), `${uop} ${x} ${y}`).toBe(holds(x, y) ? 1 : 0);
        }
    }
  });

  test("constants of any size, signs, conversions and boxes", () => {
    const word = (build: (stitcher: Stitcher) => void): number => {
      stitch(platform, library, heap, (stitcher) => {
        build(stitcher);
        stitcher.emit(library.special("return_to_c"), { operands: [1] });
      }).run();
      return 0;
    };
    for (const n of [0, 1, -1, 12345, 2 ** 40 + 3, INT_MAX, INT_MIN]) {
      word((s) => {
        s.emit(library.find(Uop.const_word, 6), { operands: [intWord(n)] });
        s.emit(library.find(Uop.store_int, 6), { operands: [0] });
        s.emit(library.find(Uop.int_to_float, 1, 6));
        s.emit(library.find(Uop.neg_float, 1));
        s.emit(library.find(Uop.store_float, 1), { operands: [8] });
        s.emit(library.find(Uop.abs_float, 1));
        s.emit(library.find(Uop.store_float, 1), { operands: [16] });
      });
      expect(frame.int(0)).toBe(n);
      expect(frame.float(1)).toBe(-n);
      expect(frame.float(2)).toBe(Math.abs(n));
    }
    for (const x of [0, -0, 0.1, -1e300, Number.POSITIVE_INFINITY, 5e-324]) {
      word((s) => {
        s.emit(library.find(Uop.const_float, 3), { operands: [floatWord(x)] });
        s.emit(library.find(Uop.box_float, 2, 3));
        s.emit(library.find(Uop.store_value, 2), { operands: [0] });
        s.emit(library.find(Uop.spill_store_float, 3), { operands: [FRAME_OFFSET + 8] });
      });
      expect(Object.is(frame.float(0), x)).toBe(true);
    }
    word((s) => {
      s.emit(library.find(Uop.store_const), { operands: [24, { low: 42, high: 0xfffe0000 }] });
    });
    expect(frame.int(3)).toBe(42);
    for (const small of [-32768, -1, 0, 32767]) {
      word((s) => {
        s.emit(library.find(Uop.const_word, 0), { operands: [intWord(100)] });
        const out = s.newLabel();
        s.emit(library.find(Uop.add_int_const, 0), { exit: out, operands: [small * 65536] });
        s.bind(out);
        s.emit(library.find(Uop.store_int, 0), { operands: [0] });
      });
      expect(frame.int(0)).toBe(100 + small);
    }
  });

  test("an interrupt flag in the heap ends a loop without end", () => {
    const flagOffset = 0; // VM.interrupt
    const word = new Int32Array(heap.buffer, flagOffset, 1);
    word[0] = 0;
    const { run } = stitch(platform, library, heap, (stitcher) => {
      const loop = stitcher.newLabel();
      const exit = stitcher.newLabel();
      stitcher.bind(loop);
      stitcher.emit(library.find(Uop.check_interrupt), { exit });
      stitcher.emit(library.find(Uop.jump), { target: loop });
      stitcher.bind(exit);
      stitcher.emit(library.special("return_to_c"), { operands: [9] });
    });
    platform.arm(platform.interruptFlag(heap, flagOffset), 1, 50);
    expect(run()).toBe(9);
    word[0] = 0;
  });
});

describe("the stitcher", () => {
  const platform = openPlatform("addon");
  const library = readStencilLibrary(platform.arch);

  test("puts what is out of the way behind the rest, once", () => {
    const stitcher = new Stitcher(library, () => 0x20000);
    stitcher.emit(library.find(Uop.decref, 0));
    const hot = stitcher.length;
    expect(hot).toBe(library.sizeOf(library.find(Uop.decref, 0)));
    stitcher.placeCold();
    const all = stitcher.length;
    expect(all).toBeGreaterThan(hot);
    stitcher.placeCold();
    expect(stitcher.finish(0x10000).length).toBe(all);
  });

  test("AArch64: a conditional branch out of reach goes through one jump behind the code", () => {
    const arm = readStencilLibrary("aarch64");
    const stitcher = new Stitcher(arm, () => 0);
    const far = stitcher.newLabel();
    stitcher.bindAddress(far, 0x100000);
    for (let i = 0; i < 3; i++) stitcher.emit(arm.find(Uop.exit_count), { target: far, operands: [4096] });
    stitcher.placeCold();
    const bytes = stitcher.length;
    expect(stitcher.finish(0x100000 + 2 ** 19).length).toBe(bytes);
    const address = 0x100000 + 2 ** 22;
    const code = stitcher.finish(address);
    expect(code.length).toBe(bytes + ISLAND_BYTES);
    const jump = new DataView(code.buffer).getUint32(bytes, true);
    expect(jump >>> 26).toBe(5); // b
    expect(((jump << 6) >> 6) * 4).toBe(0x100000 - (address + bytes));
  });

  test("jumps to code at an offset from the image", () => {
    const heap = platform.reserveHeap();
    const image = loadTestCore(platform);
    const first = image.base + image.code.start;
    for (const offset of [image.code.start + 256, image.code.start + 8192 + 64]) {
      const landing = new Stitcher(library);
      landing.emit(library.special("return_to_c"), { operands: [5] });
      image.code.write(offset, landing.finish(image.base + offset));
      for (let r = 0; r < 8; r++) {
        const stitcher = new Stitcher(library, (name) => (name === "core_image_base" ? image.base : 0));
        stitcher.emit(library.special("enter_from_c"));
        stitcher.emit(library.find(Uop.const_small, r), { operands: [offset] });
        stitcher.emit(library.find(Uop.jump_code, r));
        image.code.write(image.code.start, stitcher.finish(first));
        expect(platform.bindFunction(first, "u32", 2)(heap.base + FRAME_OFFSET, heap.base)).toBe(5);
      }
    }
    heap.close();
    image.close();
  });
});

describe("the stitcher refuses", () => {
  const library = readStencilLibrary("x86_64");
  const emit = (uop: "add_int_const", operands: Operand[]) => {
    const stitcher = new Stitcher(library);
    stitcher.emit(library.find(Uop[uop], 0), { exit: stitcher.newLabel(), operands });
    return stitcher;
  };

  test("operands that don't fit", () => {
    expect(() => emit("add_int_const", [2 ** 31])).toThrow(/does not fit/);
    expect(() => emit("add_int_const", [-(2 ** 31) - 1])).toThrow(/does not fit/);
    expect(() => emit("add_int_const", [0.5])).toThrow(/no exact integer/);
    expect(() => intWord(2 ** 47)).toThrow(/48-bit/);
  });

  test("what is missing", () => {
    expect(() => new Stitcher(library).emit(library.find(Uop.add_int, 0, 1))).toThrow(/needs an exit/);
    expect(() => new Stitcher(library).emit(library.find(Uop.const_word, 0))).toThrow(/needs operand 0/);
    expect(() => emit("add_int_const", [1]).finish(0x10000)).toThrow(/never bound/);
    expect(() => library.find(Uop.add_int, 0, 8)).toThrow(RangeError);
  });

  test("jumps that don't reach", () => {
    const stitcher = new Stitcher(library);
    const far = stitcher.newLabel();
    stitcher.bindAddress(far, 2 ** 40);
    stitcher.emit(library.find(Uop.jump), { target: far });
    expect(() => stitcher.finish(0x10000)).toThrow(/out of reach/);
  });
});
