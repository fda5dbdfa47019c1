// Text → tokens, all at once. The lexer never throws: it stops at the first thing it can't read, appends an
// ERRORTOKEN and describes it in `TokenList.error`, because whether that error or an earlier one of the grammar is
// reported depends on how far the parser gets. The rules (limits, precedence, places) are those of CPython 3.14's
// Parser/lexer/lexer.c.

import { firstInvalidIndex, isPrintable } from "./identifiers.ts";
import { LexerState, type LexOptions, type StringMode } from "./lexer-state.ts";
import { CLASS, keywordAt, ONE_CHAR, threeChars, twoChars } from "./lexer-tables.ts";
import { scanNumber } from "./number-scan.ts";
import type { TokenList } from "./token-list.ts";
import { T } from "./token-types.ts";

const MAX_BRACKETS = 200;
const MAX_INDENTS = 100;
const MAX_STRING_DEPTH = 150;
const MAX_FIELD_DEPTH = 3;
const TAB_SIZE = 8;

/** Reads all of `text`, whose newlines are "\n" only. */
export function lex(text: string, options: LexOptions): TokenList {
  const lexer = new Lexer(text, options);
  lexer.run();
  return lexer.tokens;
}

class Lexer extends LexerState {
  run(): void {
    const length = this.text.length;
    let ok = this.indentation();
    while (ok && this.pos < length) {
      ok = this.mode?.inText ? this.stringText(this.mode) : this.regular();
    }
    if (ok) this.finish();
  }

  // -------------------------------------------------------------------------------------------- lines

  /** At the start of a logical line: emits INDENT or DEDENTs and leaves `pos` at the first character. */
  private indentation(): boolean {
    const text = this.text;
    const length = text.length;
    let pos = this.pos;
    for (;;) {
      let col = 0;
      let altCol = 0;
      let continued = 0;
      let c = -1;
      for (; pos < length; pos++) {
        c = text.charCodeAt(pos);
        if (c === 32) {
          col++;
          altCol++;
        } else if (c === 9) {
          col = (Math.floor(col / TAB_SIZE) + 1) * TAB_SIZE;
          altCol++;
        } else if (c === 12) {
          col = altCol = 0;
        } else if (c === 92) {
          // The first backslash decides the indentation; the lines it joins on add nothing.
          continued ||= col;
          this.pos = pos;
          if (!this.continuation()) return false;
          this.bufferStart = this.lineStart;
          pos = this.pos - 1;
        } else break;
      }
      this.pos = pos;
      if (pos >= length) return this.indentTo(continued || col, continued || altCol);
      // Lines with nothing but space and a comment say nothing about indentation.
      if (c === 35) {
        pos = text.indexOf("\n", pos);
        if (pos < 0) {
          this.pos = length;
          return true;
        }
      } else if (c !== 10) return this.indentTo(continued || col, continued || altCol);
      this.newline(pos);
      this.bufferStart = this.lineStart;
      pos++;
    }
  }

  private indentTo(col: number, altCol: number): boolean {
    const { indents, altIndents } = this;
    const top = indents.length - 1;
    const current = indents[top]!;
    if (col === current) return altCol === altIndents[top] || this.tabError();
    if (col > current) {
      if (top + 1 >= MAX_INDENTS) {
        this.pos = this.lineEnd();
        return this.stop({ kind: "depth", message: "too many levels of indentation" });
      }
      if (altCol <= altIndents[top]!) return this.tabError();
      indents.push(col);
      altIndents.push(altCol);
      this.pushUnplaced(T.INDENT, this.pos);
      return true;
    }
    let depth = top;
    while (depth > 0 && col < indents[depth]!) depth--;
    if (col !== indents[depth]) {
      this.pos = this.lineEnd();
      return this.stop({ kind: "dedent", message: "unindent does not match any outer indentation level" });
    }
    if (altCol !== altIndents[depth]) return this.tabError();
    for (let i = top; i > depth; i--) this.pushUnplaced(T.DEDENT, this.pos);
    indents.length = altIndents.length = depth + 1;
    return true;
  }

  private tabError(): false {
    this.pos = this.lineEnd();
    return this.stop({ kind: "tabs", message: "inconsistent use of tabs and spaces in indentation" });
  }

  private lineEnd(): number {
    const end = this.text.indexOf("\n", this.pos);
    return end < 0 ? this.text.length : end + 1;
  }

