import { expect, test } from "vitest";
import { changeCase, changeSettledCase } from "../../src/host/text/unicode.ts";

const points = (text: string): number[] => [...text].map((c) => c.codePointAt(0) as number);

test("Node changes the case of settled characters as the tables do, alone and at the end of a word", () => {
  const different: string[] = [];
  for (let c = 0; c < 0x10000; c++)
    for (const text of [String.fromCharCode(c), `a${String.fromCharCode(c)}`, `${String.fromCharCode(c)}\u03a3`])
      for (const operation of ["upper", "lower"] as const) {
        const changed = changeSettledCase(text, operation);
        if (changed !== undefined && points(changed).join() !== changeCase(points(text), operation).join())
          different.push(`${operation} ${c.toString(16)}`);
      }
  expect(different).toEqual([]);
});
