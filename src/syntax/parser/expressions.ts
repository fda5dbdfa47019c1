// Expressions. One precedence-climbing loop stands for CPython's fifteen grammar levels; it also keeps the stack
// shallow, which matters because nesting depth is the user's. A node's position runs from its first token to the
// last one consumed, so parentheses around an operand count for the operation but not for the operand.

import type {
  Arguments,
  Attribute,
  BinaryOperator,
  BoolOperator,
  CompareOperator,
  Comprehension,
  Constant,
  Expr,
  ExprContext,
  Keyword,
  Name,
  SingletonValue,
  Tuple,
} from "../ast.ts";
import { excessDigits, parseNumber } from "../number-literal.ts";
import { T } from "../token-types.ts";
import { Cursor } from "./cursor.ts";

// Infix precedence by token kind; 0 for what is no infix operator. `not` is here for `not in`.
const OR = 1;
const AND = 2;
const NOT = 3;
const COMPARISON = 4;
const BIT_OR = 5;
const PRECEDENCE = new Uint8Array(128);
const BINARY: BinaryOperator[] = [];
for (const [type, precedence, op] of [
  [T.VBAR, BIT_OR, "BitOr"],
  [T.CIRCUMFLEX, 6, "BitXor"],
  [T.AMPER, 7, "BitAnd"],
  [T.LEFTSHIFT, 8, "LShift"],
  [T.RIGHTSHIFT, 8, "RShift"],
  [T.PLUS, 9, "Add"],
  [T.MINUS, 9, "Sub"],
  [T.STAR, 10, "Mult"],
  [T.SLASH, 10, "Div"],
  [T.DOUBLESLASH, 10, "FloorDiv"],
  [T.PERCENT, 10, "Mod"],
  [T.AT, 10, "MatMult"],
] as const) {
  PRECEDENCE[type] = precedence;
  BINARY[type] = op;
}
PRECEDENCE[T.OR] = OR;
PRECEDENCE[T.AND] = AND;
for (const type of [T.EQEQUAL, T.NOTEQUAL, T.LESS, T.LESSEQUAL, T.GREATER, T.GREATEREQUAL, T.IN, T.IS, T.NOT]) {
  PRECEDENCE[type] = COMPARISON;
}

const NONE: SingletonValue = { type: "none" };
const TRUE: SingletonValue = { type: "true" };
const FALSE: SingletonValue = { type: "false" };
const ELLIPSIS: SingletonValue = { type: "ellipsis" };

// Tokens after which a comma-separated list has ended.
const ENDS_LIST = new Uint8Array(128);
for (const type of [
  T.NEWLINE,
  T.ENDMARKER,
  T.RPAR,
  T.RSQB,
  T.RBRACE,
  T.EQUAL,
  T.COLON,
  T.SEMI,
  T.EXCLAMATION,
  T.PLUSEQUAL,
  T.MINEQUAL,
  T.STAREQUAL,
  T.SLASHEQUAL,
  T.PERCENTEQUAL,
  T.AMPEREQUAL,
  T.VBAREQUAL,
  T.CIRCUMFLEXEQUAL,
  T.LEFTSHIFTEQUAL,
  T.RIGHTSHIFTEQUAL,
  T.DOUBLESTAREQUAL,
  T.DOUBLESLASHEQUAL,
  T.ATEQUAL,
]) {
  ENDS_LIST[type] = 1;
}

export interface CallArguments {
  args: Expr[];
  keywords: Keyword[];
}

export abstract class ExpressionParser extends Cursor {
  /** A run of string literals (strings.ts). */
  protected abstract strings(): Expr;
  /** Parameters of a lambda, up to its colon (parameters.ts). */
  protected abstract lambdaParameters(): Arguments;

  // -------------------------------------------------------------------------------------------- lists

  /** `star_expressions`: what stands on the right of `=` or after `return`. */
  protected starExpressions(): Expr {
    const start = this.pos;
    const first = this.type[start] === T.STAR ? this.starred() : this.expression();
    if (this.type[this.pos] !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      const type = this.type[this.pos]!;
      if (ENDS_LIST[type]) break;
      elts.push(type === T.STAR ? this.starred() : this.expression());
    }
    return this.tuple(elts, start, "Load");
  }

