// The front end's door: source → tree. A fast parser that only knows right programs goes first; if it stops, the
// slow one in diagnosis/ goes over the same tokens to find what CPython would report.

import type { Expression, Interactive, Mod, Module } from "./ast.ts";
import { diagnose } from "./diagnosis/diagnose.ts";
import { ParserStackOverflow, type SyntaxWarningRecord } from "./errors.ts";
import { lex } from "./lexer.ts";
import { FAIL, type ParseContext, TOO_DEEP } from "./parser/cursor.ts";
import { Parser } from "./parser/statements.ts";
import { readSource } from "./source.ts";
import type { LexWarning, TokenList } from "./token-list.ts";

/**
 * Sources longer than this are diagnosed from near the error on only: the slow parser reads about 0.5 MB/s. (Reading
 * all matters where CPython's error rules misfire on a right statement before the wrong one: a bug, but its bug.)
 */
const DIAGNOSE_WHOLE_CHARS = 200_000;

export type ParseMode = "exec" | "single" | "eval";

export interface ParseOptions {
  filename: string;
  /** "exec" (default): a module; "single": one interactive statement; "eval": one expression. */
  mode?: ParseMode;
  /** Receives the warnings, in CPython's order. Without it they are lost. */
  warnings?: SyntaxWarningRecord[];
  /** "single" only: a block stays open until an empty line closes it (what a REPL wants). */
  dontImplyDedent?: boolean;
  /** `from __future__ import barry_as_FLUFL` is already in force. */
  barry?: boolean;
}

/**
 * Parses Python 3.14 source. Bytes are decoded by byte order mark and coding cookie, UTF-8 by default.
 * Throws PySyntaxError for a program that is not Python (`incomplete` tells whether more input could help), and
 * ParserStackOverflow for one that is nested too deeply.
 */
export function parseModule(source: string | Uint8Array, options: ParseOptions & { mode?: "exec" }): Module;
export function parseModule(source: string | Uint8Array, options: ParseOptions & { mode: "single" }): Interactive;
export function parseModule(source: string | Uint8Array, options: ParseOptions & { mode: "eval" }): Expression;
export function parseModule(source: string | Uint8Array, options: ParseOptions): Mod;
export function parseModule(source: string | Uint8Array, options: ParseOptions): Mod {
  const mode = options.mode ?? "exec";
  const { text, isAscii } = readSource(source, options.filename, mode === "exec");
  const tokens = lex(text, { isAscii, single: mode === "single", dontImplyDedent: options.dontImplyDedent });
  const context: ParseContext = { literalWarnings: [], flowWarnings: [], barry: options.barry ?? false };
  const parser = new Parser(tokens, context);
  try {
    const tree = mode === "exec" ? parser.module() : mode === "eval" ? parser.evaluation() : parser.interactive();
    if (mode !== "single" || onlySpaceAfter(tokens, parser.pos)) {
      report(tokens, context, options, tokens.count);
      return tree;
    }
  } catch (error) {
    if (error === TOO_DEEP || error instanceof RangeError) throw new ParserStackOverflow();
    if (error !== FAIL) throw error;
  }
  report(tokens, context, options, parser.pos);
  const { filename, barry = false } = options;
  const startAt = text.length > DIAGNOSE_WHOLE_CHARS ? parser.safeStart : 0;
  throw diagnose(tokens, { filename, mode, barry, startAt, stoppedAt: parser.pos });
}

/** True if nothing but space and comments follows the token before `pos`. */
function onlySpaceAfter(tokens: TokenList, pos: number): boolean {
  const from = Math.min(tokens.end[pos - 1]!, tokens.text.length);
  return /^[ \t\n\f]*(?:#[^\n]*(?:\n[ \t\n\f]*|$))*$/.test(tokens.text.slice(from));
}

function report(tokens: TokenList, context: ParseContext, options: ParseOptions, upTo: number): void {
  if (options.warnings === undefined) return;
  const literals = [...tokens.warnings, ...context.literalWarnings].filter((w) => w.token <= upTo);
  literals.sort((a, b) => a.token - b.token);
  const record = ({ message, line, offset, text }: LexWarning): SyntaxWarningRecord => ({
    category: "SyntaxWarning",
    message,
    filename: options.filename,
    lineno: line,
    ...(offset !== undefined && { span: { offset, endLine: line, endOffset: offset } }),
    ...(text !== undefined && { text }),
  });
  options.warnings.push(...literals.map(record));
  // CPython looks at `finally` blocks after parsing, so a program with errors never gets there.
  if (upTo === tokens.count) options.warnings.push(...context.flowWarnings.map(record));
}
