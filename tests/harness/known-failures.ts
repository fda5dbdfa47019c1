// Language tests that Krait does not pass yet, with what was seen. They are skipped, and `tests/harness/status.ts --stale` tells which of them pass
// by now: such a row must go. Keys are paths under tests/language; a row for one mode has the form "audit: path".
// biome-ignore format: a table
export const KNOWN_FAILURES: Readonly<Record<string, string>> = {
  "exceptions/traceback-module-formats-by-hand.py": "output, line 2",
  "functions/builtin-argument-table.py": "output, line 54",
  "hottest: exceptions/traceback-of-a-deleted-and-misspelt-name.py": "suggestions look at the wrong frame",
  "hottest-audit: exceptions/traceback-of-a-deleted-and-misspelt-name.py": "suggestions look at the wrong frame",
  "jit: exceptions/traceback-of-a-deleted-and-misspelt-name.py": "suggestions look at the wrong frame",
  "guards: exceptions/traceback-of-a-deleted-and-misspelt-name.py": "suggestions look at the wrong frame",
};
