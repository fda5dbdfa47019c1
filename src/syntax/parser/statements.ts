// Statements. A compound statement ends where its last solid token ends (layout tokens don't count), a simple one
// with the token before its NEWLINE or ";".

import type {
  Alias,
  Arguments,
  BinaryOperator,
  ClassDef,
  ExceptHandler,
  Expr,
  Expression,
  FunctionDef,
  If,
  Interactive,
  Located,
  MatchCase,
  Module,
  Name,
  Stmt,
  WithItem,
} from "../ast.ts";
import { T } from "../token-types.ts";
import { PatternParser } from "./patterns.ts";

const AUGMENTED: (BinaryOperator | undefined)[] = [];
for (const [type, op] of [
  [T.PLUSEQUAL, "Add"],
  [T.MINEQUAL, "Sub"],
  [T.STAREQUAL, "Mult"],
  [T.ATEQUAL, "MatMult"],
  [T.SLASHEQUAL, "Div"],
  [T.PERCENTEQUAL, "Mod"],
  [T.AMPEREQUAL, "BitAnd"],
  [T.VBAREQUAL, "BitOr"],
  [T.CIRCUMFLEXEQUAL, "BitXor"],
  [T.LEFTSHIFTEQUAL, "LShift"],
  [T.RIGHTSHIFTEQUAL, "RShift"],
  [T.DOUBLESTAREQUAL, "Pow"],
  [T.DOUBLESLASHEQUAL, "FloorDiv"],
] as const) {
  AUGMENTED[type] = op;
}

export class Parser extends PatternParser {
  /** Directly inside a `finally` block (PEP 765); a loop or function in between makes it false. */
  private inFinally = false;
  /** Where the statement before the last one begun at the top level begins: the slow parser may start there. */
  safeStart = 0;

  // -------------------------------------------------------------------------------------------- whole programs

  module(): Module {
    const body: Stmt[] = [];
    let start = 0;
    while (this.type[this.pos] !== T.ENDMARKER) {
      this.safeStart = start;
      start = this.pos;
      this.statement(body);
    }
    return { kind: "Module", body, type_ignores: [] };
  }

  /** One interactive statement; what follows it is the caller's to check. */
  interactive(): Interactive {
    const body: Stmt[] = [];
    const pos = this.pos;
    if (this.type[pos] === T.NEWLINE) {
      this.pos++;
      return { kind: "Interactive", body: [{ kind: "Pass", ...this.span(pos, pos) }] };
    }
    if (this.type[pos] === T.ENDMARKER) this.fail();
    const isCompound = this.statement(body);
    if (isCompound) this.expect(T.NEWLINE);
    return { kind: "Interactive", body };
  }

  evaluation(): Expression {
    const body = this.expressions();
    while (this.accept(T.NEWLINE));
    this.expect(T.ENDMARKER);
    return { kind: "Expression", body };
  }

  // -------------------------------------------------------------------------------------------- helpers

  private compoundSpan(start: number): Located {
    return this.span(start, this.lastSolid());
  }

  // -------------------------------------------------------------------------------------------- dispatch

  /** Appends the statement, or the line of simple statements, at `pos`. True if it was a compound one. */
  private statement(body: Stmt[]): boolean {
    const compound = this.compoundStatement();
    if (compound !== null) {
      body.push(compound);
      return true;
    }
    this.simpleStatements(body);
    return false;
  }

  private compoundStatement(): Stmt | null {
    const start = this.pos;
    switch (this.type[start]) {
      case T.IF:
        return this.ifStatement();
      case T.DEF:
        return this.functionDef(start, [], false);
      case T.CLASS:
        return this.classDef([]);
      case T.FOR:
        return this.forStatement(start, false);
      case T.WHILE:
        return this.whileStatement();
      case T.TRY:
        return this.tryStatement();
      case T.WITH:
        return this.withStatement(start, false);
      case T.AT:
        return this.decorated();
      case T.ASYNC:
        this.pos++;
        switch (this.type[this.pos]) {
          case T.DEF:
            return this.functionDef(start, [], true);
          case T.FOR:
            return this.forStatement(start, true);
          case T.WITH:
            return this.withStatement(start, true);
          default:
            return this.fail();
        }
      case T.NAME:
        return this.isWord(start, "match") ? this.matchStatement() : null;
      default:
        return null;
    }
  }

