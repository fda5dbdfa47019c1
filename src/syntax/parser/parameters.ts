// Parameters of functions and lambdas, and PEP 695 type parameters. Every parameter ends with a comma or the
// closing token, so one loop with a little state reads what the grammar spreads over a dozen rules.

import type { Arg, Arguments, Expr, TypeParam } from "../ast.ts";
import { T } from "../token-types.ts";
import { AtomParser } from "./atoms.ts";

export abstract class ParameterParser extends AtomParser {
  protected lambdaParameters(): Arguments {
    return this.parameters(T.COLON, false);
  }

  /** Parameters up to (not including) `close`. */
  protected parameters(close: number, annotated: boolean): Arguments {
    const result: Arguments = {
      kind: "arguments",
      posonlyargs: [],
      args: [],
      vararg: null,
      kwonlyargs: [],
      kw_defaults: [],
      kwarg: null,
      defaults: [],
    };
    let keywordOnly = false;
    // A bare `*` wants a parameter after it.
    let bareStar = false;
    while (this.type[this.pos] !== close) {
      switch (this.type[this.pos]) {
        case T.SLASH:
          if (keywordOnly || result.args.length === 0 || result.posonlyargs.length > 0) this.fail();
          this.pos++;
          result.posonlyargs = result.args;
          result.args = [];
          break;
        case T.STAR:
          if (keywordOnly) this.fail();
          this.pos++;
          keywordOnly = true;
          if (this.type[this.pos] === T.COMMA) bareStar = true;
          else result.vararg = this.parameter(annotated, true);
          break;
        case T.DOUBLESTAR:
          if (bareStar) this.fail();
          this.pos++;
          result.kwarg = this.parameter(annotated, false);
          this.accept(T.COMMA);
          if (this.type[this.pos] !== close) this.fail();
          return result;
        default: {
          const arg = this.parameter(annotated, false);
          const value = this.accept(T.EQUAL) ? this.expression() : null;
          if (keywordOnly) {
            bareStar = false;
            result.kwonlyargs.push(arg);
            result.kw_defaults.push(value);
          } else {
            if (value !== null) result.defaults.push(value);
            else if (result.defaults.length > 0) this.fail();
            result.args.push(arg);
          }
        }
      }
      if (!this.accept(T.COMMA)) break;
    }
    if (bareStar || this.type[this.pos] !== close) this.fail();
    return result;
  }

  private parameter(annotated: boolean, starAllowed: boolean): Arg {
    const start = this.pos;
    const arg = this.identifier();
    let annotation: Expr | null = null;
    if (annotated && this.accept(T.COLON)) {
      annotation = starAllowed && this.type[this.pos] === T.STAR ? this.starred() : this.expression();
    }
    const end = this.pos - 1;
    return {
      kind: "arg",
      arg,
      annotation,
      type_comment: null,
      lineno: this.line[start]!,
      col_offset: this.col[start]!,
      end_lineno: this.endLine[end]!,
      end_col_offset: this.endCol[end]!,
    };
  }

  /** `[T: bound = default, *Ts, **P]` where one stands; else an empty list. */
  protected typeParams(): TypeParam[] {
    const params: TypeParam[] = [];
    if (!this.accept(T.LSQB)) return params;
    do {
      params.push(this.typeParam());
    } while (this.accept(T.COMMA) && this.type[this.pos] !== T.RSQB);
    this.expect(T.RSQB);
    return params;
  }

  private typeParam(): TypeParam {
    const start = this.pos;
    const isTuple = this.accept(T.STAR);
    const isSpec = !isTuple && this.accept(T.DOUBLESTAR);
    const name = this.identifier();
    const bound = !isTuple && !isSpec && this.accept(T.COLON) ? this.expression() : null;
    let default_value: Expr | null = null;
    if (this.accept(T.EQUAL)) {
      default_value = isTuple && this.type[this.pos] === T.STAR ? this.starred() : this.expression();
    }
    const end = this.pos - 1;
    const lineno = this.line[start]!;
    const col_offset = this.col[start]!;
    const end_lineno = this.endLine[end]!;
    const end_col_offset = this.endCol[end]!;
    if (isTuple) return { kind: "TypeVarTuple", name, default_value, lineno, col_offset, end_lineno, end_col_offset };
    if (isSpec) return { kind: "ParamSpec", name, default_value, lineno, col_offset, end_lineno, end_col_offset };
    return { kind: "TypeVar", name, bound, default_value, lineno, col_offset, end_lineno, end_col_offset };
  }
}