  /** `pos` is at a backslash that must end the line; moves past the newline. */
  private continuation(): boolean {
    const next = this.pos + 1;
    if (next >= this.text.length || this.text.charCodeAt(next) !== 10) {
      const cursor = Math.min(next + 1, this.text.length);
      this.pos = cursor;
      const offset = this.charBytes(this.bufferStart, cursor);
      return this.stop({
        kind: "continuation",
        message: "unexpected character after line continuation character",
        offset,
      });
    }
    if (next + 1 >= this.text.length) return this.unexpectedEnd();
    this.newline(next);
    this.pos = next + 1;
    return true;
  }

  /** End of the text outside any string. */
  private finish(): void {
    const length = this.text.length;
    this.pos = length;
    if (this.mode?.inText) {
      this.unterminatedInterpolated(this.mode, true);
      return;
    }
    if (this.brackets.length > 0 || this.modes.length > 0) {
      this.unexpectedEnd();
      return;
    }
    if (this.options.single && this.tokens.count > 0) {
      this.pushUnplaced(T.NEWLINE, length);
      if (this.indents.length > 1 && !this.options.dontImplyDedent) {
        for (let i = this.indents.length; i > 1; i--) this.pushUnplaced(T.DEDENT, length);
        this.pushUnplaced(T.NEWLINE, length);
      }
    }
    this.pushUnplaced(T.ENDMARKER, length);
  }

  // -------------------------------------------------------------------------------------------- tokens

  /** Reads one token (or space) outside string text. */
  private regular(): boolean {
    const text = this.text;
    let pos = this.pos;
    let c = text.charCodeAt(pos);
    while (c === 32 || c === 9 || c === 12) c = text.charCodeAt(++pos);
    const start = pos;
    this.pos = pos;

    if (c >= 128 || CLASS[c]! & 1) return this.word(start);
    if (Number.isNaN(c)) return true; // only spaces were left
    if (CLASS[c]! & 4) return this.number(start);
    switch (c) {
      case 10:
        return this.endOfLine(start, start);
      case 35: {
        const end = text.indexOf("\n", start);
        if (end < 0) {
          this.pos = text.length;
          return true;
        }
        return this.endOfLine(start, end);
      }
      case 34:
      case 39:
        return this.string(start, start);
      case 92:
        return this.continuation();
      case 46: {
        const next = text.charCodeAt(pos + 1);
        if (next >= 48 && next <= 57) return this.number(start);
        if (next === 46 && text.charCodeAt(pos + 2) === 46) {
          this.push(T.ELLIPSIS, start, start + 3);
          this.pos = start + 3;
          return true;
        }
        this.push(T.DOT, start, start + 1);
        this.pos = start + 1;
        return true;
      }
      default:
        return this.operator(start, c);
    }
  }

  /** `start` is where a comment or the newline itself begins. */
  private endOfLine(start: number, newline: number): boolean {
    if (this.brackets.length > 0) {
      this.newline(newline);
      this.bufferStart = this.lineStart;
      this.pos = newline + 1;
      return true;
    }
    const line = this.line;
    const col = this.column(start);
    this.tokens.push(T.NEWLINE, start, newline, line, col, line, this.column(newline) + 1);
    this.newline(newline);
    this.bufferStart = this.lineStart;
    this.pos = newline + 1;
    return this.indentation();
  }

  private word(start: number): boolean {
    const text = this.text;
    let pos = start;
    let ascii = true;
    for (;;) {
      const c = text.charCodeAt(pos);
      if (c < 128) {
        if (!(CLASS[c]! & 2)) {
          if ((c === 34 || c === 39) && pos - start <= 5) {
            const string = this.prefixed(start, pos);
            if (string !== null) return string;
          }
          break;
        }
      } else if (c >= 128) ascii = false;
      else break;
      pos++;
    }
    if (!ascii) {
      const bad = firstInvalidIndex(text.slice(start, pos));
      if (bad >= 0) return this.invalidCharacter(start + bad);
      this.push(T.NAME, start, pos);
    } else this.push(keywordAt(text, start, pos - start), start, pos);
    this.pos = pos;
    return true;
  }

  private invalidCharacter(index: number): false {
    const code = this.text.codePointAt(index)!;
    const hex = code.toString(16).toUpperCase().padStart(4, "0");
    const message = isPrintable(code)
      ? `invalid character '${String.fromCodePoint(code)}' (U+${hex})`
      : `invalid non-printable character U+${hex}`;
    return this.raise(message, index + (code > 0xffff ? 2 : 1));
  }

