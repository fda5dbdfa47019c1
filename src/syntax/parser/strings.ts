// Runs of string literals: plain, bytes, f-strings (PEP 701) and t-strings (PEP 750), joined as CPython joins them:
// neighbouring constants become one, empty ones vanish next to a field.

import type { Constant, Expr, FormattedValue, Interpolation, JoinedStr, StrValue } from "../ast.ts";
import {
  badEscapeMessage,
  type Decoded,
  decodeBytes,
  decodeStr,
  joinStrs,
  LiteralError,
  plainStr,
} from "../string-literal.ts";
import { T } from "../token-types.ts";
import { ParameterParser } from "./parameters.ts";

export abstract class StringParser extends ParameterParser {
  protected strings(): Expr {
    const start = this.pos;
    if (this.type[start] === T.STRING) {
      const first = this.plain();
      const next = this.type[this.pos];
      if (next !== T.STRING && next !== T.FSTRING_START && next !== T.TSTRING_START) return first;
      return this.run(start, [first]);
    }
    if (this.type[start] === T.TSTRING_START) return this.templates();
    return this.run(start, []);
  }

  /** One STRING token. */
  private plain(): Constant {
    const pos = this.pos++;
    const text = this.text;
    let from = this.tokens.start[pos]!;
    let to = this.tokens.end[pos]!;
    let raw = false;
    let bytes = false;
    let ukind: "u" | null = null;
    let quote = text.charCodeAt(from);
    if (quote !== 34 && quote !== 39) {
      if (quote === 117) ukind = "u";
      do {
        const letter = quote | 32;
        if (letter === 114) raw = true;
        else if (letter === 98) bytes = true;
        quote = text.charCodeAt(++from);
      } while (quote !== 34 && quote !== 39);
    }
    const triple = to - from >= 6 && text.charCodeAt(from + 1) === quote && text.charCodeAt(from + 2) === quote;
    from += triple ? 3 : 1;
    to -= triple ? 3 : 1;
    const body = text.slice(from, to);
    const node = this.constant({ type: "str", value: body, points: null }, pos, pos);
    node.ukind = ukind;
    if (bytes) {
      if (/[^\x00-\x7f]/.test(body)) this.fail();
      node.value = { type: "bytes", value: this.decoded(decodeBytes, body, raw, pos) };
    } else if (!raw && body.includes("\\")) {
      node.value = this.decoded(decodeStr, body, false, pos);
    }
    return node;
  }

  private decoded<V>(decode: (body: string, raw: boolean) => Decoded<V>, body: string, raw: boolean, token: number): V {
    let result: Decoded<V>;
    try {
      result = decode(body, raw);
    } catch (error) {
      if (error instanceof LiteralError) this.fail();
      throw error;
    }
    const bad = result.badEscape;
    if (bad >= 0) {
      let line = this.line[token]!;
      for (let i = 0; i < bad; i++) if (body.charCodeAt(i) === 10) line++;
      this.warn(badEscapeMessage(body, bad), line, token);
    }
    return result.value;
  }

  /** The rest of a run of strings that are no t-strings. */
  private run(start: number, parts: (Constant | JoinedStr)[]): Expr {
    for (;;) {
      const type = this.type[this.pos];
      if (type === T.STRING) parts.push(this.plain());
      else if (type === T.FSTRING_START) parts.push(this.fstring());
      else break;
    }
    if (this.type[this.pos] === T.TSTRING_START) this.fail();
    const place = this.span(start);
    let anyBytes = false;
    let anyText = false;
    let anyFields = false;
    for (const part of parts) {
      if (part.kind === "JoinedStr") anyFields = true;
      else if (part.value.type === "bytes") anyBytes = true;
      else anyText = true;
    }
    if (anyBytes) {
      if (anyText || anyFields) this.fail();
      const chunks: Uint8Array[] = [];
      for (const part of parts)
        if (part.kind === "Constant" && part.value.type === "bytes") chunks.push(part.value.value);
      return { kind: "Constant", value: { type: "bytes", value: Buffer.concat(chunks) }, ukind: null, ...place };
    }
    if (anyFields)
      return {
        kind: "JoinedStr",
        values: folded(parts.flatMap((p) => (p.kind === "JoinedStr" ? p.values : [p]))),
        ...place,
      };
    const first = parts[0] as Constant;
    return {
      kind: "Constant",
      value: joinStrs(parts.map((p) => (p as Constant).value as StrValue)),
      ukind: first.ukind,
      ...place,
    };
  }

  private templates(): Expr {
    const start = this.pos;
    const values: Expr[] = [];
    while (this.type[this.pos] === T.TSTRING_START) values.push(...this.pieces(true));
    const type = this.type[this.pos];
    if (type === T.STRING || type === T.FSTRING_START) this.fail();
    return { kind: "TemplateStr", values: folded(values), ...this.span(start) };
  }

  private fstring(): JoinedStr {
    const start = this.pos;
    const values = this.pieces(false);
    return { kind: "JoinedStr", values, ...this.span(start) };
  }

