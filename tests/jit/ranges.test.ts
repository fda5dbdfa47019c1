import { expect, test } from "vitest";
import { Ranges } from "../../src/util/ranges.ts";

test("gives out the lowest part that is large enough", () => {
  const ranges = new Ranges(10, 100);
  expect([ranges.take(20), ranges.take(30), ranges.take(41), ranges.take(40)]).toEqual([10, 30, -1, 60]);
  expect(ranges.take(1)).toBe(-1);
  ranges.release(30, 30);
  expect([ranges.take(10), ranges.take(21), ranges.take(20)]).toEqual([30, -1, 40]);
});

test("parts that touch become one again, in whatever order they come back", () => {
  const parts = Array.from({ length: 40 }, (_, i) => i * 5);
  for (const step of [1, 3, 7, 11, 39]) {
    const ranges = new Ranges(0, 200);
    for (const at of parts) expect(ranges.take(5)).toBe(at);
    for (let i = 0; i < 40; i++) ranges.release(parts[(i * step) % 40] as number, 5);
    expect(ranges.take(200)).toBe(0);
  }
});

test("what is free can't be given back", () => {
  const ranges = new Ranges(0, 10);
  ranges.take(4);
  expect(() => ranges.release(2, 4)).toThrow("free already");
  ranges.release(0, 4);
  expect(() => ranges.release(0, 4)).toThrow("free already");
});

test("a part can be asked for by its place", () => {
  const ranges = new Ranges(0, 100);
  expect([ranges.claim(20, 10), ranges.claim(25, 10), ranges.claim(95, 10), ranges.claim(0, 0)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect([ranges.take(20), ranges.take(20), ranges.claim(50, 50), ranges.take(1)]).toEqual([0, 30, true, -1]);
  ranges.release(20, 10);
  expect(ranges.claim(20, 10)).toBe(true);
});