  /** `expressions`: as above without stars (`except A, B:`). */
  protected expressions(): Expr {
    const start = this.pos;
    const first = this.expression();
    if (this.type[this.pos] !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (ENDS_LIST[this.type[this.pos]!]) break;
      elts.push(this.expression());
    }
    return this.tuple(elts, start, "Load");
  }

  /** `annotated_rhs`: a value or a yield. */
  protected yieldOrExpressions(): Expr {
    return this.type[this.pos] === T.YIELD ? this.yieldExpression() : this.starExpressions();
  }

  protected tuple(elts: Expr[], start: number, ctx: ExprContext): Tuple {
    const end = this.pos - 1;
    return {
      kind: "Tuple",
      elts,
      ctx,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** `*` and what binds as tightly as `|`; in calls and subscripts a whole expression follows instead. */
  protected starred(loose = false): Expr {
    const start = this.pos++;
    const value = loose ? this.expression() : this.operation(BIT_OR);
    const end = this.pos - 1;
    return {
      kind: "Starred",
      value,
      ctx: "Load",
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  protected yieldExpression(): Expr {
    const start = this.pos++;
    if (this.accept(T.FROM)) {
      const value = this.expression();
      const end = this.pos - 1;
      return {
        kind: "YieldFrom",
        value,
        lineno: this.line[start]!,
        col_offset: this.col[start]!,
        end_lineno: this.endLine[end]!,
        end_col_offset: this.endCol[end]!,
      };
    }
    const value = ENDS_LIST[this.type[this.pos]!] ? null : this.starExpressions();
    const end = this.pos - 1;
    return {
      kind: "Yield",
      value,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** `named_expression`: an expression, or `name := value`. */
  protected namedExpression(): Expr {
    const start = this.pos;
    if (this.type[start] === T.NAME && this.type[start + 1] === T.COLONEQUAL) return this.walrus();
    return this.expression();
  }

  private walrus(): Expr {
    const start = this.pos;
    const target = this.name("Store");
    this.pos++;
    const value = this.expression();
    const end = this.pos - 1;
    return {
      kind: "NamedExpr",
      target,
      value,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  private starNamedExpression(): Expr {
    return this.type[this.pos] === T.STAR ? this.starred() : this.namedExpression();
  }

  // -------------------------------------------------------------------------------------------- operators

  /** `expression`: conditional, lambda or any operation. */
  protected expression(): Expr {
    const start = this.pos;
    if (this.type[start] === T.LAMBDA) return this.lambda();
    const body = this.operation(OR);
    if (this.type[this.pos] !== T.IF) return body;
    this.enter();
    this.pos++;
    const test = this.operation(OR);
    this.expect(T.ELSE);
    const orelse = this.expression();
    this.leave();
    const end = this.pos - 1;
    return {
      kind: "IfExp",
      test,
      body,
      orelse,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** `disjunction`: everything but conditionals and lambdas (in `for … in` of a comprehension and its `if`s). */
  protected disjunction(): Expr {
    return this.operation(OR);
  }

  private lambda(): Expr {
    this.enter();
    const start = this.pos++;
    const args = this.lambdaParameters();
    this.expect(T.COLON);
    const body = this.expression();
    this.leave();
    const end = this.pos - 1;
    return {
      kind: "Lambda",
      args,
      body,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** Operators that bind at least as tightly as `least`. */
  private operation(least: number): Expr {
    const start = this.pos;
    let left: Expr;
    if (this.type[start] === T.NOT && least <= NOT) left = this.negation();
    else left = this.unary();
    for (;;) {
      const type = this.type[this.pos]!;
      const precedence = PRECEDENCE[type]!;
      if (precedence < least || precedence === 0) return left;
      if (precedence > COMPARISON) {
        this.pos++;
        const right = this.operation(precedence + 1);
        const end = this.pos - 1;
        left = {
          kind: "BinOp",
          left,
          op: BINARY[type]!,
          right,
          lineno: this.line[start]!,
          col_offset: this.col[start]!,
          end_lineno: this.endLine[end]!,
          end_col_offset: this.endCol[end]!,
        };
      } else if (precedence === COMPARISON) {
        if (type === T.NOT && this.type[this.pos + 1] !== T.IN) return left;
        left = this.comparison(left, start);
      } else left = this.boolean(left, start, type, precedence);
    }
  }

  private negation(): Expr {
    this.enter();
    const start = this.pos++;
    const operand = this.operation(NOT);
    this.leave();
    const end = this.pos - 1;
    return {
      kind: "UnaryOp",
      op: "Not",
      operand,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  private boolean(first: Expr, start: number, type: number, precedence: number): Expr {
    const values = [first];
    const op: BoolOperator = type === T.OR ? "Or" : "And";
    while (this.accept(type)) values.push(this.operation(precedence + 1));
    const end = this.pos - 1;
    return {
      kind: "BoolOp",
      op,
      values,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  private comparison(left: Expr, start: number): Expr {
    const ops: CompareOperator[] = [];
    const comparators: Expr[] = [];
    for (;;) {
      const op = this.compareOperator();
      if (op === null) break;
      ops.push(op);
      comparators.push(this.operation(BIT_OR));
    }
    const end = this.pos - 1;
    return {
      kind: "Compare",
      left,
      ops,
      comparators,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** Consumes a comparison operator, or returns null. */
  private compareOperator(): CompareOperator | null {
    const pos = this.pos;
    switch (this.type[pos]) {
      case T.EQEQUAL:
        this.pos++;
        return "Eq";
      case T.NOTEQUAL:
        if ((this.text.charCodeAt(this.tokens.start[pos]!) === 60) !== this.context.barry) this.fail();
        this.pos++;
        return "NotEq";
      case T.LESS:
        this.pos++;
        return "Lt";
      case T.LESSEQUAL:
        this.pos++;
        return "LtE";
      case T.GREATER:
        this.pos++;
        return "Gt";
      case T.GREATEREQUAL:
        this.pos++;
        return "GtE";
      case T.IN:
        this.pos++;
        return "In";
      case T.IS:
        this.pos++;
        return this.accept(T.NOT) ? "IsNot" : "Is";
      case T.NOT:
        if (this.type[pos + 1] !== T.IN) return null;
        this.pos += 2;
        return "NotIn";
      default:
        return null;
    }
  }

  /** `factor` and `power`. */
  private unary(): Expr {
    const start = this.pos;
    const type = this.type[start]!;
    if (type === T.MINUS || type === T.PLUS || type === T.TILDE) {
      this.enter();
      this.pos++;
      const operand = this.unary();
      this.leave();
      const end = this.pos - 1;
      return {
        kind: "UnaryOp",
        op: type === T.MINUS ? "USub" : type === T.PLUS ? "UAdd" : "Invert",
        operand,
        lineno: this.line[start]!,
        col_offset: this.col[start]!,
        end_lineno: this.endLine[end]!,
        end_col_offset: this.endCol[end]!,
      };
    }
    const base = type === T.AWAIT ? this.awaited() : this.primary();
    if (this.type[this.pos] !== T.DOUBLESTAR) return base;
    this.enter();
    this.pos++;
    const exponent = this.unary();
    this.leave();
    const end = this.pos - 1;
    return {
      kind: "BinOp",
      left: base,
      op: "Pow",
      right: exponent,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  private awaited(): Expr {
    const start = this.pos++;
    const value = this.primary();
    const end = this.pos - 1;
    return {
      kind: "Await",
      value,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  // -------------------------------------------------------------------------------------------- primaries

  /** An atom with any number of `.name`, `(…)` and `[…]` after it. */
  protected primary(): Expr {
    const start = this.pos;
    let value = this.atom();
    for (;;) {
      switch (this.type[this.pos]) {
        case T.DOT:
          value = this.attribute(value, start);
          break;
        case T.LPAR:
          value = this.call(value, start);
          break;
        case T.LSQB: {
          this.pos++;
          const slice = this.slices();
          this.expect(T.RSQB);
          const end = this.pos - 1;
          value = {
            kind: "Subscript",
            value,
            slice,
            ctx: "Load",
            lineno: this.line[start]!,
            col_offset: this.col[start]!,
            end_lineno: this.endLine[end]!,
            end_col_offset: this.endCol[end]!,
          };
          break;
        }
        default:
          return value;
      }
    }
  }

  protected attribute(value: Expr, start: number): Attribute {
    this.pos++;
    const end = this.pos;
    const attr = this.identifier();
    return {
      kind: "Attribute",
      value,
      attr,
      ctx: "Load",
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  private call(func: Expr, start: number): Expr {
    const { args, keywords } = this.callArguments(true);
    const end = this.pos - 1;
    return {
      kind: "Call",
      func,
      args,
      keywords,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** From `(` to `)`. A lone generator expression needs no parentheses of its own in a call, but in a class does. */
  protected callArguments(generatorAllowed: boolean): CallArguments {
    const open = this.pos;
    const args: Expr[] = [];
    const keywords: Keyword[] = [];
    this.pos++;
    let unpacked = false;
    while (this.type[this.pos] !== T.RPAR) {
      const start = this.pos;
      const type = this.type[start];
      if (type === T.NAME && this.type[start + 1] === T.EQUAL) {
        const arg = this.identifier();
        this.pos++;
        keywords.push(this.keyword(arg, start));
      } else if (type === T.DOUBLESTAR) {
        this.pos++;
        unpacked = true;
        keywords.push(this.keyword(null, start));
      } else if (type === T.STAR) {
        if (unpacked) this.fail();
        args.push(this.starred(true));
      } else {
        if (keywords.length > 0) this.fail();
        const value = this.namedExpression();
        if (generatorAllowed && args.length === 0 && this.startsComprehension()) {
          const generators = this.comprehensions();
          this.expect(T.RPAR);
          const end = this.pos - 1;
          args.push({
            kind: "GeneratorExp",
            elt: value,
            generators,
            lineno: this.line[open]!,
            col_offset: this.col[open]!,
            end_lineno: this.endLine[end]!,
            end_col_offset: this.endCol[end]!,
          });
          return { args, keywords };
        }
        args.push(value);
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RPAR);
    return { args, keywords };
  }

  private keyword(arg: string | null, start: number): Keyword {
    const value = this.expression();
    const end = this.pos - 1;
    return {
      kind: "keyword",
      arg,
      value,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  private slices(): Expr {
    const start = this.pos;
    const isStar = this.type[start] === T.STAR;
    const first = isStar ? this.starred(true) : this.slice();
    if (this.type[this.pos] !== T.COMMA) return isStar ? this.tuple([first], start, "Load") : first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      const type = this.type[this.pos];
      if (type === T.RSQB) break;
      elts.push(type === T.STAR ? this.starred(true) : this.slice());
    }
    return this.tuple(elts, start, "Load");
  }

  private slice(): Expr {
    const start = this.pos;
    let lower: Expr | null = null;
    if (this.type[start] !== T.COLON) {
      if (this.type[start] === T.NAME && this.type[start + 1] === T.COLONEQUAL) return this.walrus();
      lower = this.expression();
      if (this.type[this.pos] !== T.COLON) return lower;
    }
    this.pos++;
    const upper = this.sliceBound();
    const step = this.accept(T.COLON) ? this.sliceBound() : null;
    const end = this.pos - 1;
    return {
      kind: "Slice",
      lower,
      upper,
      step,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  private sliceBound(): Expr | null {
    const type = this.type[this.pos];
    return type === T.COLON || type === T.COMMA || type === T.RSQB ? null : this.expression();
  }

  // -------------------------------------------------------------------------------------------- atoms

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

  private atom(): Expr {
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

  private startsComprehension(): boolean {
    const type = this.type[this.pos];
    return type === T.FOR || (type === T.ASYNC && this.type[this.pos + 1] === T.FOR);
  }

  private comprehensions(): Comprehension[] {
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
