// Declares one vitest test per language program, for one mode.
import { relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseExpectations } from "./expectations.ts";
import { KNOWN_FAILURES } from "./known-failures.ts";
import { checkBuild, KraitRunner, type RunResult } from "./krait.ts";
import type { Mode } from "./modes.ts";
import { findPrograms, languageFolder, type Program } from "./programs.ts";
import { exceptionSeen } from "./verdict.ts";

function checkResult(program: Program, result: RunResult): void {
  const expected = parseExpectations(program.source);
  // What went wrong is easiest to see from an unexpected exception: it is compared together with the output.
  const seen = { stdout: result.stdout, raises: exceptionSeen(result, expected.raises) };
  expect(seen).toEqual({ stdout: expected.stdout, raises: expected.raises });
  if (expected.traceback !== null) expect(result.traceback).toBe(expected.traceback);
  expect(result.audit).toBeNull();
}

/** A stable share of the programs: which ones depends on their names, not on what others there are. */
function sampled(programs: Program[], { every = 1 }: Mode): Program[] {
  return programs.filter(({ path }) => hashOf(relative(languageFolder, path)) % every === 0);
}
function hashOf(text: string): number {
  let hash = 0;
  for (const character of text.replaceAll("\\", "/")) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return hash;
}

/** Runs every program under tests/language in one mode. */
export function declareLanguageTests(mode: Mode): void {
  describe(`language tests, ${mode.name}`, () => {
    const runner = new KraitRunner(mode);
    beforeAll(checkBuild);
    afterAll(() => runner.close());
    for (const program of sampled(findPrograms(), mode)) {
      const name = relative(languageFolder, program.path).replaceAll("\\", "/");
      const reason = KNOWN_FAILURES[name] ?? KNOWN_FAILURES[`${mode.name}: ${name}`];
      const declare = reason === undefined ? test : test.skip;
      declare(name, async () => checkResult(program, await runner.runProgram(program)));
    }
  });
}
