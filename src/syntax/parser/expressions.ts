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
  Expr,
  ExprContext,
  Keyword,
  Name,
  Tuple,
} from "../ast.ts";
import { T } from "../token-types.ts";
import { Cursor } from "./cursor.ts";

// Infix precedence by token kind; 0 for what is no infix operator. `not` is here for `not in`.
const OR = 1;
const AND = 2;
const NOT = 3;
const COMPARISON = 4;
export const BIT_OR = 5;
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

// Tokens after which a comma-separated list has ended.
export const ENDS_LIST = new Uint8Array(128);
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
  /** Names, literals, displays and what else needs no operator (atoms.ts). */
  protected abstract atom(): Expr;
  protected abstract name(ctx: ExprContext): Name;
  protected abstract comprehensions(): Comprehension[];
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

  protected starNamedExpression(): Expr {
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
  protected operation(least: number): Expr {
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

  protected startsComprehension(): boolean {
    const type = this.type[this.pos];
    return type === T.FOR || (type === T.ASYNC && this.type[this.pos + 1] === T.FOR);
  }
}
