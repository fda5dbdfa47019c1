// Whether a program did what its comments say, told as the first thing that differs.
import { parseExpectations } from "./expectations.ts";
import type { RunResult } from "./krait.ts";

/** The `# raises:` line as far as a result can be told to have it: notes come after it, groups are drawn with bars. */
export function exceptionSeen(result: RunResult, expected: string | null): string | null {
  if (result.exception === null || expected === null || result.traceback === null) return result.exception;
  const text = `\n${result.traceback}\n`;
  return text.includes(`\n${expected}\n`) || text.includes(`\n  | ${expected}\n`) ? expected : result.exception;
}

/** The first line in which two texts differ, both sides shown. */
export function firstDifference(expected: string, seen: string): string {
  const a = expected.split("\n");
  const b = seen.split("\n");
  let line = 0;
  while (line < a.length && a[line] === b[line]) line++;
  const show = (lines: string[]) => lines[line] ?? "(nothing)";
  return `line ${line + 1}\n    expected: ${show(a)}\n    seen:     ${show(b)}`;
}

/** What a result has that the program does not expect; null where all is as expected. */
export function findFault(source: string, result: RunResult): string | null {
  const expected = parseExpectations(source);
  const raises = exceptionSeen(result, expected.raises);
  if (raises !== expected.raises && raises !== null) return `raises ${raises}`;
  if (result.stdout !== expected.stdout) return `output, ${firstDifference(expected.stdout, result.stdout)}`;
  if (raises !== expected.raises) return `does not raise ${expected.raises}`;
  if (expected.traceback !== null && result.traceback !== expected.traceback)
    return `traceback, ${firstDifference(expected.traceback, result.traceback ?? "")}`;
  if (result.audit !== null) return `audit: ${result.audit}`;
  return null;
}
