// Language programs with every loop and function traced at once, by traces that step every recorded instruction: the same output, the same counts.
import { afterAll, describe, expect, test } from "vitest";
import { CoreConst } from "../../src/heap/generated/layout.ts";
import { parseExpectations } from "../harness/expectations.ts";
import { KNOWN_FAILURES } from "../harness/known-failures.ts";
import { findPrograms } from "../harness/programs.ts";
import { rounds, Tools } from "./hand-made.ts";

const folders = ["generators", "closures", "hot", "with"];
const TRACES_MOST = 2000;

let total = 0;

describe("stepped", () => {
  afterAll(() => expect(total).toBeGreaterThan(1000));
  for (const program of findPrograms(folders.map((folder) => `tests/language/${folder}`))) {
    const expected = parseExpectations(program.source);
    const name = program.path.replace("tests/language/", "");
    // Programs that end in an exception are other tests' business.
    if (expected.raises !== null || name in KNOWN_FAILURES) continue;
    test(name, () => {
      const tools = new Tools();
      tools.flags = CoreConst.RECORD_SKIP_RECURSION;
      tools.inner = 2;
      tools.filename = program.filename;
      let made = 0;
      try {
        const plan = {
          recorded(_: Tools, records: ReturnType<Tools["records"]>) {
            if (records.length > 0 && made++ < TRACES_MOST) tools.stepTrace(records);
          },
        };
        expect(tools.run(program.source, plan, 0, 0)).toBe(expected.stdout);
        total += tools.word(rounds);
      } finally {
        tools.close();
      }
    });
  }
});
