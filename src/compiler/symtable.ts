/**
 * The symbol table: who binds which name where. First pass here (facts, in source order, as CPython collects them: the first error
 * found is part of the language), second pass in symtable-analyze.ts. Blocks are looked up by the syntax node that opens them.
 */
import type {
  Alias,
  AsyncFunctionDef,
  ClassDef,
  ExceptHandler,
  Expr,
  FunctionDef,
  If,
  Located,
  MatchClass,
  Mod,
  Pattern,
  Stmt,
  TypeAlias,
  TypeParam,
} from "../syntax/ast.ts";
import type { SourceInfo } from "./compile-error.ts";
import { docstringOf } from "./docstring.ts";
import type { Future } from "./future.ts";
import { Block, Def } from "./scope.ts";
import { analyze } from "./symtable-analyze.ts";
import { ExpressionSymbols } from "./symtable-expressions.ts";

export class SymbolTable extends ExpressionSymbols {
  /** Throws PySyntaxError. */
  constructor(tree: Mod, info: SourceInfo, future: Future) {
    super(tree, info, future);
    if (tree.kind === "Expression") this.expr(tree.body);
    else {
      if (tree.kind === "Module") this.top.hasDocstring = docstringOf(tree.body) !== null;
      this.stmts(tree.body);
    }
    analyze(this.top, (message, at) => this.fail(message, at));
  }

  private stmts(body: Stmt[]) {
    for (const stmt of body) this.stmt(stmt);
  }

  /** Statements that may or may not run: annotations in them are conditional. */
  private conditionally(visit: () => void) {
    const block = this.current;
    const outer = block.inConditionalBlock;
    block.inConditionalBlock = true;
    visit();
    block.inConditionalBlock = outer;
  }

  private stmt(s: Stmt) {
    switch (s.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        return this.functionDef(s);
      case "ClassDef":
        return this.classDef(s);
      case "TypeAlias":
        return this.typeAlias(s);
      case "Return":
        return this.optional(s.value);
      case "Delete":
        return this.exprs(s.targets);
      case "Assign":
        this.exprs(s.targets);
        return this.expr(s.value);
      case "AnnAssign":
        return this.annAssign(s);
      case "AugAssign":
        this.expr(s.target);
        return this.expr(s.value);
      case "AsyncFor":
        this.needCoroutine("'async for' outside async function", s);
        return this.forLoop(s);
      case "For":
        return this.forLoop(s);
      case "While":
        this.expr(s.test);
        return this.conditionally(() => {
          this.stmts(s.body);
          this.stmts(s.orelse);
        });
      case "If":
        return this.ifStmt(s);
      case "Match":
        this.expr(s.subject);
        return this.conditionally(() => {
          for (const c of s.cases) {
            this.pattern(c.pattern);
            this.optional(c.guard);
            this.stmts(c.body);
          }
        });
      case "Raise":
        this.optional(s.exc);
        return this.optional(s.cause);
      case "Try":
      case "TryStar":
        return this.conditionally(() => {
          this.stmts(s.body);
          for (const handler of s.handlers) this.exceptHandler(handler);
          this.stmts(s.orelse);
          this.stmts(s.finalbody);
        });
      case "Assert":
        this.expr(s.test);
        return this.optional(s.msg);
      case "Import":
        for (const alias of s.names) this.alias(alias);
        return;
      case "ImportFrom":
        for (const alias of s.names) this.alias(alias);
        if (s.module === "__future__" && s.level === 0 && this.future.isTooLate(s)) {
          this.fail("from __future__ imports must occur at the beginning of the file", s);
        }
        return;
      case "Global":
        return this.declaration(s, Def.GLOBAL, "global");
      case "Nonlocal":
        return this.declaration(s, Def.NONLOCAL, "nonlocal");
      case "Expr":
        return this.expr(s.value);
      case "Pass":
      case "Break":
      case "Continue":
        return;
      case "AsyncWith":
        this.needCoroutine("'async with' outside async function", s);
        return this.withStmt(s);
      case "With":
        return this.withStmt(s);
    }
  }

  /** elif by elif. */
  private ifStmt(s: If) {
    this.expr(s.test);
    this.conditionally(() => {
      for (let next: If | null = s; next; ) {
        if (next !== s) this.expr(next.test);
        this.stmts(next.body);
        const [only]: Stmt[] = next.orelse;
        if (next.orelse.length === 1 && only?.kind === "If") next = only;
        else {
          this.stmts(next.orelse);
          next = null;
        }
      }
    });
  }

  private forLoop(s: Extract<Stmt, { kind: "For" | "AsyncFor" }>) {
    this.expr(s.target);
    this.expr(s.iter);
    this.conditionally(() => {
      this.stmts(s.body);
      this.stmts(s.orelse);
    });
  }

  private withStmt(s: Extract<Stmt, { kind: "With" | "AsyncWith" }>) {
    this.conditionally(() => {
      for (const item of s.items) {
        this.expr(item.context_expr);
        this.optional(item.optional_vars);
      }
      this.stmts(s.body);
    });
  }

