// All tokens of a source, as parallel typed arrays: an object a token would double the parser's time.
// `start`/`end` are UTF-16 indices into the (newline-normalised) text; `col`/`endCol` are UTF-8 byte columns.

import { step } from "../util/patience.ts";
import { T } from "./token-types.ts";

/** What the lexer stopped at; the last token is then an ERRORTOKEN. */
export interface LexError {
  /**
   * "raised": the lexer itself words and places the error. The others are states that CPython's *parser* turns into
   * an error when it asks for the token, with rules of their own for place and precedence.
   */
  kind: "raised" | "eof" | "dedent" | "tabs" | "depth" | "continuation";
  message: string;
  line: number;
  /** 1-based character offset and its end ("raised"), or the UTF-8 byte offset from 1 ("continuation"). */
  offset: number;
  endOffset: number;
  /** Text index up to which the lexer had read. */
  cursor: number;
  /** True when the end of the text is the reason (a REPL may ask for more). */
  atEnd: boolean;
  /** How many f-strings are open. */
  stringDepth: number;
  /** The innermost open bracket, or null. */
  open: { char: string; line: number; col: number } | null;
}

/** A `SyntaxWarning` from the lexer, for the caller to dress with a file name. */
export interface LexWarning {
  message: string;
  line: number;
  /** Index of the token being read: a parser that stops before it must not report the warning. */
  token: number;
  /** Where the SyntaxError points that it becomes if it is to be an error: character of its line, counted from 1, and that line. */
  offset?: number;
  text?: string;
}

export class TokenList {
  readonly text: string;
  count = 0;
  type: Uint8Array;
  start: Int32Array;
  end: Int32Array;
  line: Int32Array;
  col: Int32Array;
  endLine: Int32Array;
  endCol: Int32Array;
  error: LexError | null = null;
  readonly warnings: LexWarning[] = [];

  constructor(text: string) {
    this.text = text;
    // Measured over the standard library: one token per 7.8 characters; a denser source grows the arrays.
    const size = (text.length >> 2) + 16;
    this.type = new Uint8Array(size);
    this.start = new Int32Array(size);
    this.end = new Int32Array(size);
    this.line = new Int32Array(size);
    this.col = new Int32Array(size);
    this.endLine = new Int32Array(size);
    this.endCol = new Int32Array(size);
  }

  push(type: number, start: number, end: number, line: number, col: number, endLine: number, endCol: number): void {
    step();
    const i = this.count;
    if (i === this.type.length) this.grow();
    this.count = i + 1;
    this.type[i] = type;
    this.start[i] = start;
    this.end[i] = end;
    this.line[i] = line;
    this.col[i] = col;
    this.endLine[i] = endLine;
    this.endCol[i] = endCol;
  }

  textOf(index: number): string {
    return this.text.slice(this.start[index]!, this.end[index]!);
  }

  /** True if the lexer had to look at the end of the text to make this token. */
  reachesEnd(index: number): boolean {
    const type = this.type[index];
    if (type === T.ERRORTOKEN) return this.error!.atEnd;
    const end = this.end[index]!;
    // A quote ends a string whatever follows it, except that "" might have become """.
    if (type === T.STRING) return end >= this.text.length && /^[^'"]*(?:''|"")$/.test(this.textOf(index));
    if (type === T.FSTRING_END || type === T.TSTRING_END) return false;
    // Any other token might have gone on; two dots might have become three.
    return end >= this.text.length || (type === T.DOT && end + 1 >= this.text.length && this.text[end] === ".");
  }

  private grow(): void {
    const size = this.type.length * 2;
    const type = new Uint8Array(size);
    type.set(this.type);
    this.type = type;
    this.start = widened(this.start, size);
    this.end = widened(this.end, size);
    this.line = widened(this.line, size);
    this.col = widened(this.col, size);
    this.endLine = widened(this.endLine, size);
    this.endCol = widened(this.endCol, size);
  }
}

function widened(old: Int32Array, size: number): Int32Array {
  const wide = new Int32Array(size);
  wide.set(old);
  return wide;
}
