// Atoms: names, literals, everything in brackets, comprehensions; and targets, which are atoms and primaries read as
// expressions and then turned into what can be assigned to.

import type { Comprehension, Constant, Expr, ExprContext, Name, SingletonValue } from "../ast.ts";
import { excessDigits, parseNumber } from "../number-literal.ts";
import { T } from "../token-types.ts";
import { BIT_OR, ENDS_LIST, ExpressionParser } from "./expressions.ts";

const NONE: SingletonValue = { type: "none" };
const TRUE: SingletonValue = { type: "true" };
const FALSE: SingletonValue = { type: "false" };
const ELLIPSIS: SingletonValue = { type: "ellipsis" };

export abstract class AtomParser extends ExpressionParser {
  /** A run of string literals (strings.ts). */
  protected abstract strings(): Expr;

  protected name(ctx: ExprContext): Name {
    const pos = this.pos;
    return {
      kind: "Name",
      id: this.identifier(),
      ctx,
      lineno: this.line[pos]!,
      col_offset: this.col[pos]!,
      end_lineno: this.endLine[pos]!,
      end_col_offset: this.endCol[pos]!,
    };
  }

  protected atom(): Expr {
    switch (this.type[this.pos]) {
      case T.NAME:
        return this.name("Load");
      case T.NUMBER:
        return this.number();
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START:
        return this.strings();
      case T.LPAR:
        return this.parenthesized();
      case T.LSQB:
        return this.listDisplay();
      case T.LBRACE:
        return this.braces();
      case T.NONE:
        return this.singleton(NONE);
      case T.TRUE:
        return this.singleton(TRUE);
      case T.FALSE:
        return this.singleton(FALSE);
      case T.ELLIPSIS:
        return this.singleton(ELLIPSIS);
      default:
        return this.fail();
    }
  }