  /** From START to END of one f- or t-string. */
  private pieces(template: boolean): Expr[] {
    const prefix = this.tokens.textOf(this.pos++);
    const raw = /r/i.test(prefix);
    const middle = template ? T.TSTRING_MIDDLE : T.FSTRING_MIDDLE;
    const end = template ? T.TSTRING_END : T.FSTRING_END;
    const values: Expr[] = [];
    const escaped: Constant[] = [];
    for (;;) {
      const type = this.type[this.pos];
      if (type === middle) {
        const piece = this.middle();
        if (piece === null) continue;
        values.push(piece);
        if (!raw && (piece.value as StrValue).value.includes("\\")) escaped.push(piece);
      } else if (type === T.LBRACE) this.field(values, template, template, raw);
      else break;
    }
    this.expect(end);
    // CPython decodes when the string is complete, and counts lines of warnings from its last token.
    for (const piece of escaped) this.decodeMiddle(piece, this.pos - 1);
    return escaped.length > 0 ? values.filter((v) => !isEmptyConstant(v)) : values;
  }

  /** A MIDDLE token as a constant with its escapes as they are; null if it is empty. */
  private middle(): Constant | null {
    const pos = this.pos++;
    const body = this.tokens.textOf(pos);
    return body === "" ? null : this.constant(plainStr(body), pos, pos);
  }

  private decodeMiddle(piece: Constant, token: number): void {
    piece.value = this.decoded(decodeFormatted, (piece.value as StrValue).value, false, token);
  }

  /** `{value=!conversion:spec}`; pushes the text of a `=` and the field. */
  private field(values: Expr[], inTemplate: boolean, interpolation: boolean, raw: boolean): void {
    const start = this.pos++;
    const value = this.yieldOrExpressions();
    const debug = this.accept(T.EQUAL);
    const textEnd = this.pos;
    let conversion = -1;
    let debugEnd = -1;
    if (this.type[this.pos] === T.EXCLAMATION) {
      const mark = this.pos++;
      const name = this.identifier();
      // The conversion must follow the "!" at once.
      if (this.line[mark] !== this.line[mark + 1] || this.endCol[mark] !== this.col[mark + 1]) this.fail();
      if (name !== "s" && name !== "r" && name !== "a") this.fail();
      conversion = name.charCodeAt(0);
      debugEnd = mark + 1;
    }
    let format_spec: JoinedStr | null = null;
    if (this.type[this.pos] === T.COLON) format_spec = this.formatSpec(inTemplate, raw);
    this.expect(T.RBRACE);
    if (debug && conversion < 0 && format_spec === null) conversion = 114;
    const end = this.pos - 1;
    const source = this.text.slice(this.tokens.end[start]!, this.tokens.start[textEnd]!);
    if (debug) {
      // CPython places the text from after the brace to just before what follows it.
      const endLine = debugEnd >= 0 ? this.line[debugEnd]! : (format_spec?.lineno ?? this.endLine[end]!);
      const endCol =
        debugEnd >= 0 ? this.col[debugEnd]! - 1 : format_spec ? format_spec.col_offset : this.endCol[end]! - 1;
      values.push({
        kind: "Constant",
        value: plainStr(withoutComments(source)),
        ukind: null,
        lineno: this.line[start]!,
        col_offset: this.col[start]! + 1,
        end_lineno: endLine,
        end_col_offset: endCol,
      });
    }
    const place = this.span(start);
    if (interpolation) {
      const str = withoutComments(source).replace(/[\s=\x1c-\x1f\x85]+$/u, "");
      values.push({ kind: "Interpolation", value, str, conversion, format_spec, ...place } satisfies Interpolation);
    } else values.push({ kind: "FormattedValue", value, conversion, format_spec, ...place } satisfies FormattedValue);
  }

  private formatSpec(inTemplate: boolean, raw: boolean): JoinedStr {
    const start = this.pos++;
    const middle = inTemplate ? T.TSTRING_MIDDLE : T.FSTRING_MIDDLE;
    const values: Expr[] = [];
    for (;;) {
      const type = this.type[this.pos];
      if (type === middle) {
        const piece = this.middle();
        if (piece === null) continue;
        if (!raw) this.decodeMiddle(piece, this.pos - 1);
        if (!isEmptyConstant(piece)) values.push(piece);
      } else if (type === T.LBRACE) this.field(values, inTemplate, false, raw);
      else break;
    }
    return { kind: "JoinedStr", values: values.length > 1 ? folded(values) : values, ...this.span(start) };
  }
}

function isEmptyConstant(value: Expr): boolean {
  return value.kind === "Constant" && value.value.type === "str" && value.value.value === "";
}

/** As decodeStr, but a backslash before a brace was warned of by the lexer. */
function decodeFormatted(body: string): Decoded<StrValue> {
  const result = decodeStr(body);
  const c = body[result.badEscape];
  return c === "{" || c === "}" ? { value: result.value, badEscape: -1 } : result;
}

/** Joins neighbouring constants and drops empty ones. */
function folded(values: Expr[]): Expr[] {
  const result: Expr[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value.kind !== "Constant") {
      result.push(value);
      continue;
    }
    let last = value;
    const strs = [value.value as StrValue];
    for (let next = values[i + 1]; next?.kind === "Constant"; next = values[i + 1]) {
      strs.push(next.value as StrValue);
      last = next;
      i++;
    }
    const joined = strs.length === 1 ? strs[0]! : joinStrs(strs);
    if (joined.value === "") continue;
    result.push({
      kind: "Constant",
      value: joined,
      ukind: value.ukind,
      lineno: value.lineno,
      col_offset: value.col_offset,
      end_lineno: last.end_lineno,
      end_col_offset: last.end_col_offset,
    });
  }
  return result;
}

/** The text of a `{x = }` without comments (which can only stand in a field of several lines). */
function withoutComments(source: string): string {
  return source.includes("#") ? source.replace(/#[^\n]*/g, "") : source;
}
