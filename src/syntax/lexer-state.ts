// Where the lexer stands, and how it emits tokens and its one error. Columns of tokens are UTF-8 bytes, offsets of
// errors are characters: both are plain subtraction in ASCII sources.

import { Buffer } from "node:buffer";
import { type LexError, TokenList } from "./token-list.ts";
import { T } from "./token-types.ts";

export interface LexOptions {
  /** Interactive mode: the end of the text stands for a newline and closes open blocks. */
  single?: boolean;
  /** With `single`: blocks stay open at the end of the text unless an empty line closed them. */
  dontImplyDedent?: boolean;
  /** For showing tokens: closing brackets need not match, as the module tokenize has it. */
  takesAnyBracket?: boolean;
  /** No character is above U+007F: columns need no UTF-8 arithmetic. */
  isAscii: boolean;
}

/** An f- or t-string being read. */
export interface StringMode {
  quote: number;
  quoteSize: 1 | 3;
  raw: boolean;
  template: boolean;
  /** Reading literal text (true) or the tokens of a replacement field. */
  inText: boolean;
  inSpec: boolean;
  bracketDepth: number;
  /** bracketDepth outside the innermost replacement field; -1 outside any. */
  fieldDepth: number;
  start: number;
  line: number;
  lineStart: number;
}

export class LexerState {
  readonly tokens: TokenList;
  protected readonly text: string;
  protected readonly options: LexOptions;
  protected readonly isAscii: boolean;
  protected pos = 0;
  protected line: number;
  protected lineStart = 0;
  /** Where CPython's buffer would begin: differs from lineStart after a continuation line. */
  protected bufferStart = 0;
  // Incremental byte column: text index `columnIndex` is byte `columnBytes` of the current line.
  private columnIndex = 0;
  private columnBytes = 0;
  protected readonly indents: number[] = [0];
  protected readonly altIndents: number[] = [0];
  protected readonly brackets: number[] = [];
  protected readonly bracketLines: number[] = [];
  protected readonly bracketCols: number[] = [];
  protected readonly modes: StringMode[] = [];
  protected mode: StringMode | null = null;

  constructor(text: string, options: LexOptions) {
    this.text = text;
    this.options = options;
    this.isAscii = options.isAscii;
    this.tokens = new TokenList(text);
    this.line = text.length > 0 ? 1 : 0;
  }

  // -------------------------------------------------------------------------------------------- positions

  protected column(index: number): number {
    if (this.isAscii) return index - this.lineStart;
    if (index < this.columnIndex || this.columnIndex < this.lineStart) {
      this.columnIndex = this.lineStart;
      this.columnBytes = 0;
    }
    let bytes = this.columnBytes;
    const text = this.text;
    for (let i = this.columnIndex; i < index; i++) {
      const c = text.charCodeAt(i);
      if (c < 0x80) bytes++;
      else if (c < 0x800) bytes += 2;
      else if (c >= 0xd800 && c < 0xdc00 && i + 1 < index) {
        bytes += 4;
        i++;
      } else bytes += 3;
    }
    this.columnIndex = index;
    this.columnBytes = bytes;
    return bytes;
  }

  protected charOffset(lineStart: number, index: number): number {
    if (this.isAscii) return index - lineStart;
    let count = 0;
    for (let i = lineStart; i < index; i++, count++) {
      const c = this.text.charCodeAt(i);
      if (c >= 0xd800 && c < 0xdc00 && i + 1 < index) i++;
    }
    return count;
  }

  /** The newline at `index` has been read; what follows, if anything, is another line. */
  protected newline(index: number): void {
    if (index + 1 < this.text.length) {
      this.line++;
      this.lineStart = index + 1;
    }
  }

  protected push(type: number, start: number, end: number): void {
    const line = this.line;
    const col = this.column(start);
    this.tokens.push(type, start, end, line, col, line, this.isAscii ? col + end - start : this.column(end));
  }

  protected pushUnplaced(type: number, index: number): void {
    this.tokens.push(type, index, index, this.line, -1, this.line, -1);
  }

  // -------------------------------------------------------------------------------------------- errors

  protected stop(error: Partial<LexError> & { kind: LexError["kind"]; message: string }): false {
    const top = this.brackets.length - 1;
    this.pushUnplaced(T.ERRORTOKEN, this.pos);
    this.tokens.error = {
      line: this.line,
      offset: 0,
      endOffset: 0,
      cursor: this.pos,
      atEnd: false,
      stringDepth: this.modes.length,
      open:
        top < 0
          ? null
          : {
              char: String.fromCharCode(this.brackets[top]!),
              line: this.bracketLines[top]!,
              col: this.bracketCols[top]!,
            },
      ...error,
    };
    return false;
  }

  /** An error that lies just before text index `cursor` of the current line. */
  protected raise(message: string, cursor: number): false {
    this.pos = cursor;
    const offset = this.charOffset(this.lineStart, cursor);
    return this.stop({ kind: "raised", message, offset, endOffset: offset });
  }

  protected raiseRange(message: string, offset: number, endOffset: number): false {
    return this.stop({ kind: "raised", message, offset, endOffset });
  }

  protected unexpectedEnd(): false {
    this.pos = this.text.length;
    return this.stop({ kind: "eof", message: "unexpected EOF while parsing", atEnd: true });
  }

  protected charBytes(from: number, to: number): number {
    return this.isAscii ? to - from : Buffer.byteLength(this.text.slice(from, to));
  }
}