  protected constant(value: Constant["value"], start: number, end: number): Constant {
    return {
      kind: "Constant",
      value,
      ukind: null,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  protected singleton(value: SingletonValue): Constant {
    const pos = this.pos++;
    return this.constant(value, pos, pos);
  }

  protected number(): Constant {
    const pos = this.pos;
    if (this.type[pos] !== T.NUMBER) this.fail();
    this.pos++;
    const text = this.tokens.textOf(pos);
    if (excessDigits(text) > 0) this.fail();
    return this.constant(parseNumber(text), pos, pos);
  }

  /** `(`: group, tuple or generator expression. */
  private parenthesized(): Expr {
    const start = this.pos++;
    const type = this.type[this.pos];
    if (type === T.RPAR) {
      this.pos++;
      return this.tuple([], start, "Load");
    }
    if (type === T.YIELD) {
      const value = this.yieldExpression();
      this.expect(T.RPAR);
      return value;
    }
    const first = this.starNamedExpression();
    if (this.type[this.pos] === T.COMMA) {
      const elts = [first];
      this.restOfList(elts, T.RPAR);
      return this.tuple(elts, start, "Load");
    }
    if (type === T.STAR) this.fail();
    if (!this.startsComprehension()) {
      this.expect(T.RPAR);
      return first;
    }
    const generators = this.comprehensions();
    this.expect(T.RPAR);
    const end = this.pos - 1;
    return {
      kind: "GeneratorExp",
      elt: first,
      generators,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** `, item, item` up to and with the closing bracket. */
  private restOfList(elts: Expr[], close: number): void {
    while (this.accept(T.COMMA)) {
      if (this.type[this.pos] === close) break;
      elts.push(this.starNamedExpression());
    }
    this.expect(close);
  }

  private listDisplay(): Expr {
    const start = this.pos++;
    const elts: Expr[] = [];
    if (!this.accept(T.RSQB)) {
      const isStar = this.type[this.pos] === T.STAR;
      const first = this.starNamedExpression();
      if (!isStar && this.startsComprehension()) {
        const generators = this.comprehensions();
        this.expect(T.RSQB);
        const end = this.pos - 1;
        return {
          kind: "ListComp",
          elt: first,
          generators,
          lineno: this.line[start]!,
          col_offset: this.col[start]!,
          end_lineno: this.endLine[end]!,
          end_col_offset: this.endCol[end]!,
        };
      }
      elts.push(first);
      this.restOfList(elts, T.RSQB);
    }
    const end = this.pos - 1;
    return {
      kind: "List",
      elts,
      ctx: "Load",
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** `{`: dict, set or a comprehension of either. */
  private braces(): Expr {
    const start = this.pos++;
    const type = this.type[this.pos];
    if (type === T.RBRACE || type === T.DOUBLESTAR) return this.dictDisplay(start);
    const first = this.starNamedExpression();
    if (this.type[this.pos] === T.COLON) {
      if (first.kind === "Starred" || first.kind === "NamedExpr") {
        // `{(a := b): c}` is fine: there the walrus is not the first token after the brace.
        if (type === T.STAR || this.type[start + 2] === T.COLONEQUAL) this.fail();
      }
      this.pos++;
      const value = this.expression();
      if (!this.startsComprehension()) return this.dictDisplay(start, first, value);
      const generators = this.comprehensions();
      this.expect(T.RBRACE);
      const end = this.pos - 1;
      return {
        kind: "DictComp",
        key: first,
        value,
        generators,
        lineno: this.line[start]!,
        col_offset: this.col[start]!,
        end_lineno: this.endLine[end]!,
        end_col_offset: this.endCol[end]!,
      };
    }
    if (type !== T.STAR && this.startsComprehension()) {
      const generators = this.comprehensions();
      this.expect(T.RBRACE);
      const end = this.pos - 1;
      return {
        kind: "SetComp",
        elt: first,
        generators,
        lineno: this.line[start]!,
        col_offset: this.col[start]!,
        end_lineno: this.endLine[end]!,
        end_col_offset: this.endCol[end]!,
      };
    }
    const elts = [first];
    this.restOfList(elts, T.RBRACE);
    const end = this.pos - 1;
    return {
      kind: "Set",
      elts,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** The rest of a dict display, whose first pair may have been read already. */
  private dictDisplay(start: number, firstKey?: Expr, firstValue?: Expr): Expr {
    const keys: (Expr | null)[] = [];
    const values: Expr[] = [];
    if (firstKey !== undefined && firstValue !== undefined) {
      keys.push(firstKey);
      values.push(firstValue);
      if (!this.accept(T.COMMA) && this.type[this.pos] !== T.RBRACE) this.fail();
    }
    while (this.type[this.pos] !== T.RBRACE) {
      if (this.accept(T.DOUBLESTAR)) {
        keys.push(null);
        values.push(this.operation(BIT_OR));
      } else {
        keys.push(this.expression());
        this.expect(T.COLON);
        values.push(this.expression());
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RBRACE);
    const end = this.pos - 1;
    return {
      kind: "Dict",
      keys,
      values,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  // -------------------------------------------------------------------------------------------- comprehensions, targets

  protected comprehensions(): Comprehension[] {
    const generators: Comprehension[] = [];
    while (this.startsComprehension()) {
      const is_async = this.accept(T.ASYNC) ? 1 : 0;
      this.pos++;
      const target = this.starTargets();
      this.expect(T.IN);
      const iter = this.disjunction();
      const ifs: Expr[] = [];
      while (this.accept(T.IF)) ifs.push(this.disjunction());
      generators.push({ kind: "comprehension", target, iter, ifs, is_async });
    }
    return generators;
  }

  /** `star_targets`: what a `for` assigns to, up to `in`. */
  protected starTargets(): Expr {
    const start = this.pos;
    const first = this.starTarget();
    if (this.type[this.pos] !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      const type = this.type[this.pos]!;
      if (type === T.IN || ENDS_LIST[type]) break;
      elts.push(this.starTarget());
    }
    return this.tuple(elts, start, "Store");
  }

  /** `star_target`: one target, perhaps with a star. */
  protected starTarget(): Expr {
    const start = this.pos;
    if (!this.accept(T.STAR)) {
      const target = this.primary();
      this.retarget(target, "Store");
      return target;
    }
    if (this.type[this.pos] === T.STAR) this.fail();
    const value = this.starTarget();
    const end = this.pos - 1;
    return {
      kind: "Starred",
      value,
      ctx: "Store",
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** Turns an expression just read into a target, in place; fails where it can't be one. */
  protected retarget(target: Expr, ctx: "Store" | "Del"): void {
    switch (target.kind) {
      case "Name":
      case "Attribute":
      case "Subscript":
        target.ctx = ctx;
        return;
      case "Starred":
        if (ctx === "Del") this.fail();
        target.ctx = ctx;
        this.retarget(target.value, ctx);
        return;
      case "Tuple":
      case "List":
        target.ctx = ctx;
        for (const item of target.elts) this.retarget(item, ctx);
        return;
      default:
        this.fail();
    }
  }
}
