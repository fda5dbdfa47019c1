// The token cursor that every part of the parser builds on. A parser never words an error: at the first token
// that fits nothing it throws FAIL, and diagnose.ts finds out what CPython would say.

import { step } from "../../util/patience.ts";
import type { Located } from "../ast.ts";
import type { LexWarning, TokenList } from "../token-list.ts";
import { T } from "../token-types.ts";

/** Thrown (never escapes src/syntax) when the program is not Python. Not an Error: a stack trace would cost more. */
export const FAIL = { failed: "parse" } as const;

/** Thrown when nesting is deeper than any sane program's; becomes ParserStackOverflow. */
export const TOO_DEEP = { failed: "depth" } as const;

// Nested operators, lambdas and conditionals; brackets have their own limit in the lexer.
const MAX_DEPTH = 1500;

export interface ParseContext {
  /** Warnings about literals, and (CPython gives them later) about `finally` blocks. */
  literalWarnings: LexWarning[];
  flowWarnings: LexWarning[];
  /** `from __future__ import barry_as_FLUFL` is in force: `<>` instead of `!=`. */
  barry: boolean;
}

export class Cursor {
  protected readonly tokens: TokenList;
  protected readonly context: ParseContext;
  protected readonly text: string;
  protected readonly type: Uint8Array;
  protected readonly line: Int32Array;
  protected readonly col: Int32Array;
  protected readonly endLine: Int32Array;
  protected readonly endCol: Int32Array;
  /** Index of the next token. */
  pos = 0;
  private depth = 0;

  constructor(tokens: TokenList, context: ParseContext) {
    this.tokens = tokens;
    this.context = context;
    this.text = tokens.text;
    this.type = tokens.type;
    this.line = tokens.line;
    this.col = tokens.col;
    this.endLine = tokens.endLine;
    this.endCol = tokens.endCol;
  }

  protected fail(): never {
    throw FAIL;
  }

  protected expect(type: number): void {
    if (this.type[this.pos] !== type) throw FAIL;
    this.pos++;
  }

  protected accept(type: number): boolean {
    if (this.type[this.pos] !== type) return false;
    this.pos++;
    return true;
  }

  /** Consumes a NAME and returns the identifier. */
  protected identifier(): string {
    const pos = this.pos;
    if (this.type[pos] !== T.NAME) throw FAIL;
    this.pos = pos + 1;
    return this.identifierAt(pos);
  }

  protected identifierAt(pos: number): string {
    const { start, end } = this.tokens;
    const from = start[pos]!;
    const to = end[pos]!;
    const name = this.text.slice(from, to);
    // A name whose bytes and characters are as many is ASCII.
    return this.endCol[pos]! - this.col[pos]! === to - from ? name : normalized(name);
  }

  /** True if the token at `pos` is the NAME `word` (a soft keyword). */
  protected isWord(pos: number, word: string): boolean {
    const start = this.tokens.start[pos]!;
    return (
      this.type[pos] === T.NAME && this.tokens.end[pos]! - start === word.length && this.text.startsWith(word, start)
    );
  }

  protected enter(): void {
    if (++this.depth > MAX_DEPTH) throw TOO_DEEP;
  }

  protected leave(): void {
    this.depth--;
  }

  /** Position from token `start` to token `end` (if not given: the last one consumed). */
  protected span(start: number, end = this.pos - 1): Located {
    step();
    return {
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** Index of the last token before `pos` that is not mere layout: a compound statement ends there. */
  protected lastSolid(): number {
    let i = this.pos - 1;
    while (i > 0) {
      const type = this.type[i]!;
      if (type !== T.ENDMARKER && (type < T.NEWLINE || type > T.DEDENT)) break;
      i--;
    }
    return i;
  }

  protected warn(message: string, line: number, token: number): void {
    this.context.literalWarnings.push({ message, line, token });
  }

  /** Runs `attempt`; if it fails, goes back to where it began and returns null. */
  protected speculate<N>(attempt: () => N): N | null {
    const { pos, depth } = this;
    const warnings = this.context.literalWarnings.length;
    try {
      return attempt();
    } catch (error) {
      if (error !== FAIL) throw error;
      this.pos = pos;
      this.depth = depth;
      this.context.literalWarnings.length = warnings;
      return null;
    }
  }
}

function normalized(name: string): string {
  const id = name.normalize("NFKC");
  // CPython: "identifier field can't represent 'True' constant".
  if (id === "None" || id === "True" || id === "False") throw FAIL;
  return id;
}