  private needCoroutine(message: string, at: Located) {
    if (this.future.topLevelAwait && this.current.type === "module") this.current.isCoroutine = true;
    if (!this.current.isCoroutine) this.fail(message, at);
  }

  private functionDef(s: FunctionDef | AsyncFunctionDef) {
    const { args } = s;
    this.define(s.name, Def.LOCAL, s);
    this.exprs(args.defaults);
    for (const value of args.kw_defaults) this.optional(value);
    this.exprs(s.decorator_list);
    const generic = s.type_params.length > 0;
    if (generic) {
      const hasKwDefaults = args.kw_defaults.some((value) => value !== null);
      this.enterTypeParams(s.name, s.type_params, args.defaults.length > 0, hasKwDefaults, false, s);
      for (const param of s.type_params) this.typeParam(param);
    }
    const block = new Block("function", s.name, s, this.current);
    this.blocks.set(s, block);
    block.hasDocstring = docstringOf(s.body) !== null;
    this.signatureAnnotations(s);
    this.enter(block);
    if (s.kind === "AsyncFunctionDef") block.isCoroutine = true;
    this.arguments(args);
    this.stmts(s.body);
    this.exit();
    if (generic) this.exit();
  }

  private classDef(s: ClassDef) {
    this.define(s.name, Def.LOCAL, s);
    this.exprs(s.decorator_list);
    const outerPrivate = this.privateName;
    const generic = s.type_params.length > 0;
    if (generic) {
      this.enterTypeParams(s.name, s.type_params, false, false, true, s);
      this.privateName = s.name;
      this.current.mangledNames = new Set();
      for (const param of s.type_params) this.typeParam(param);
    }
    this.exprs(s.bases);
    this.keywords(s.keywords);
    const block = this.enterNew("class", s.name, s, s);
    this.privateName = s.name;
    if (generic) {
      this.define("__type_params__", Def.LOCAL, s);
      this.use(".type_params", s);
    }
    block.hasDocstring = docstringOf(s.body) !== null;
    this.stmts(s.body);
    this.exit();
    if (generic) this.exit();
    this.privateName = outerPrivate;
  }

  private typeAlias(s: TypeAlias) {
    this.expr(s.name);
    const inClass = this.current.type === "class";
    const generic = s.type_params.length > 0;
    if (generic) {
      this.enterTypeParams(s.name.id, s.type_params, false, false, false, s);
      for (const param of s.type_params) this.typeParam(param);
    }
    const block = this.enterNew("type alias", s.name.id, s, s);
    block.canSeeClassScope = inClass;
    if (inClass) this.use("__classdict__", s.value);
    this.expr(s.value);
    this.exit();
    if (generic) this.exit();
  }

  private annAssign(s: Extract<Stmt, { kind: "AnnAssign" }>) {
    this.current.annotationsUsed = true;
    const { target } = s;
    if (target.kind === "Name") {
      const symbol = this.lookup(target.id);
      if (symbol & (Def.GLOBAL | Def.NONLOCAL) && this.current !== this.top && s.simple) {
        const kind = symbol & Def.GLOBAL ? "global" : "nonlocal";
        this.fail(`annotated name '${target.id}' can't be ${kind}`, s);
      }
      if (s.simple) this.define(target.id, Def.ANNOT | Def.LOCAL, target);
      else if (s.value) this.define(target.id, Def.LOCAL, target);
    } else {
      this.expr(target);
    }
    this.annotation(s.annotation);
    this.optional(s.value);
  }

  private declaration(s: Extract<Stmt, { kind: "Global" | "Nonlocal" }>, flag: number, word: string) {
    for (const name of s.names) {
      const symbol = this.lookup(name);
      if (symbol & (Def.PARAM | Def.LOCAL | Def.USE | Def.ANNOT)) {
        if (symbol & Def.PARAM) this.fail(`name '${name}' is parameter and ${word}`, s);
        if (symbol & Def.USE) this.fail(`name '${name}' is used prior to ${word} declaration`, s);
        if (symbol & Def.ANNOT) this.fail(`annotated name '${name}' can't be ${word}`, s);
        this.fail(`name '${name}' is assigned to before ${word} declaration`, s);
      }
      this.define(name, flag, s);
      this.current.directives.push({ name: this.mangled(name), at: s });
    }
  }

  private alias(alias: Alias) {
    const name = alias.asname ?? alias.name;
    if (name === "*") {
      if (this.current.type !== "module") this.fail("import * only allowed at module level", alias);
      return;
    }
    const dot = name.indexOf(".");
    this.define(dot < 0 ? name : name.slice(0, dot), Def.IMPORT, alias);
  }

  private exceptHandler(handler: ExceptHandler) {
    this.optional(handler.type);
    if (handler.name !== null) {
      this.define(handler.name, Def.LOCAL, handler);
      this.current.unbound.add(this.mangled(handler.name));
    }
    this.stmts(handler.body);
  }

