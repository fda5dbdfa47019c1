// Tokens as the module tokenize shows them: with comments and blank lines, which the parser's lexer leaves out, and the lines they stand on.

import { PySyntaxError } from "./errors.ts";
import { lex } from "./lexer.ts";
import type { TokenList } from "./token-list.ts";
import { T } from "./token-types.ts";
import { lexicalError } from "./tokenize.ts";

export interface ShownToken {
  readonly type: number;
  readonly text: string;
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
  readonly line: string;
}

const OP = 55;
const COMMENT = 65;
const NL = 66;

/** Lines of a text by UTF-16 index; columns in code points. */
class Lines {
  readonly text: string;
  readonly starts: number[] = [0];
  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }
  row(index: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
  place(index: number): [number, number] {
    const row = this.row(index);
    let col = 0;
    for (let at = this.starts[row] as number; at < index; col++)
      at += (this.text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    return [row + 1, col];
  }
  /** Text of the lines two places are on. */
  between(start: number, end: number): string {
    return this.text.slice(this.starts[this.row(start)], this.starts[this.row(end) + 1] ?? this.text.length);
  }
}

class Shower {
  readonly #list: TokenList;
  readonly #text: string;
  readonly #lines: Lines;
  readonly #extra: boolean;
  readonly shown: ShownToken[] = [];

  constructor(list: TokenList, text: string, extra: boolean) {
    this.#list = list;
    this.#text = text;
    this.#lines = new Lines(text);
    this.#extra = extra;
  }

  #put(type: number, start: number, end: number, text = this.#text.slice(start, end)): void {
    const lines = this.#lines;
    this.shown.push({
      type,
      text,
      start: lines.place(start),
      end: lines.place(end),
      line: lines.between(start, Math.max(start, end - 1)),
    });
  }

  /** A line's end, which may be missing on the last line. */
  #lineEnd(type: number, at: number): void {
    const there = this.#text[at] === "\n";
    const [row, col] = this.#lines.place(at);
    this.shown.push({
      type,
      text: there ? "\n" : "",
      start: [row, col],
      end: [row, col + 1],
      line: this.#lines.between(at, at),
    });
  }

  /** Comments and line ends that are no tokens, from `at` to `end`. */
  #between(at: number, end: number): void {
    if (!this.#extra) return;
    const text = this.#text;
    while (at < end) {
      const c = text[at];
      if (c === "#") at = this.#comment(at);
      else if (c === "\n") this.#lineEnd(NL, at++);
      else at += c === "\\" && text[at + 1] === "\n" ? 2 : 1;
    }
  }
  #comment(at: number): number {
    const end = this.#text.indexOf("\n", at);
    const stop = end < 0 ? this.#text.length : end;
    this.#put(COMMENT, at, stop);
    // A comment that is all of the last line has no line end to show.
    if (end < 0 && /^[ \t\f]*$/.test(this.#text.slice(this.#lines.starts[this.#lines.row(at)], at)))
      this.#lineEnd(NL, stop);
    return stop;
  }

  run(): void {
    const list = this.#list;
    let done = 0;
    for (let i = 0; i < list.count; i++) {
      const type = list.type[i] as number;
      if (type === T.ERRORTOKEN) break;
      if (type === T.INDENT || type === T.DEDENT) {
        // They stand where the next real token is, behind comments and blank lines.
        let next = i;
        while (list.type[next] === T.INDENT || list.type[next] === T.DEDENT) next++;
        done = this.#indents(i, next, done);
        i = next - 1;
        continue;
      }
      if (type === T.ENDMARKER) {
        this.#between(done, this.#text.length);
        this.#end();
        break;
      }
      const start = list.start[i] as number;
      const end = list.end[i] as number;
      this.#between(done, start);
      if (type === T.NEWLINE) done = this.#newline(start);
      else {
        const shownType = !this.#extra || type <= T.DEDENT ? type : type < OP ? OP : type > 66 ? T.NAME : type;
        this.#put(shownType, start, end);
        done = end;
        // A doubled brace at the end of a string's text is one character of it.
        if (type === T.FSTRING_MIDDLE || type === T.TSTRING_MIDDLE) done = Math.max(end, list.start[i + 1] ?? end);
      }
    }
  }

  #newline(start: number): number {
    let at = start;
    while (at < this.#text.length && this.#text[at] !== "\n" && this.#text[at] !== "#") at++;
    if (this.#text[at] === "#") {
      const end = this.#text.indexOf("\n", at);
      const stop = end < 0 ? this.#text.length : end;
      if (this.#extra) this.#put(COMMENT, at, stop);
      at = stop;
    }
    this.#lineEnd(T.NEWLINE, at);
    return at + 1;
  }

  #indents(first: number, next: number, done: number): number {
    const list = this.#list;
    const atEnd = next >= list.count || list.type[next] === T.ENDMARKER;
    const target = atEnd ? this.#text.length : (list.start[next] as number);
    const row = this.#lines.row(target);
    const lineStart = this.#lines.starts[row] as number;
    this.#between(done, atEnd ? target : lineStart);
    for (let i = first; i < next; i++) {
      if (atEnd) {
        const last = this.#lastRow();
        this.shown.push({ type: T.DEDENT, text: "", start: [last, 0], end: [last, 0], line: "" });
      } else if (list.type[i] === T.INDENT) this.#put(T.INDENT, lineStart, target);
      else {
        const place = this.#lines.place(target);
        this.shown.push({
          type: T.DEDENT,
          text: "",
          start: place,
          end: place,
          line: this.#lines.between(target, target),
        });
      }
    }
    return target;
  }

  /** Row behind the last line. */
  #lastRow(): number {
    return this.#text === "" ? 1 : this.#lines.place(this.#text.length)[0] + (this.#text.endsWith("\n") ? 0 : 1);
  }
  #end(): void {
    const row = this.#lastRow();
    this.shown.push({ type: T.ENDMARKER, text: "", start: [row, 0], end: [row, 0], line: "" });
  }
}

/** Lines of a source whose lines end in "\r\n" are shown as they are. */
function withCarriageReturns(token: ShownToken): ShownToken {
  const line = token.line.replaceAll("\n", "\r\n");
  if (token.text !== "\n") return { ...token, line };
  return { ...token, line, text: "\r\n", end: [token.end[0], token.end[1] + 1] };
}

/** An end inside brackets is worded and placed as for whoever reads tokens, not as the parser does. */
function failure(list: TokenList, text: string): PySyntaxError | undefined {
  const error = lexicalError(list, text, "<string>");
  if (error === undefined || list.error?.kind !== "eof" || list.error.open === null) return error;
  const lineno = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return new PySyntaxError({
    type: "SyntaxError",
    message: "unexpected EOF in multi-line statement",
    filename: "<string>",
    lineno,
    offset: 0,
    end_lineno: lineno,
    end_offset: 0,
    text: "",
    incomplete: true,
  });
}

/** All tokens, and what stopped them if something did. `extra`: with comments, NLs, and operators as OP. */
export function showTokens(
  source: string,
  extra: boolean,
): { tokens: readonly ShownToken[]; error: PySyntaxError | undefined } {
  const text = source.replaceAll("\r\n", "\n");
  // The lexer wants the last line ended; the token then says that it was not.
  const whole = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  const list = lex(whole, { isAscii: /^[\x00-\x7f]*$/.test(text), takesAnyBracket: extra });
  const shower = new Shower(list, text, extra);
  shower.run();
  const tokens = text.length === source.length ? shower.shown : shower.shown.map(withCarriageReturns);
  return { tokens, error: failure(list, text) };
}
