// The harness itself: comments read back as they were written, and every program carries expectations in a known form.
import { expect, test } from "vitest";
import {
  type Observation,
  observedExpectations,
  parseExpectations,
  writeExpectations,
} from "../harness/expectations.ts";
import { findPrograms } from "../harness/programs.ts";

function observation(seen: Partial<Observation>): Observation {
  const nothing = { lines: [], partial: "", late: [], stderr: "", exception: null, traceback: null, raiseLine: null };
  return { ...nothing, top: [], simple: [], ...seen };
}

test("text that a comment can't hold goes through JSON", () => {
  const texts = ["plain", "", " leading", "trailing ", "tab\there", "\u0000", "é€😀", "\u2028", "a # expect: b", "\r"];
  const source = "print('many')\n";
  const seen = observation({ lines: texts.map((text) => [1, text]), top: [[1, 1, true]], simple: [[1, 1]] });
  const written = writeExpectations(source, seen);
  expect(parseExpectations(written)).toEqual(observedExpectations(seen, false));
  expect(written.split("\n").every((line) => /^[^\u0000-\u0008\u2028\r]*$/.test(line))).toBe(true);
});

test("one printed line goes beside its statement, several go below", () => {
  const source = "print(1)\nfor i in x:\n    print(i)\nf()\n";
  const seen = observation({
    lines: [
      [1, "1"],
      [3, "a"],
      [3, "b"],
    ],
    exception: "NameError: name 'f' is not defined",
    raiseLine: 4,
    top: [
      [1, 1, true],
      [2, 3, false],
      [4, 4, true],
    ],
    simple: [
      [1, 1],
      [3, 3],
      [4, 4],
    ],
  });
  const written = writeExpectations(source, seen);
  expect(written).toBe(
    "print(1)  # expect: 1\nfor i in x:\n    print(i)\n# expect: a\n# expect: b\n" +
      "f()  # raises: NameError: name 'f' is not defined\n",
  );
  const lines: [number, number, boolean][] = [
    [1, 1, true],
    [2, 3, false],
    [6, 6, true],
  ];
  const again = {
    ...seen,
    top: lines,
    simple: [
      [1, 1],
      [3, 3],
      [6, 6],
    ] as [number, number][],
    raiseLine: 6,
  };
  expect(writeExpectations(written, again)).toBe(written);
});

test("output without a last newline is told apart", () => {
  const seen = observation({ partial: "no newline" });
  expect(parseExpectations(writeExpectations("write()\n", seen)).stdout).toBe("no newline");
});

test("every language program expects something and is named by a sentence", () => {
  const programs = findPrograms();
  expect(programs.length).toBeGreaterThan(700);
  const wrong: string[] = [];
  for (const { path, source } of programs) {
    const { stdout, raises } = parseExpectations(source);
    if (stdout === "" && raises === null) wrong.push(`${path} expects nothing`);
    if (!/^tests\/language\/[a-z]+\/[a-z0-9-]+\.py$/.test(path)) wrong.push(`${path}: lower-case words with dashes`);
    if (source.includes("\r") || source.includes("\t# ")) wrong.push(`${path}: odd white space`);
    if (!/^(# |"""|from |import )/.test(source)) wrong.push(`${path} does not start with a title`);
  }
  expect(wrong).toEqual([]);
});
