// The slow parser's state and the ways its rules raise. Raising throws, so nothing after it runs, which is what
// CPython's error indicator amounts to.

import type { PySyntaxError } from "../errors.ts";
import { excessDigits } from "../number-literal.ts";
import { decodeBytes, decodeStr, LiteralError } from "../string-literal.ts";
import { T } from "../token-types.ts";
import { describe, type ExprNode, invalidTarget, type Placed, type TargetKind } from "./nodes.ts";
import { Peg } from "./peg.ts";
import type { ErrorMaker } from "./places.ts";

export class Diagnoser extends Peg {
  private readonly errors: ErrorMaker;
  /** `<>` is the inequality operator. */
  barry: boolean;
  /** Line of the last compound statement read whole in the second pass. */
  lastStatementLine = 0;
  private levels: Int16Array | null = null;

  constructor(tokens: Peg["tokens"], rules: ConstructorParameters<typeof Peg>[1], errors: ErrorMaker, barry: boolean) {
    super(tokens, rules);
    this.errors = errors;
    this.barry = barry;
  }

  protected unreadable(): never {
    throw this.errors.lexer();
  }

  /** A forced token (`&&':'`) is missing. */
  expected(text: string): never {
    this.at({ kind: "token", first: this.pos, last: this.pos }, `expected '${text}'`);
  }

  // -------------------------------------------------------------------------------------------- raising

  /** At the last token fetched. */
  here(message: string): never {
    throw this.errors.token("SyntaxError", message, this.fill - 1, this.fill);
  }

  indentation(message: string): never {
    throw this.errors.token("IndentationError", message, this.fill - 1, this.fill);
  }

  /** At the next token. */
  next(message: string): never {
    this.peek();
    throw this.errors.token("SyntaxError", message, this.pos, this.fill);
  }

  range(a: Placed, b: Placed, message: string): never {
    throw this.errors.range(message, a, b, this.fill);
  }

  at(a: Placed, message: string): never {
    throw this.errors.range(message, a, a, this.fill);
  }

  startingFrom(a: Placed, message: string): never {
    throw this.errors.startingFrom(message, a, this.fill);
  }

  raise(error: PySyntaxError): never {
    throw error;
  }

  /** "expected an indented block after …". */
  noBlock(what: string, keyword: Placed): never {
    this.indentation(`expected an indented block after ${what} on line ${this.lineOf(keyword)}`);
  }

  /** Raises if `node` can't be a target; null otherwise. */
  target(kind: TargetKind, node: ExprNode): null {
    const bad = invalidTarget(node, kind);
    if (bad !== null) this.at(bad, `cannot ${kind === "del" ? "delete" : "assign to"} ${describe(bad)}`);
    return null;
  }

  /** `':' expected after dictionary key`, whose place is the key's last character. */
  keyWithoutColon(key: Placed): never {
    const { line, endCol, endLine } = this.tokens;
    const col = endCol[key.last]! - 1;
    throw this.errors.at("':' expected after dictionary key", line[key.first]!, col, endLine[key.last]!, -1, this.fill);
  }

  // -------------------------------------------------------------------------------------------- asking

  lineOf(node: Placed): number {
    return this.tokens.line[node.first]!;
  }

  textOf(node: Placed): string {
    return this.tokens.textOf(node.first);
  }

  /** How many brackets are open after token `index`. */
  levelAfter(index: number): number {
    if (this.levels === null) {
      const { type, count } = this.tokens;
      this.levels = new Int16Array(count);
      let level = 0;
      for (let i = 0; i < count; i++) {
        const t = type[i];
        if (t === T.LPAR || t === T.LSQB || t === T.LBRACE) level++;
        else if (t === T.RPAR || t === T.RSQB || t === T.RBRACE) level--;
        this.levels[i] = level;
      }
    }
    return this.levels[index]!;
  }

  /** Index of the START token of the innermost f- or t-string around token `index`, or -1. */
  private stringAround(index: number): number {
    const { type } = this.tokens;
    let depth = 0;
    for (let i = index; i >= 0; i--) {
      const t = type[i];
      if (t === T.FSTRING_END || t === T.TSTRING_END) depth++;
      else if ((t === T.FSTRING_START || t === T.TSTRING_START) && depth-- === 0) return i;
    }
    return -1;
  }

  /** "f-string" or "t-string", whichever is open where the lexer stands. */
  stringPrefix(): string {
    return this.tokens.type[this.stringAround(this.fill - 1)] === T.TSTRING_START ? "t-string" : "f-string";
  }

  /** The last token before `pos` that is not mere layout. */
  lastSolid(first: number): number {
    let i = this.pos - 1;
    while (i > first) {
      const type = this.tokens.type[i]!;
      if (type !== T.ENDMARKER && (type < T.NEWLINE || type > T.DEDENT)) break;
      i--;
    }
    return i;
  }

  // -------------------------------------------------------------------------------------------- literals

  number(token: Placed): ExprNode {
    const text = this.textOf(token);
    const digits = excessDigits(text);
    if (digits > 0) {
      const message =
        `Exceeds the limit (4300 digits) for integer string conversion: value has ${digits} digits; ` +
        "use sys.set_int_max_str_digits() to increase the limit - " +
        "Consider hexadecimal for huge integer literals to avoid decimal conversion limits.";
      const line = this.lineOf(token);
      throw this.errors.at(message, line, -1, line, -1, this.fill);
    }
    const imaginary = /[jJ]$/.test(text);
    return { kind: "Constant", literal: "literal", imaginary, first: token.first, last: token.last };
  }

  /** A STRING token; raises if it can't be decoded. */
  string(token: Placed): ExprNode {
    const text = this.textOf(token);
    const prefix = /^[a-zA-Z]*/.exec(text)![0].toLowerCase();
    const quotes = /^("""|'''|"|')/.exec(text.slice(prefix.length))![0].length;
    const body = text.slice(prefix.length + quotes, text.length - quotes);
    const bytes = prefix.includes("b");
    const raw = prefix.includes("r");
    if (bytes && /[^\x00-\x7f]/.test(body)) this.at(token, "bytes can only contain ASCII literal characters");
    this.decode(() => (bytes ? decodeBytes(body, raw) : raw || decodeStr(body)));
    return { kind: "Constant", literal: "literal", bytes, first: token.first, last: token.last };
  }

  private decode(attempt: () => unknown): void {
    try {
      attempt();
    } catch (error) {
      if (error instanceof LiteralError) this.here(error.message);
      throw error;
    }
  }

  /** A MIDDLE token. */
  middle(token: Placed): void {
    const body = this.textOf(token);
    const raw = /r/i.test(this.tokens.textOf(this.stringAround(token.first)));
    if (!raw && body.includes("\\")) this.decode(() => decodeStr(body));
  }

  /** Adjacent literals: bytes don't mix with the rest. */
  concatenate(parts: ExprNode[], first: number): ExprNode {
    const bytes = parts.filter((p) => p.bytes).length;
    if (bytes > 0 && bytes < parts.length) this.here("cannot mix bytes and nonbytes literals");
    const joined = parts.some((p) => p.kind === "JoinedStr");
    const last = this.lastSolid(first);
    return joined ? { kind: "JoinedStr", first, last } : { kind: "Constant", literal: "literal", first, last };
  }
}