  /** A word that a quote follows: a string with a prefix, or null when the word is none. */
  private prefixed(start: number, quoteAt: number): boolean | null {
    let seen = "";
    for (let i = start; i < quoteAt; i++) {
      const letter = this.text[i]!.toLowerCase();
      if (!"burft".includes(letter) || seen.includes(letter)) return null;
      seen += letter;
    }
    for (const pair of ["ub", "ur", "uf", "ut", "bf", "bt", "ft"]) {
      if (seen.includes(pair[0]!) && seen.includes(pair[1]!)) {
        // CPython forgets to turn bytes into characters here.
        const offset = this.column(start) + 1;
        const end = this.column(quoteAt + 1);
        this.pos = quoteAt + 1;
        return this.raiseRange(`'${pair[0]}' and '${pair[1]}' prefixes are incompatible`, offset, end);
      }
    }
    if (seen.includes("f") || seen.includes("t")) {
      return this.interpolated(start, quoteAt, seen.includes("r"), seen.includes("t"));
    }
    return this.string(start, quoteAt);
  }

  private number(start: number): boolean {
    const found = scanNumber(this.text, start);
    if (found.warning !== null) {
      const lineEnd = this.text.indexOf("\n", found.end);
      this.tokens.warnings.push({
        message: found.warning,
        line: this.line,
        token: this.tokens.count,
        offset: [...this.text.slice(this.lineStart, found.end)].length,
        text: this.text.slice(this.lineStart, lineEnd < 0 ? undefined : lineEnd),
      });
    }
    if (found.error !== null) {
      if (found.errorRange === null) return this.raise(found.error, found.end);
      // In bytes, as CPython has it.
      const base = this.column(start);
      this.pos = found.end;
      return this.raiseRange(found.error, base + 1, base + found.errorRange - start);
    }
    this.push(T.NUMBER, start, found.end);
    this.pos = found.end;
    return true;
  }

  // -------------------------------------------------------------------------------------------- operators

  private operator(start: number, c: number): boolean {
    const text = this.text;
    const mode = this.mode;
    if (mode !== null && c === 58 && mode.fieldDepth >= 0 && mode.bracketDepth - 1 === mode.fieldDepth) {
      this.push(T.COLON, start, start + 1);
      this.pos = start + 1;
      mode.inText = true;
      mode.inSpec = true;
      return true;
    }
    const next = text.charCodeAt(start + 1);
    let type = twoChars(c, next);
    let size = 2;
    if (type !== 0) {
      const longer = threeChars(type, text.charCodeAt(start + 2));
      if (longer !== 0) {
        type = longer;
        size = 3;
      }
    } else {
      size = 1;
      type = c < 128 ? ONE_CHAR[c]! : T.OP;
      switch (c) {
        case 40:
        case 91:
        case 123:
          if (!this.openBracket(start, c)) return false;
          break;
        case 41:
        case 93:
        case 125:
          if (!this.closeBracket(start, c)) return false;
          break;
        default:
          if (c < 32 || c === 127) {
            const hex = c.toString(16).toUpperCase().padStart(4, "0");
            return this.raise(`invalid non-printable character U+${hex}`, start + 1);
          }
      }
    }
    this.push(type, start, start + size);
    this.pos = start + size;
    return true;
  }

  private openBracket(start: number, c: number): boolean {
    if (this.brackets.length >= MAX_BRACKETS) return this.raise("too many nested parentheses", start + 1);
    this.brackets.push(c);
    this.bracketLines.push(this.line);
    this.bracketCols.push(this.column(start));
    if (this.mode !== null) this.mode.bracketDepth++;
    return true;
  }