  private signatureAnnotations(s: FunctionDef | AsyncFunctionDef) {
    const inClass = this.current.canSeeClassScope || this.current.type === "class";
    const { args } = s;
    const block = this.enterNew("annotation", "__annotate__", args, s);
    if (inClass) {
      block.canSeeClassScope = true;
      this.use("__classdict__", s);
    }
    const visit = (annotation: Expr | null | undefined) => {
      if (!annotation) return;
      block.annotationsUsed = true;
      this.expr(annotation);
    };
    for (const arg of args.posonlyargs) visit(arg.annotation);
    for (const arg of args.args) visit(arg.annotation);
    visit(args.vararg?.annotation);
    visit(args.kwarg?.annotation);
    for (const arg of args.kwonlyargs) visit(arg.annotation);
    visit(s.returns);
    this.exit();
  }

  /** Annotation of a variable: goes to the one annotation block of the class, module or function. */
  private annotation(annotation: Expr) {
    const parent = this.current;
    const isUnevaluated = parent.type === "function";
    const conditional = parent.type === "module" || (parent.type === "class" && parent.inConditionalBlock);
    if (conditional && !parent.hasConditionalAnnotations) {
      parent.hasConditionalAnnotations = true;
      this.use("__conditional_annotations__", annotation);
    }
    if (parent.annotationBlock === null) {
      const block = this.enterNew("annotation", "__annotate__", null, annotation);
      parent.annotationBlock = block;
      if (parent.type === "class" && !this.future.annotations) {
        block.canSeeClassScope = true;
        this.use("__classdict__", annotation);
      }
    } else {
      this.enter(parent.annotationBlock);
      // The block is a child already: analysing it twice would merge its free names twice.
      if (!this.future.annotations) parent.children.pop();
    }
    this.current.inUnevaluatedAnnotation = isUnevaluated;
    this.expr(annotation);
    this.current.inUnevaluatedAnnotation = false;
    this.exit();
  }

  private enterTypeParams(
    name: string,
    key: TypeParam[],
    hasDefaults: boolean,
    hasKwDefaults: boolean,
    isClass: boolean,
    at: Located,
  ) {
    const inClass = this.current.type === "class";
    const block = this.enterNew("type parameters", name, key, at);
    if (inClass) {
      block.canSeeClassScope = true;
      this.use("__classdict__", at);
    }
    if (isClass) {
      for (const hidden of [".type_params", ".generic_base"]) {
        this.define(hidden, Def.LOCAL, at);
        this.use(hidden, at);
      }
    }
    if (hasDefaults) this.define(".defaults", Def.PARAM, at);
    if (hasKwDefaults) this.define(".kwdefaults", Def.PARAM, at);
  }

  private typeParam(param: TypeParam) {
    this.define(param.name, Def.TYPE_PARAM | Def.LOCAL, param);
    const kind = param.kind;
    if (param.kind === "TypeVar") {
      const info = param.bound?.kind === "Tuple" ? "a TypeVar constraint" : "a TypeVar bound";
      this.typeVariableScope(param.bound, param, info, this.blocks);
    }
    const defaults = this.defaultBlocks as Map<object, Block>;
    this.typeVariableScope(param.default_value, param, `a ${kind} default`, defaults);
  }

  private typeVariableScope(e: Expr | null, param: TypeParam, info: string, into: Map<object, Block>) {
    if (param.name === "__classdict__") {
      this.fail(`reserved name '${param.name}' cannot be used for type parameter`, param);
    }
    if (!e) return;
    const inClass = this.current.canSeeClassScope;
    const block = this.enterNew("type variable", param.name, null, e);
    into.set(param, block);
    block.canSeeClassScope = inClass;
    if (inClass) this.use("__classdict__", e);
    block.scopeInfo = info;
    this.expr(e);
    this.exit();
  }

  // ------------------------------------------------------------------------------------------ patterns

  private pattern(p: Pattern) {
    switch (p.kind) {
      case "MatchValue":
        return this.expr(p.value);
      case "MatchSingleton":
        return;
      case "MatchSequence":
      case "MatchOr":
        for (const item of p.patterns) this.pattern(item);
        return;
      case "MatchStar":
        if (p.name !== null) this.define(p.name, Def.LOCAL, p);
        return;
      case "MatchMapping":
        this.exprs(p.keys);
        for (const item of p.patterns) this.pattern(item);
        if (p.rest !== null) this.define(p.rest, Def.LOCAL, p);
        return;
      case "MatchClass":
        return this.classPattern(p);
      case "MatchAs":
        if (p.pattern) this.pattern(p.pattern);
        if (p.name !== null) this.define(p.name, Def.LOCAL, p);
        return;
    }
  }

  private classPattern(p: MatchClass) {
    this.expr(p.cls);
    for (const item of p.patterns) this.pattern(item);
    p.kwd_attrs.forEach((name, i) => {
      this.checkName(name, p.kwd_patterns[i]!);
    });
    for (const item of p.kwd_patterns) this.pattern(item);
  }
}
