// Patterns of `match` statements (PEP 634). Names that are followed by "(", "." or "=" are never captures.

import type { Constant, Expr, Pattern, SingletonValue } from "../ast.ts";
import { T } from "../token-types.ts";
import { StringParser } from "./strings.ts";

export abstract class PatternParser extends StringParser {
  /** `patterns`: what follows `case`; a comma at the top makes a sequence. */
  protected patterns(): Pattern {
    const start = this.pos;
    const isStar = this.type[start] === T.STAR;
    const first = this.maybeStarPattern();
    if (this.type[this.pos] !== T.COMMA) {
      if (isStar) this.fail();
      return first;
    }
    const patterns = [first];
    while (this.accept(T.COMMA)) {
      const type = this.type[this.pos];
      if (type === T.COLON || type === T.IF) break;
      patterns.push(this.maybeStarPattern());
    }
    return { kind: "MatchSequence", patterns, ...this.span(start) };
  }

  private pattern(): Pattern {
    const start = this.pos;
    const inner = this.orPattern();
    if (!this.accept(T.AS)) return inner;
    const name = this.captureName();
    return { kind: "MatchAs", pattern: inner, name, ...this.span(start) };
  }

  private orPattern(): Pattern {
    const start = this.pos;
    const first = this.closedPattern();
    if (this.type[this.pos] !== T.VBAR) return first;
    const patterns = [first];
    while (this.accept(T.VBAR)) patterns.push(this.closedPattern());
    return { kind: "MatchOr", patterns, ...this.span(start) };
  }

  /** A name that is not `_` and not the start of something longer. */
  private captureName(): string {
    const pos = this.pos;
    const next = this.type[pos + 1];
    if (this.isWord(pos, "_") || next === T.DOT || next === T.LPAR || next === T.EQUAL) this.fail();
    return this.identifier();
  }

  private closedPattern(): Pattern {
    const start = this.pos;
    switch (this.type[start]) {
      case T.NUMBER:
      case T.MINUS: {
        const value = this.numberOrComplex();
        return { kind: "MatchValue", value, ...this.span(start) };
      }
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START: {
        const value = this.strings();
        return { kind: "MatchValue", value, ...this.span(start) };
      }
      case T.NONE:
      case T.TRUE:
      case T.FALSE: {
        const value = this.singletonValue();
        return { kind: "MatchSingleton", value, ...this.span(start) };
      }
      case T.NAME:
        return this.namePattern();
      case T.LPAR:
        return this.parenthesizedPattern();
      case T.LSQB: {
        this.pos++;
        const patterns = this.sequence(T.RSQB, []);
        return { kind: "MatchSequence", patterns, ...this.span(start) };
      }
      case T.LBRACE:
        return this.mappingPattern();
      default:
        return this.fail();
    }
  }

  private singletonValue(): SingletonValue {
    const value = this.singletonConstant().value;
    return value as SingletonValue;
  }

  private singletonConstant(): Constant {
    const type = this.type[this.pos];
    return this.singleton({ type: type === T.NONE ? "none" : type === T.TRUE ? "true" : "false" });
  }

  /** `signed_number` or `complex_number`. */
  private numberOrComplex(): Expr {
    const start = this.pos;
    const left = this.signedNumber();
    const type = this.type[this.pos];
    if (type !== T.PLUS && type !== T.MINUS) return left;
    const real = left.kind === "UnaryOp" ? left.operand : left;
    if ((real as Constant).value.type === "complex") this.fail();
    this.pos++;
    const right = this.number();
    if (right.value.type !== "complex") this.fail();
    return { kind: "BinOp", left, op: type === T.PLUS ? "Add" : "Sub", right, ...this.span(start) };
  }

  private signedNumber(): Expr {
    const start = this.pos;
    if (!this.accept(T.MINUS)) return this.number();
    const operand = this.number();
    return { kind: "UnaryOp", op: "USub", operand, ...this.span(start) };
  }