  private closeBracket(start: number, c: number): boolean {
    const mode = this.mode;
    const char = String.fromCharCode(c);
    if (mode !== null && mode.bracketDepth === 0 && c === 125) {
      return this.raise(`${prefixOf(mode)}: single '}' is not allowed`, start + 1);
    }
    const { takesAnyBracket = false } = this.options;
    if (this.brackets.length === 0 && !takesAnyBracket) return this.raise(`unmatched '${char}'`, start + 1);
    const opening = this.brackets.pop() ?? 0;
    const line = this.bracketLines.pop() ?? 0;
    this.bracketCols.pop();
    if (c !== (opening === 40 ? 41 : opening + 2) && !takesAnyBracket) {
      if (mode !== null && opening === 123 && mode.bracketDepth - 1 === mode.fieldDepth) {
        return this.raise(`${prefixOf(mode)}: unmatched '${char}'`, start + 1);
      }
      const message = `closing parenthesis '${char}' does not match opening parenthesis '${String.fromCharCode(opening)}'`;
      return this.raise(line === this.line ? message : `${message} on line ${line}`, start + 1);
    }
    if (mode !== null) {
      mode.bracketDepth--;
      if (mode.bracketDepth < 0) return this.raise(`${prefixOf(mode)}: unmatched '${char}'`, start + 1);
      if (c === 125 && mode.bracketDepth === mode.fieldDepth) {
        mode.fieldDepth--;
        mode.inText = true;
        mode.inSpec = false;
      }
    }
    return true;
  }

  // -------------------------------------------------------------------------------------------- strings

  /** A plain string or bytes literal; `start` is where its prefix begins. */
  private string(start: number, quoteAt: number): boolean {
    const text = this.text;
    const length = text.length;
    const quote = text.charCodeAt(quoteAt);
    const line = this.line;
    const lineStart = this.lineStart;
    const col = this.column(start);
    let pos = quoteAt + 1;
    const triple = text.charCodeAt(pos) === quote && text.charCodeAt(pos + 1) === quote;
    if (triple) pos += 2;
    let escapedQuote = false;
    for (; ; pos++) {
      if (pos >= length) return this.unterminated(start, quote, triple, escapedQuote, line, lineStart, true);
      const c = text.charCodeAt(pos);
      if (c === quote) {
        if (!triple) break;
        if (text.charCodeAt(pos + 1) === quote && text.charCodeAt(pos + 2) === quote) {
          pos += 2;
          break;
        }
      } else if (c === 92) {
        pos++;
        const skipped = text.charCodeAt(pos);
        if (skipped === quote) escapedQuote = true;
        else if (skipped === 10) this.newline(pos);
      } else if (c === 10) {
        if (!triple) return this.unterminated(start, quote, triple, escapedQuote, line, lineStart, false);
        this.newline(pos);
      }
    }
    pos++;
    this.tokens.push(T.STRING, start, pos, line, col, this.line, this.column(pos));
    this.pos = pos;
    return true;
  }

  private unterminated(
    start: number,
    quote: number,
    triple: boolean,
    escapedQuote: boolean,
    line: number,
    lineStart: number,
    atEnd: boolean,
  ): false {
    const detected = this.line;
    this.line = line;
    this.lineStart = lineStart;
    const mode = this.mode;
    if (mode !== null && mode.quote === quote && mode.quoteSize === (triple ? 3 : 1)) {
      return this.raise(`${prefixOf(mode)}: expecting '}'`, start + 1);
    }
    const what = triple ? "unterminated triple-quoted string literal" : "unterminated string literal";
    const hint = escapedQuote && !triple ? "; perhaps you escaped the end quote?" : "";
    this.raise(`${what} (detected at line ${detected})${hint}`, start + 1);
    this.tokens.error!.atEnd = atEnd;
    return false;
  }

  private interpolated(start: number, quoteAt: number, raw: boolean, template: boolean): boolean {
    const quote = this.text.charCodeAt(quoteAt);
    const triple = this.text.charCodeAt(quoteAt + 1) === quote && this.text.charCodeAt(quoteAt + 2) === quote;
    const end = quoteAt + (triple ? 3 : 1);
    if (this.modes.length + 1 >= MAX_STRING_DEPTH) {
      return this.raise("too many nested f-strings or t-strings", end);
    }
    this.mode = {
      quote,
      quoteSize: triple ? 3 : 1,
      raw,
      template,
      inText: true,
      inSpec: false,
      bracketDepth: 0,
      fieldDepth: -1,
      start,
      line: this.line,
      lineStart: this.lineStart,
    };
    this.modes.push(this.mode);
    this.push(template ? T.TSTRING_START : T.FSTRING_START, start, end);
    this.pos = end;
    return true;
  }