  private simpleStatements(body: Stmt[]): void {
    for (;;) {
      body.push(this.simpleStatement());
      if (this.accept(T.NEWLINE)) return;
      this.expect(T.SEMI);
      if (this.accept(T.NEWLINE)) return;
    }
  }

  private simpleStatement(): Stmt {
    const start = this.pos;
    switch (this.type[start]) {
      case T.RETURN: {
        this.pos++;
        if (this.inFinally) this.warnFlow("return", start);
        const value = this.atStatementEnd() ? null : this.starExpressions();
        return { kind: "Return", value, ...this.span(start) };
      }
      case T.IMPORT:
        return this.importStatement();
      case T.FROM:
        return this.importFrom();
      case T.RAISE:
        return this.raiseStatement();
      case T.PASS:
        this.pos++;
        return { kind: "Pass", ...this.span(start) };
      case T.BREAK:
        this.pos++;
        if (this.inFinally) this.warnFlow("break", start);
        return { kind: "Break", ...this.span(start) };
      case T.CONTINUE:
        this.pos++;
        if (this.inFinally) this.warnFlow("continue", start);
        return { kind: "Continue", ...this.span(start) };
      case T.DEL:
        return this.deleteStatement();
      case T.YIELD: {
        const value = this.yieldExpression();
        return { kind: "Expr", value, ...this.span(start) };
      }
      case T.ASSERT: {
        this.pos++;
        const test = this.expression();
        const msg = this.accept(T.COMMA) ? this.expression() : null;
        return { kind: "Assert", test, msg, ...this.span(start) };
      }
      case T.GLOBAL:
      case T.NONLOCAL: {
        this.pos++;
        const names = [this.identifier()];
        while (this.accept(T.COMMA)) names.push(this.identifier());
        return { kind: this.type[start] === T.GLOBAL ? "Global" : "Nonlocal", names, ...this.span(start) };
      }
      case T.NAME:
        if (this.type[start + 1] === T.NAME && this.isWord(start, "type")) return this.typeAlias();
        return this.expressionStatement();
      default:
        return this.expressionStatement();
    }
  }

  private atStatementEnd(): boolean {
    const type = this.type[this.pos];
    return type === T.NEWLINE || type === T.SEMI;
  }

  private warnFlow(keyword: string, token: number): void {
    this.context.flowWarnings.push({ message: `'${keyword}' in a 'finally' block`, line: this.line[token]!, token });
  }

  // -------------------------------------------------------------------------------------------- simple statements

  /** An expression alone, or any kind of assignment. */
  private expressionStatement(): Stmt {
    const start = this.pos;
    let value = this.starExpressions();
    const type = this.type[this.pos]!;
    if (type === T.EQUAL) {
      const targets: Expr[] = [];
      while (this.accept(T.EQUAL)) {
        this.retarget(value, "Store");
        targets.push(value);
        value = this.yieldOrExpressions();
      }
      return { kind: "Assign", targets, value, type_comment: null, ...this.span(start) };
    }
    if (type === T.COLON) return this.annotated(value, start);
    const op = AUGMENTED[type];
    if (op === undefined) return { kind: "Expr", value, ...this.span(start) };
    if (value.kind !== "Name" && value.kind !== "Attribute" && value.kind !== "Subscript") return this.fail();
    this.pos++;
    value.ctx = "Store";
    const operand = this.yieldOrExpressions();
    return { kind: "AugAssign", target: value, op, value: operand, ...this.span(start) };
  }

  private annotated(target: Expr, start: number): Stmt {
    if (target.kind !== "Name" && target.kind !== "Attribute" && target.kind !== "Subscript") return this.fail();
    const simple = target.kind === "Name" && this.pos === start + 1 ? 1 : 0;
    this.pos++;
    target.ctx = "Store";
    const annotation = this.expression();
    const value = this.accept(T.EQUAL) ? this.yieldOrExpressions() : null;
    return { kind: "AnnAssign", target, annotation, value, simple, ...this.span(start) };
  }

