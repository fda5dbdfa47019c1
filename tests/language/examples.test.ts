// The examples, run the way a newcomer runs them: through the command, one process each.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkBuild } from "../harness/krait.ts";
import { expectedOutputOf, findPrograms } from "../harness/programs.ts";
import { root } from "../harness/root.ts";

describe("examples", () => {
  beforeAll(checkBuild);
  const examples = findPrograms([join(root, "examples")]);

  test("there are at least five, each with its expected output", () => {
    expect(examples.length).toBeGreaterThanOrEqual(5);
    for (const { path } of examples) expect(existsSync(expectedOutputOf(path)), path).toBe(true);
  });

  for (const { path } of examples) {
    test(basename(path), () => {
      const { stdout, stderr, status, signal } = spawnSync(process.execPath, ["bin/krait.js", path], {
        cwd: root,
        encoding: "utf8",
        timeout: 25_000,
      });
      expect({ stdout, stderr, status, signal }).toEqual({
        stdout: readFileSync(expectedOutputOf(path), "utf8"),
        stderr: "",
        status: 0,
        signal: null,
      });
    });
  }
});