  /** Literal text of an f- or t-string: one MIDDLE token, the END token, or the turn into a field. */
  private stringText(mode: StringMode): boolean {
    const text = this.text;
    const length = text.length;
    const start = this.pos;
    const quote = mode.quote;
    const first = text.charCodeAt(start);
    if (first === 123 && text.charCodeAt(start + 1) !== 123) {
      if (!this.enterField(mode, start)) return false;
      return this.regular();
    }
    if (first === quote && (mode.quoteSize === 1 || this.closes(mode, start))) {
      const end = start + mode.quoteSize;
      this.push(mode.template ? T.TSTRING_END : T.FSTRING_END, start, end);
      this.modes.pop();
      this.mode = this.modes[this.modes.length - 1] ?? null;
      this.pos = end;
      return true;
    }
    const type = mode.template ? T.TSTRING_MIDDLE : T.FSTRING_MIDDLE;
    const line = this.line;
    const col = this.column(start);
    let named = false;
    let pos = start;
    for (; pos < length; pos++) {
      const c = text.charCodeAt(pos);
      const inSpec = mode.inSpec && mode.fieldDepth >= 0;
      if (c === quote) {
        if (mode.quoteSize === 1 || this.closes(mode, pos)) break;
      } else if (c === 10) {
        if (mode.quoteSize === 1) {
          if (inSpec) {
            const p = prefixOf(mode);
            const message = `${p}: newlines are not allowed in format specifiers for single quoted ${p}s`;
            return this.raise(message, pos + 1);
          }
          return this.unterminatedInterpolated(mode, false);
        }
        this.newline(pos);
      } else if (c === 123) {
        if (text.charCodeAt(pos + 1) !== 123 || inSpec) {
          this.tokens.push(type, start, pos, line, col, this.line, this.column(pos));
          this.pos = pos;
          return this.enterField(mode, pos);
        }
        this.tokens.push(type, start, pos + 1, line, col, this.line, this.column(pos + 2));
        this.pos = pos + 2;
        return true;
      } else if (c === 125) {
        if (named) {
          this.tokens.push(type, start, pos + 1, line, col, this.line, this.column(pos + 1));
          this.pos = pos + 1;
          return true;
        }
        if (text.charCodeAt(pos + 1) === 125 && !inSpec && mode.bracketDepth === 0) {
          this.tokens.push(type, start, pos + 1, line, col, this.line, this.column(pos + 2));
          this.pos = pos + 2;
          return true;
        }
        mode.inText = false;
        mode.inSpec = false;
        this.tokens.push(type, start, pos, line, col, this.line, this.column(pos));
        this.pos = pos;
        return true;
      } else if (c === 92) {
        const skipped = text.charCodeAt(pos + 1);
        if (skipped === 123 || skipped === 125) {
          if (!mode.raw) this.invalidEscape(skipped);
          continue;
        }
        pos++;
        if (skipped === 10) this.newline(pos);
        if (!mode.raw && skipped === 78 && text.charCodeAt(pos + 1) === 123) {
          named = true;
          pos++;
        }
      }
    }
    if (pos >= length) return this.unterminatedInterpolated(mode, true);
    this.tokens.push(type, start, pos, line, col, this.line, this.column(pos));
    this.pos = pos;
    return true;
  }

  private closes(mode: StringMode, at: number): boolean {
    return this.text.charCodeAt(at + 1) === mode.quote && this.text.charCodeAt(at + 2) === mode.quote;
  }

  private enterField(mode: StringMode, cursor: number): boolean {
    mode.fieldDepth++;
    if (mode.fieldDepth >= MAX_FIELD_DEPTH) {
      return this.raise(`${prefixOf(mode)}: expressions nested too deeply`, cursor);
    }
    mode.inText = false;
    mode.inSpec = false;
    return true;
  }

  private invalidEscape(c: number): void {
    const char = String.fromCharCode(c);
    this.tokens.warnings.push({
      message:
        `"\\${char}" is an invalid escape sequence. Such sequences will not work in the future. ` +
        `Did you mean "\\\\${char}"? A raw string is also an option.`,
      line: this.line,
      token: this.tokens.count,
    });
  }

  private unterminatedInterpolated(mode: StringMode, atEnd: boolean): false {
    const detected = this.line;
    this.line = mode.line;
    this.lineStart = mode.lineStart;
    const kind = mode.quoteSize === 3 ? "unterminated triple-quoted" : "unterminated";
    this.raise(`${kind} ${prefixOf(mode)} literal (detected at line ${detected})`, mode.start + 1);
    this.tokens.error!.atEnd = atEnd && mode.quoteSize === 3;
    return false;
  }
}

function prefixOf(mode: StringMode): string {
  return mode.template ? "t-string" : "f-string";
}