  private typeAlias(): Stmt {
    const start = this.pos++;
    const name: Name = this.name("Store");
    const type_params = this.typeParams();
    this.expect(T.EQUAL);
    const value = this.expression();
    return { kind: "TypeAlias", name, type_params, value, ...this.span(start) };
  }

  private raiseStatement(): Stmt {
    const start = this.pos++;
    const exc = this.atStatementEnd() ? null : this.expression();
    const cause = exc !== null && this.accept(T.FROM) ? this.expression() : null;
    return { kind: "Raise", exc, cause, ...this.span(start) };
  }

  private deleteStatement(): Stmt {
    const start = this.pos++;
    const targets: Expr[] = [];
    do {
      const target = this.primary();
      this.retarget(target, "Del");
      targets.push(target);
    } while (this.accept(T.COMMA) && !this.atStatementEnd());
    if (!this.atStatementEnd()) this.fail();
    return { kind: "Delete", targets, ...this.span(start) };
  }

  private dottedName(): string {
    let name = this.identifier();
    while (this.accept(T.DOT)) name += `.${this.identifier()}`;
    return name;
  }

  private importStatement(): Stmt {
    const start = this.pos++;
    const names: Alias[] = [];
    do {
      const first = this.pos;
      const name = this.dottedName();
      const asname = this.accept(T.AS) ? this.identifier() : null;
      names.push({ kind: "alias", name, asname, ...this.span(first) });
    } while (this.accept(T.COMMA));
    return { kind: "Import", names, ...this.span(start) };
  }

  private importFrom(): Stmt {
    const start = this.pos++;
    let level = 0;
    for (;;) {
      if (this.accept(T.DOT)) level++;
      else if (this.accept(T.ELLIPSIS)) level += 3;
      else break;
    }
    const module = level > 0 && this.type[this.pos] === T.IMPORT ? null : this.dottedName();
    this.expect(T.IMPORT);
    let names: Alias[];
    if (this.type[this.pos] === T.STAR) {
      const star = this.pos++;
      names = [{ kind: "alias", name: "*", asname: null, ...this.span(star, star) }];
    } else if (this.accept(T.LPAR)) {
      names = [this.importAlias()];
      while (this.accept(T.COMMA) && this.type[this.pos] !== T.RPAR) names.push(this.importAlias());
      this.expect(T.RPAR);
    } else {
      names = [this.importAlias()];
      while (this.accept(T.COMMA)) names.push(this.importAlias());
    }
    if (module === "__future__" && level === 0 && names.some((n) => n.name === "barry_as_FLUFL")) {
      this.context.barry = true;
    }
    return { kind: "ImportFrom", module, names, level, ...this.span(start) };
  }

  private importAlias(): Alias {
    const start = this.pos;
    const name = this.identifier();
    const asname = this.accept(T.AS) ? this.identifier() : null;
    return { kind: "alias", name, asname, ...this.span(start) };
  }

  // -------------------------------------------------------------------------------------------- blocks

  /** `: NEWLINE INDENT … DEDENT`, or statements on the same line. */
  private block(): Stmt[] {
    this.expect(T.COLON);
    const body: Stmt[] = [];
    if (!this.accept(T.NEWLINE)) {
      this.simpleStatements(body);
      return body;
    }
    this.expect(T.INDENT);
    do this.statement(body);
    while (this.type[this.pos] !== T.DEDENT);
    this.pos++;
    return body;
  }

  /** A block in which `finally` has (true) or has no (false) say over return, break and continue. */
  private blockIn(inFinally: boolean): Stmt[] {
    const outer = this.inFinally;
    this.inFinally = inFinally;
    const body = this.block();
    this.inFinally = outer;
    return body;
  }

  private elseBlock(): Stmt[] {
    return this.accept(T.ELSE) ? this.block() : [];
  }

