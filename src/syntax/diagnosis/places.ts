// Where CPython puts an error: it mixes bytes and characters, "the last token fetched" and "where the lexer stands".
// This file knows those rules so that no other has to.

import { Buffer } from "node:buffer";
import { PySyntaxError, type SyntaxErrorType } from "../errors.ts";
import type { TokenList } from "../token-list.ts";
import { T } from "../token-types.ts";
import type { Placed } from "./nodes.ts";

/** A place as CPython's RAISE_ERROR_KNOWN_LOCATION takes it: byte columns from 0, -1 for "none". */
interface Place {
  line: number;
  col: number;
  endLine: number;
  endCol: number;
}

export class ErrorMaker {
  private readonly tokens: TokenList;
  private readonly filename: string;
  private readonly lineStarts: number[] = [0];

  constructor(tokens: TokenList, filename: string) {
    this.tokens = tokens;
    this.filename = filename;
    const { text } = tokens;
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) this.lineStarts.push(i + 1);
  }

  /** Text of a line, with or without its newline. */
  private lineText(line: number, withNewline: boolean): string {
    const start = this.lineStarts[line - 1];
    if (start === undefined) return "";
    const next = this.lineStarts[line];
    const { text } = this.tokens;
    if (next === undefined) return text.slice(start);
    return text.slice(start, withNewline ? next : next - 1);
  }

  /** Line the lexer is in once token `fill - 1` has been read. */
  private lexerLine(fill: number): number {
    return fill === 0 ? 0 : this.tokens.endLine[fill - 1]!;
  }

  /** Bytes from the start of that line to where the lexer stands. */
  private lexerColumn(fill: number): number {
    const last = fill - 1;
    const { tokens } = this;
    let cursor = tokens.end[last]!;
    if (tokens.type[last] === T.ERRORTOKEN) cursor = tokens.error!.cursor;
    else if (tokens.type[last] === T.NEWLINE) cursor = Math.min(cursor + 1, tokens.text.length);
    const start = this.lineStarts[Math.max(tokens.endLine[last]! - 1, 0)] ?? 0;
    return Buffer.byteLength(tokens.text.slice(start, cursor));
  }

  private make(type: SyntaxErrorType, message: string, place: Place, fill: number): PySyntaxError {
    // If the lexer is still in the line, CPython quotes its buffer, newline included.
    const text = this.lineText(place.line, this.lexerLine(fill) <= place.line);
    return new PySyntaxError({
      type,
      message,
      filename: this.filename,
      lineno: place.line,
      offset: toCharacters(text, place.col),
      end_lineno: place.endLine,
      end_offset: place.endCol > 0 ? toCharacters(text, place.endCol) : place.endCol,
      text,
    });
  }

  /** From the start of `a` to the end of `b`. */
  range(message: string, a: Placed, b: Placed, fill: number): PySyntaxError {
    const { line, col, endLine, endCol } = this.tokens;
    const place = {
      line: line[a.first]!,
      col: col[a.first]! + 1,
      endLine: endLine[b.last]!,
      endCol: endCol[b.last]! + 1,
    };
    return this.make("SyntaxError", message, place, fill);
  }

  /** From the start of `a` to where the lexer stands. */
  startingFrom(message: string, a: Placed, fill: number): PySyntaxError {
    const { line, col } = this.tokens;
    const place = {
      line: line[a.first]!,
      col: col[a.first]! + 1,
      endLine: this.lexerLine(fill),
      endCol: this.lexerColumn(fill),
    };
    return this.make("SyntaxError", message, place, fill);
  }

  /** A place given in byte columns from 0; -1 for no end. */
  at(message: string, line: number, col: number, endLine: number, endCol: number, fill: number): PySyntaxError {
    return this.make("SyntaxError", message, { line, col: col + 1, endLine, endCol: endCol + 1 }, fill);
  }

  /** At token `index`; layout tokens have no column, then it is where the lexer stands. */
  token(type: SyntaxErrorType, message: string, index: number, fill: number): PySyntaxError {
    const { line, col, endLine, endCol } = this.tokens;
    if (fill === 0) return this.make(type, message, { line: 0, col: 0, endLine: 0, endCol: -1 }, fill);
    const place = {
      line: line[index]!,
      col: col[index] === -1 ? this.lexerColumn(fill) : col[index]! + 1,
      endLine: endLine[index]!,
      endCol: endCol[index] === -1 ? -1 : endCol[index]! + 1,
    };
    return this.make(type, message, place, fill);
  }

  /** The bracket that was open when the lexer stopped. */
  unclosed(fill: number): PySyntaxError {
    const { char, line, col } = this.tokens.error!.open!;
    const place = { line, col: col + 1, endLine: line, endCol: 0 };
    return this.make("SyntaxError", `'${char}' was never closed`, place, fill);
  }

  /** What CPython raises on reaching the lexer's error. */
  lexer(): PySyntaxError {
    const error = this.tokens.error!;
    const fill = this.tokens.count;
    const index = fill - 1;
    switch (error.kind) {
      case "raised":
        return new PySyntaxError({
          message: error.message,
          filename: this.filename,
          lineno: error.line,
          offset: error.offset,
          end_lineno: error.line,
          end_offset: error.endOffset,
          text: this.lineText(error.line, false),
        });
      case "eof": {
        if (error.open !== null) return this.unclosed(fill);
        const { line } = error;
        const place = { line, col: this.lexerColumn(fill), endLine: line, endCol: -1 };
        return this.make("SyntaxError", error.message, place, fill);
      }
      case "dedent":
        return this.token("IndentationError", error.message, index, fill);
      case "tabs":
      case "depth": {
        const type = error.kind === "tabs" ? "TabError" : "IndentationError";
        return this.make(type, error.message, { line: error.line, col: 1, endLine: error.line, endCol: 0 }, fill);
      }
      case "continuation": {
        const place = { line: error.line, col: error.offset, endLine: error.line, endCol: 0 };
        return this.make("SyntaxError", error.message, place, fill);
      }
    }
  }
}

/** How many characters the first `bytes` bytes of a line are; a cut-off character counts. */
function toCharacters(text: string, bytes: number): number {
  if (bytes <= 0) return bytes;
  let count = 0;
  let seen = 0;
  for (const char of text) {
    if (seen >= bytes) return count;
    const code = char.codePointAt(0)!;
    seen += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    count++;
  }
  // One byte past the end still counts; nothing after it does.
  return seen < bytes ? count + 1 : count;
}