  /** A capture, `_`, a dotted value, or a class pattern. */
  private namePattern(): Pattern {
    const start = this.pos;
    const next = this.type[start + 1];
    // `_` is the wildcard even before a dot or a bracket (which then fit nothing).
    const isWildcard = this.isWord(start, "_");
    if (isWildcard || (next !== T.DOT && next !== T.LPAR)) {
      if (next === T.EQUAL) this.fail();
      const name = isWildcard ? null : this.identifierAt(start);
      this.pos = start + 1;
      return { kind: "MatchAs", pattern: null, name, ...this.span(start) };
    }
    const value = this.attributeChain();
    if (this.type[this.pos] === T.LPAR) return this.classPattern(value, start);
    if (this.type[this.pos] === T.EQUAL) this.fail();
    return { kind: "MatchValue", value, ...this.span(start) };
  }

  private attributeChain(): Expr {
    const start = this.pos;
    let value: Expr = this.name("Load");
    while (this.type[this.pos] === T.DOT) value = this.attribute(value, start);
    return value;
  }

  private parenthesizedPattern(): Pattern {
    const start = this.pos++;
    if (this.accept(T.RPAR)) return { kind: "MatchSequence", patterns: [], ...this.span(start) };
    const isStar = this.type[this.pos] === T.STAR;
    const first = this.maybeStarPattern();
    if (this.type[this.pos] === T.COMMA) {
      this.pos++;
      const patterns = this.sequence(T.RPAR, [first]);
      return { kind: "MatchSequence", patterns, ...this.span(start) };
    }
    if (isStar) this.fail();
    this.expect(T.RPAR);
    return first;
  }

  /** Items up to and with `close`. */
  private sequence(close: number, patterns: Pattern[]): Pattern[] {
    while (this.type[this.pos] !== close) {
      patterns.push(this.maybeStarPattern());
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(close);
    return patterns;
  }

  private maybeStarPattern(): Pattern {
    const start = this.pos;
    if (!this.accept(T.STAR)) return this.pattern();
    let name: string | null = null;
    if (this.isWord(this.pos, "_")) this.pos++;
    else name = this.captureName();
    return { kind: "MatchStar", name, ...this.span(start) };
  }

  private mappingPattern(): Pattern {
    const start = this.pos++;
    const keys: Expr[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    while (this.type[this.pos] !== T.RBRACE) {
      if (this.accept(T.DOUBLESTAR)) {
        rest = this.captureName();
        this.accept(T.COMMA);
        break;
      }
      keys.push(this.mappingKey());
      this.expect(T.COLON);
      patterns.push(this.pattern());
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RBRACE);
    return { kind: "MatchMapping", keys, patterns, rest, ...this.span(start) };
  }

  private mappingKey(): Expr {
    switch (this.type[this.pos]) {
      case T.NUMBER:
      case T.MINUS:
        return this.numberOrComplex();
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START:
        return this.strings();
      case T.NONE:
      case T.TRUE:
      case T.FALSE:
        return this.singletonConstant();
      default: {
        const key = this.attributeChain();
        if (key.kind !== "Attribute") this.fail();
        return key;
      }
    }
  }

  private classPattern(cls: Expr, start: number): Pattern {
    this.pos++;
    const patterns: Pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: Pattern[] = [];
    while (this.type[this.pos] !== T.RPAR) {
      if (this.type[this.pos] === T.NAME && this.type[this.pos + 1] === T.EQUAL) {
        // Right after positional patterns CPython takes `_` for one more of them, and then minds the "=".
        if (patterns.length > 0 && kwd_attrs.length === 0 && this.isWord(this.pos, "_")) this.fail();
        kwd_attrs.push(this.identifier());
        this.pos++;
        kwd_patterns.push(this.pattern());
      } else {
        if (kwd_attrs.length > 0) this.fail();
        patterns.push(this.pattern());
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RPAR);
    return { kind: "MatchClass", cls, patterns, kwd_attrs, kwd_patterns, ...this.span(start) };
  }
}