  private ifStatement(): Stmt {
    // A long elif chain is a deep tree; it is built without recursion.
    const chain: If[] = [];
    const starts: number[] = [];
    let orelse: Stmt[] = [];
    do {
      const start = this.pos++;
      const test = this.namedExpression();
      const body = this.block();
      const branch: If = { kind: "If", test, body, orelse: [], ...this.compoundSpan(start) };
      chain[chain.length - 1]?.orelse.push(branch);
      chain.push(branch);
      starts.push(start);
    } while (this.type[this.pos] === T.ELIF);
    orelse = this.elseBlock();
    chain[chain.length - 1]!.orelse = orelse;
    const first = chain[0]!;
    const { end_lineno, end_col_offset } = this.compoundSpan(starts[0]!);
    for (const branch of chain) {
      branch.end_lineno = end_lineno;
      branch.end_col_offset = end_col_offset;
    }
    return first;
  }

  private whileStatement(): Stmt {
    const start = this.pos++;
    const test = this.namedExpression();
    const body = this.blockIn(false);
    const orelse = this.elseBlock();
    return { kind: "While", test, body, orelse, ...this.compoundSpan(start) };
  }

  private forStatement(start: number, isAsync: boolean): Stmt {
    this.pos++;
    const target = this.starTargets();
    this.expect(T.IN);
    const iter = this.starExpressions();
    const body = this.blockIn(false);
    const orelse = this.elseBlock();
    const kind = isAsync ? "AsyncFor" : "For";
    return { kind, target, iter, body, orelse, type_comment: null, ...this.compoundSpan(start) };
  }

  private withStatement(start: number, isAsync: boolean): Stmt {
    this.pos++;
    let items: WithItem[] | null = null;
    // `with (a, b):` is two items; `with (a, b).c:` is an expression. What follows the bracket tells.
    if (this.type[this.pos] === T.LPAR && this.type[this.afterBracket()] === T.COLON) {
      items = this.speculate(() => this.bracketedItems());
    }
    if (items === null) {
      items = [this.withItem()];
      while (this.accept(T.COMMA)) items.push(this.withItem());
    }
    const body = this.block();
    const kind = isAsync ? "AsyncWith" : "With";
    return { kind, items, body, type_comment: null, ...this.compoundSpan(start) };
  }

  /** Index of the token after the bracket that closes the one at `pos`. */
  private afterBracket(): number {
    let depth = 0;
    for (let i = this.pos; i < this.tokens.count; i++) {
      switch (this.type[i]) {
        case T.LPAR:
        case T.LSQB:
        case T.LBRACE:
          depth++;
          break;
        case T.RPAR:
        case T.RSQB:
        case T.RBRACE:
          if (--depth === 0) return i + 1;
      }
    }
    return this.tokens.count - 1;
  }

  private bracketedItems(): WithItem[] {
    this.expect(T.LPAR);
    const items = [this.withItem()];
    while (this.accept(T.COMMA) && this.type[this.pos] !== T.RPAR) items.push(this.withItem());
    this.expect(T.RPAR);
    if (this.type[this.pos] !== T.COLON) this.fail();
    return items;
  }

  private withItem(): WithItem {
    const context_expr = this.expression();
    const optional_vars = this.accept(T.AS) ? this.starTarget() : null;
    return { kind: "withitem", context_expr, optional_vars };
  }

  private tryStatement(): Stmt {
    const start = this.pos++;
    const body = this.block();
    const handlers: ExceptHandler[] = [];
    const isStar = this.type[this.pos] === T.EXCEPT && this.type[this.pos + 1] === T.STAR;
    while (this.type[this.pos] === T.EXCEPT) handlers.push(this.exceptHandler(isStar));
    const orelse = handlers.length > 0 ? this.elseBlock() : [];
    let finalbody: Stmt[] = [];
    if (this.accept(T.FINALLY)) finalbody = this.blockIn(true);
    else if (handlers.length === 0) this.fail();
    return { kind: isStar ? "TryStar" : "Try", body, handlers, orelse, finalbody, ...this.compoundSpan(start) };
  }

