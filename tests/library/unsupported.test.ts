// docs/library.md says which modules can't be imported, and with which error: that must be so.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Krait } from "../../src/index.ts";

const page = readFileSync(fileURLToPath(new URL("../../docs/library.md", import.meta.url)), "utf8");
const rows = [...page.matchAll(/^\| (\w+) \| (\w+Error: .*?) \|/gm)].map(([, name, error]) => ({ name, error }));

let vm: Krait;
beforeAll(() => {
  vm = Krait.create({ files: true });
});
afterAll(() => vm.close());

describe("modules that can't be imported", () => {
  test("the page has a table of them", () => expect(rows.length).toBeGreaterThan(0));
  test.each(rows)("$name", ({ name, error }) => {
    vm.run(
      `try:\n    import ${name}\n    seen = "imported"\nexcept Exception as e:\n    seen = f"{type(e).__name__}: {e}"`,
    );
    expect(vm.run("seen")).toBe(error);
  });
});
