// "invalid syntax. Did you mean 'for'?": what CPython's traceback module makes of a plain "invalid syntax" when it
// prints one. str(error) does not have the hint, so this is for whoever prints, not for whoever parses.

import type { Module } from "./ast.ts";
import { PySyntaxError } from "./errors.ts";
import { lex } from "./lexer.ts";
import { parseModule } from "./parse.ts";
import { readSource } from "./source.ts";
import { KEYWORDS, T } from "./token-types.ts";

const WORDS = [...KEYWORDS.keys()];
const MAX_CODE_CHARS = 1024;
const MAX_NAMES = 10;
const MAX_MATCHES = 3;

export interface HintOptions {
  /** The source came from a file rather than a string: CPython then considers only names in the line of the error. */
  isFile?: boolean;
  /** Whether a tree compiles: CPython gives no hint that leads to "'return' outside function". Default: it does. */
  compiles?: (tree: Module) => boolean;
}

/**
 * The error as it is to be printed: with a hint, and the misspelt word for a place, if replacing one name by a keyword
 * makes the code up to the error right; otherwise the error itself.
 */
export function withKeywordHint(
  error: PySyntaxError,
  source: string | Uint8Array,
  options: HintOptions = {},
): PySyntaxError {
  if (error.message !== "invalid syntax" && !error.message.includes("Perhaps you forgot a comma")) return error;
  const endLine = error.lineno ?? 0;
  const firstLine = error.lastStatementLine;
  const lines = readSource(source, error.filename, true).text.split("\n");
  const codeLines = dedent(lines.slice(firstLine > 0 ? firstLine - 1 : 0, endLine));
  const code = codeLines.join("\n");
  if (code.length > MAX_CODE_CHARS) return error;
  const tokens = lex(`${code}\n`, { isAscii: !/[^\x00-\x7f]/.test(code) });
  const errorLine = firstLine === 0 ? endLine : endLine + 1;
  let namesLeft = MAX_NAMES;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.type[i] !== T.NAME) continue;
    const line = tokens.line[i]!;
    if (options.isFile && line + firstLine !== errorLine) continue;
    if (namesLeft-- === 0) break;
    const word = tokens.textOf(i);
    for (const keyword of candidates(word)) {
      const from = tokens.start[i]!;
      const tried = code.slice(0, from) + keyword + code.slice(tokens.end[i]!);
      if (!mayBePython(tried, options.compiles)) continue;
      const text = codeLines[line - 1]!;
      const column = [...text.slice(0, from - code.lastIndexOf("\n", from - 1) - 1)].length;
      return error.with({
        message: `invalid syntax. Did you mean '${keyword}'?`,
        lineno: line,
        offset: column + 1,
        end_lineno: line,
        end_offset: column + 1 + [...word].length,
        text,
      });
    }
  }
  return error;
}

function mayBePython(code: string, compiles: HintOptions["compiles"]): boolean {
  try {
    const tree = parseModule(code, { filename: "<input>" });
    return compiles?.(tree) ?? true;
  } catch (error) {
    return error instanceof PySyntaxError && error.incomplete;
  }
}

/** textwrap.dedent: removes the white space that all lines share. */
function dedent(lines: string[]): string[] {
  let margin: string | null = null;
  for (const line of lines) {
    const indent = /^[ \t]*/.exec(line)![0];
    if (indent.length === line.length) continue;
    if (margin === null) margin = indent;
    let shared = 0;
    while (shared < margin.length && margin[shared] === indent[shared]) shared++;
    margin = margin.slice(0, shared);
  }
  const size = margin?.length ?? 0;
  return lines.map((line) => (/^[ \t]*$/.test(line) ? "" : line.slice(size)));
}

/** Keywords that `word` may be meant for, likeliest first. */
function candidates(word: string): string[] {
  const nearest = nearestKeyword(word);
  const matches = nearest === null ? [] : [nearest];
  return [...matches, ...closeMatches(word)].slice(0, MAX_MATCHES).filter((k) => k !== word);
}

// ---------------------------------------------------------------------------------------------- edit distance

const MOVE_COST = 2;
const CASE_COST = 1;
const MAX_STRING_CHARS = 40;

/** The keyword with the least edit distance, if that is small enough (CPython's Python/suggestions.c). */
function nearestKeyword(word: string): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  if (word.length >= MAX_STRING_CHARS) return null;
  for (const keyword of WORDS) {
    if (keyword === word) continue;
    const limit = Math.min(Math.floor(((word.length + keyword.length + 3) * MOVE_COST) / 6), bestDistance - 1);
    const distance = editDistance(word, keyword);
    if (distance > limit) continue;
    best = keyword;
    bestDistance = distance;
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i * MOVE_COST);
  for (let i = 0; i < a.length; i++) {
    const next = [(i + 1) * MOVE_COST];
    for (let j = 0; j < b.length; j++) {
      const replaced = row[j]! + substitutionCost(a[i]!, b[j]!);
      next.push(Math.min(replaced, row[j + 1]! + MOVE_COST, next[j]! + MOVE_COST));
    }
    row = next;
  }
  return row[b.length]!;
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

// ---------------------------------------------------------------------------------------------- difflib

const CUTOFF = 0.5;

/** difflib.get_close_matches(word, keywords, n=3, cutoff=0.5). */
function closeMatches(word: string): string[] {
  const scored: [number, string][] = [];
  for (const keyword of WORDS) {
    const score = (2 * matchingChars(keyword, word)) / (keyword.length + word.length);
    if (score >= CUTOFF) scored.push([score, keyword]);
  }
  scored.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? 1 : -1));
  return scored.slice(0, MAX_MATCHES).map(([, keyword]) => keyword);
}

/** Characters in the matching blocks of difflib.SequenceMatcher: the longest common run, then left and right of it. */
function matchingChars(a: string, b: string): number {
  let length = 0;
  let atA = 0;
  let atB = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let k = 0;
      while (i + k < a.length && j + k < b.length && a[i + k] === b[j + k]) k++;
      if (k > length) [length, atA, atB] = [k, i, j];
    }
  }
  if (length === 0) return 0;
  return (
    length +
    matchingChars(a.slice(0, atA), b.slice(0, atB)) +
    matchingChars(a.slice(atA + length), b.slice(atB + length))
  );
}