  private exceptHandler(isStar: boolean): ExceptHandler {
    const start = this.pos++;
    if (this.accept(T.STAR) !== isStar) this.fail();
    let type: Expr | null = null;
    let name: string | null = null;
    if (isStar || this.type[this.pos] !== T.COLON) {
      const first = this.pos;
      type = this.expression();
      if (this.accept(T.AS)) name = this.identifier();
      else if (this.type[this.pos] === T.COMMA) {
        const elts = [type];
        while (this.accept(T.COMMA) && this.type[this.pos] !== T.COLON) elts.push(this.expression());
        type = this.tuple(elts, first, "Load");
      }
    }
    const body = this.block();
    return { kind: "ExceptHandler", type, name, body, ...this.compoundSpan(start) };
  }

  // -------------------------------------------------------------------------------------------- definitions

  private decorated(): Stmt {
    const decorators: Expr[] = [];
    while (this.accept(T.AT)) {
      decorators.push(this.namedExpression());
      this.expect(T.NEWLINE);
    }
    const start = this.pos;
    switch (this.type[start]) {
      case T.DEF:
        return this.functionDef(start, decorators, false);
      case T.CLASS:
        return this.classDef(decorators);
      case T.ASYNC:
        this.pos++;
        return this.functionDef(start, decorators, true);
      default:
        return this.fail();
    }
  }

  private functionDef(start: number, decorator_list: Expr[], isAsync: boolean): Stmt {
    this.expect(T.DEF);
    const name = this.identifier();
    const type_params = this.typeParams();
    this.expect(T.LPAR);
    const args: Arguments = this.parameters(T.RPAR, true);
    this.expect(T.RPAR);
    const returns = this.accept(T.RARROW) ? this.expression() : null;
    const body = this.blockIn(false);
    const fields = { name, args, body, decorator_list, returns, type_comment: null, type_params };
    const kind = (isAsync ? "AsyncFunctionDef" : "FunctionDef") as "FunctionDef";
    return { kind, ...fields, ...this.compoundSpan(start) } satisfies FunctionDef;
  }

  private classDef(decorator_list: Expr[]): ClassDef {
    const start = this.pos++;
    const name = this.identifier();
    const type_params = this.typeParams();
    const { args: bases, keywords } =
      this.type[this.pos] === T.LPAR ? this.callArguments(false) : { args: [], keywords: [] };
    const body = this.block();
    return { kind: "ClassDef", name, bases, keywords, body, decorator_list, type_params, ...this.compoundSpan(start) };
  }

  // -------------------------------------------------------------------------------------------- match

  /** Null when this `match` is an ordinary name. */
  private matchStatement(): Stmt | null {
    const start = this.pos;
    switch (this.type[start + 1]) {
      case T.EQUAL:
      case T.DOT:
      case T.COMMA:
      case T.COLON:
      case T.NEWLINE:
      case T.SEMI:
        return null;
    }
    const subject = this.speculate(() => {
      this.pos++;
      const expression = this.subject();
      this.expect(T.COLON);
      this.expect(T.NEWLINE);
      this.expect(T.INDENT);
      if (!this.isWord(this.pos, "case")) this.fail();
      return expression;
    });
    if (subject === null) return null;
    const cases: MatchCase[] = [];
    do cases.push(this.caseBlock());
    while (this.type[this.pos] !== T.DEDENT);
    this.pos++;
    return { kind: "Match", subject, cases, ...this.compoundSpan(start) };
  }

  private subject(): Expr {
    const start = this.pos;
    const isStar = this.type[start] === T.STAR;
    const first = isStar ? this.starred() : this.namedExpression();
    if (this.type[this.pos] !== T.COMMA) {
      if (isStar) this.fail();
      return first;
    }
    const elts = [first];
    while (this.accept(T.COMMA)) {
      const type = this.type[this.pos];
      if (type === T.COLON) break;
      elts.push(type === T.STAR ? this.starred() : this.namedExpression());
    }
    return this.tuple(elts, start, "Load");
  }

  private caseBlock(): MatchCase {
    if (!this.isWord(this.pos, "case")) this.fail();
    this.pos++;
    const pattern = this.patterns();
    const guard = this.accept(T.IF) ? this.namedExpression() : null;
    const body = this.block();
    return { kind: "match_case", pattern, guard, body };
  }
}
