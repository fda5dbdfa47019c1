import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { firstInvalidIndex, isPrintable } from "../../src/syntax/identifiers.ts";

const expected = JSON.parse(readFileSync(new URL("identifiers.json", import.meta.url), "utf8")) as Record<
  string,
  string
>;

/** Ranges of code points (surrogates left out) for which `holds`, in the table's notation. */
function rangesOf(holds: (point: number) => boolean): string {
  const found: string[] = [];
  let first = -1;
  for (let point = 0; point <= 0x110000; point++) {
    const inside = point < 0x110000 && !(point >= 0xd800 && point < 0xe000) && holds(point);
    if (inside && first < 0) first = point;
    else if (!inside && first >= 0) {
      found.push(first === point - 1 ? first.toString(16) : `${first.toString(16)}-${(point - 1).toString(16)}`);
      first = -1;
    }
  }
  return found.join(" ");
}

test("names begin with the characters CPython allows", { timeout: 30_000 }, () => {
  expect(rangesOf((point) => firstInvalidIndex(String.fromCodePoint(point)) < 0)).toBe(expected.start);
});

test("names go on with the characters CPython allows", { timeout: 30_000 }, () => {
  expect(rangesOf((point) => firstInvalidIndex(`a${String.fromCodePoint(point)}`) < 0)).toBe(expected.continue);
});

test("the printable characters are CPython's", { timeout: 30_000 }, () => {
  expect(rangesOf(isPrintable)).toBe(expected.printable);
});
