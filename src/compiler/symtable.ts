/**
 * The symbol table: who binds which name where. First pass here (facts, in source order, as CPython collects them: the first error
 * found is part of the language), second pass in symtable-analyze.ts. Blocks are looked up by the syntax node that opens them.
 */
import type {
  Alias,
  Arg,
  Arguments,
  AsyncFunctionDef,
  ClassDef,
  Comprehension,
  DictComp,
  ExceptHandler,
  Expr,
  FunctionDef,
  GeneratorExp,
  If,
  Keyword,
  ListComp,
  Located,
  MatchClass,
  Mod,
  NamedExpr,
  Pattern,
  SetComp,
  Stmt,
  TypeAlias,
  TypeParam,
} from "../syntax/ast.ts";
import { type SourceInfo, syntaxError } from "./compile-error.ts";
import { docstringOf } from "./docstring.ts";
import type { Future } from "./future.ts";
import { mangle } from "./mangle.ts";
import { Block, type BlockType, Def } from "./scope.ts";
import { analyze } from "./symtable-analyze.ts";

type AnyComprehension = ListComp | SetComp | DictComp | GeneratorExp;

const NOWHERE: Located = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };

export class SymbolTable {
  readonly top: Block;
  private readonly info: SourceInfo;
  private readonly future: Future;
  /** By the node (or the array of type parameters) that opens the block. */
  private readonly blocks = new Map<object, Block>();
  /** Scopes of type parameters' defaults: those of bounds have the parameter as key already. */
  private readonly defaultBlocks = new Map<TypeParam, Block>();
  private readonly stack: Block[] = [];
  private current: Block;
  private privateName: string | null = null;

  /** Throws PySyntaxError. */
  constructor(tree: Mod, info: SourceInfo, future: Future) {
    this.info = info;
    this.future = future;
    this.top = new Block("module", "top", NOWHERE, null);
    this.current = this.top;
    this.blocks.set(tree, this.top);
    this.stack.push(this.top);
    if (tree.kind === "Expression") this.expr(tree.body);
    else {
      if (tree.kind === "Module") this.top.hasDocstring = docstringOf(tree.body) !== null;
      this.stmts(tree.body);
    }
    analyze(this.top, (message, at) => this.fail(message, at));
  }

  /** The block a node opens. */
  block(node: object): Block {
    const block = this.blocks.get(node);
    if (!block) throw new Error("no symbol table block for this node");
    return block;
  }

  defaultBlock(param: TypeParam): Block {
    const block = this.defaultBlocks.get(param);
    if (!block) throw new Error(`no block for the default of ${param.name}`);
    return block;
  }

  private fail(message: string, at: Located): never {
    throw syntaxError(this.info, message, at, true);
  }

  // ------------------------------------------------------------------------------------------ blocks and names

  private enter(block: Block) {
    const previous = this.current;
    block.compIterDepth = previous.compIterDepth;
    if (previous.mangledNames && block.type !== "class") block.mangledNames = previous.mangledNames;
    this.stack.push(block);
    this.current = block;
    // With `from __future__ import annotations` annotation blocks only become strings.
    if (!(this.future.annotations && block.type === "annotation")) previous.children.push(block);
  }

  private enterNew(type: BlockType, name: string, key: object | null, at: Located): Block {
    const block = new Block(type, name, at, this.current);
    if (key) this.blocks.set(key, block);
    this.enter(block);
    if (type === "annotation" || type === "type variable" || type === "type alias") {
      this.define(".format", Def.PARAM, at);
      this.define(".format", Def.USE, at);
    }
    return block;
  }

  private exit() {
    this.stack.pop();
    this.current = this.stack.at(-1)!;
  }

  private mangled(name: string): string {
    const { mangledNames } = this.current;
    if (mangledNames && !mangledNames.has(name)) return name;
    return mangle(this.privateName, name);
  }

  private lookup(name: string, block = this.current): number {
    return block.symbols.get(this.mangled(name)) ?? 0;
  }

  private checkName(name: string, at: Located, deleting = false) {
    if (name === "__debug__") this.fail(deleting ? "cannot delete __debug__" : "cannot assign to __debug__", at);
  }

  private define(name: string, flag: number, at: Located, deleting = false) {
    if (flag & (Def.PARAM | Def.LOCAL | Def.IMPORT)) this.checkName(name, at, deleting);
    if (flag & Def.TYPE_PARAM) this.current.mangledNames?.add(name);
    this.defineIn(name, flag, this.current, at);
  }

  private defineIn(name: string, flag: number, block: Block, at: Located) {
    const mangled = this.mangled(name);
    const old = block.symbols.get(mangled) ?? 0;
    if (flag & old & Def.PARAM) this.fail(`duplicate argument '${name}' in function definition`, at);
    if (flag & old & Def.TYPE_PARAM) this.fail(`duplicate type parameter '${name}'`, at);
    let symbol = old | flag;
    if (block.inCompTarget) {
      if (symbol & (Def.GLOBAL | Def.NONLOCAL)) {
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name}'`, at);
      }
      symbol |= Def.COMP_ITER;
    }
    block.symbols.set(mangled, symbol);
    if (flag & Def.PARAM) block.params.push(mangled);
    else if (flag & Def.GLOBAL) {
      this.top.symbols.set(mangled, (this.top.symbols.get(mangled) ?? 0) | flag);
    }
  }

  private use(name: string, at: Located) {
    this.define(name, Def.USE, at);
  }

  // ------------------------------------------------------------------------------------------ statements

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

  // ------------------------------------------------------------------------------------------ functions' signatures

  private arguments(args: Arguments) {
    this.params(args.posonlyargs);
    this.params(args.args);
    this.params(args.kwonlyargs);
    if (args.vararg) {
      this.define(args.vararg.arg, Def.PARAM, args.vararg);
      this.current.hasVarArgs = true;
    }
    if (args.kwarg) {
      this.define(args.kwarg.arg, Def.PARAM, args.kwarg);
      this.current.hasVarKeywords = true;
    }
  }

  private params(args: Arg[]) {
    for (const arg of args) this.define(arg.arg, Def.PARAM, arg);
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

  // ------------------------------------------------------------------------------------------ expressions

  private exprs(list: readonly Expr[]) {
    for (const e of list) this.expr(e);
  }

  private optional(e: Expr | null) {
    if (e) this.expr(e);
  }

  private keywords(keywords: Keyword[]) {
    for (const keyword of keywords) if (keyword.arg !== null) this.checkName(keyword.arg, keyword);
    for (const keyword of keywords) this.expr(keyword.value);
  }

  private expr(e: Expr): void {
    this.visit(e);
  }

  private visit(e: Expr) {
    switch (e.kind) {
      case "Constant":
        return;
      case "Name":
        return this.name(e);
      case "Attribute":
        if (e.ctx !== "Load") this.checkName(e.attr, e, e.ctx === "Del");
        return this.expr(e.value);
      case "Call":
        this.expr(e.func);
        this.exprs(e.args);
        return this.keywords(e.keywords);
      case "BinOp": {
        // Chains of operators can be long: no recursion along them.
        const rights = [e.right];
        let { left } = e;
        for (; left.kind === "BinOp"; left = left.left) rights.push(left.right);
        this.expr(left);
        while (rights.length > 0) this.expr(rights.pop()!);
        return;
      }
      case "BoolOp":
        return this.exprs(e.values);
      case "Compare":
        this.expr(e.left);
        return this.exprs(e.comparators);
      case "UnaryOp":
        return this.expr(e.operand);
      case "Subscript":
        this.expr(e.value);
        return this.expr(e.slice);
      case "Starred":
        return this.expr(e.value);
      case "Slice":
        this.optional(e.lower);
        this.optional(e.upper);
        return this.optional(e.step);
      case "List":
      case "Tuple":
      case "Set":
        return this.exprs(e.elts);
      case "Dict":
        for (const key of e.keys) this.optional(key);
        return this.exprs(e.values);
      case "IfExp":
        this.expr(e.test);
        this.expr(e.body);
        return this.expr(e.orelse);
      case "NamedExpr":
        this.notInAnnotation("named expression", e);
        return this.namedExpr(e);
      case "Lambda":
        this.exprs(e.args.defaults);
        for (const value of e.args.kw_defaults) this.optional(value);
        this.enterNew("function", "lambda", e, e);
        this.arguments(e.args);
        this.expr(e.body);
        return this.exit();
      case "ListComp":
        return this.comprehension(e, "listcomp", e.elt, null);
      case "SetComp":
        return this.comprehension(e, "setcomp", e.elt, null);
      case "DictComp":
        return this.comprehension(e, "dictcomp", e.key, e.value);
      case "GeneratorExp":
        return this.comprehension(e, "genexpr", e.elt, null);
      case "Yield":
      case "YieldFrom":
        this.notInAnnotation("yield expression", e);
        this.optional(e.value);
        this.current.isGenerator = true;
        if (this.current.comprehension) {
          const what = this.current.comprehension;
          const where = what === "generator" ? "generator expression" : `${what} comprehension`;
          this.fail(`'yield' inside ${where}`, e);
        }
        return;
      case "Await":
        this.notInAnnotation("await expression", e);
        this.checkAwait(e);
        this.expr(e.value);
        this.current.isCoroutine = true;
        return;
      case "FormattedValue":
      case "Interpolation":
        this.expr(e.value);
        return this.optional(e.format_spec);
      case "JoinedStr":
      case "TemplateStr":
        return this.exprs(e.values);
    }
  }

  private name(e: Extract<Expr, { kind: "Name" }>) {
    if (this.current.inUnevaluatedAnnotation) return;
    this.define(e.id, e.ctx === "Load" ? Def.USE : Def.LOCAL, e, e.ctx === "Del");
    if (e.ctx === "Del") this.current.unbound.add(this.mangled(e.id));
    if (e.id === "super" && e.ctx === "Load" && this.current.isFunctionLike) this.use("__class__", e);
  }

  private checkAwait(e: Expr) {
    const { current } = this;
    if (this.future.topLevelAwait && current.type === "module") return;
    if (!current.isFunctionLike) this.fail("'await' outside function", e);
    if (!this.inAsyncDef() && !current.comprehension) this.fail("'await' outside async function", e);
  }

  private inAsyncDef(): boolean {
    return this.current.type === "function" && this.current.isCoroutine;
  }

  private notInAnnotation(what: string, e: Expr) {
    switch (this.current.type) {
      case "annotation":
        return this.fail(`${what} cannot be used within an annotation`, e);
      case "type variable":
        return this.fail(`${what} cannot be used within ${this.current.scopeInfo}`, e);
      case "type alias":
        return this.fail(`${what} cannot be used within a type alias`, e);
      case "type parameters":
        return this.fail(`${what} cannot be used within the definition of a generic`, e);
    }
  }

  private namedExpr(e: NamedExpr) {
    if (this.current.compIterDepth > 0) {
      this.fail("assignment expression cannot be used in a comprehension iterable expression", e);
    }
    if (this.current.comprehension) this.bindOutsideComprehension(e);
    else this.current.walrus.add(this.mangled(e.target.id));
    this.expr(e.value);
    this.expr(e.target);
  }

  /** `:=` in a comprehension binds in the nearest block that is none. */
  private bindOutsideComprehension({ target }: NamedExpr) {
    const name = target.id;
    const inComprehension = "assignment expression within a comprehension cannot be used";
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const block = this.stack[i]!;
      if (block.comprehension) {
        const symbol = this.lookup(name, block);
        if (symbol & Def.COMP_ITER && symbol & Def.LOCAL) {
          this.fail(`assignment expression cannot rebind comprehension iteration variable '${name}'`, target);
        }
        continue;
      }
      switch (block.type) {
        case "function": {
          const global = this.lookup(name, block) & Def.GLOBAL;
          this.define(name, global ? Def.GLOBAL : Def.NONLOCAL, target);
          this.current.directives.push({ name: this.mangled(name), at: target });
          this.defineIn(name, Def.LOCAL, block, target);
          block.walrus.add(this.mangled(name));
          return;
        }
        case "module":
          this.define(name, Def.GLOBAL, target);
          this.current.directives.push({ name: this.mangled(name), at: target });
          this.defineIn(name, Def.GLOBAL, block, target);
          return;
        case "class":
          return this.fail(`${inComprehension} in a class body`, target);
        case "type parameters":
          return this.fail(`${inComprehension} within the definition of a generic`, target);
        case "type alias":
          return this.fail(`${inComprehension} in a type alias`, target);
        case "type variable":
          return this.fail(`${inComprehension} in a TypeVar bound`, target);
      }
    }
  }

  private comprehension(e: AnyComprehension, name: string, elt: Expr, value: Expr | null): void {
    const outermost = e.generators[0]!;
    this.current.compIterDepth++;
    this.expr(outermost.iter);
    this.current.compIterDepth--;
    const block = this.enterNew("function", name, e, e);
    const isGenerator = e.kind === "GeneratorExp";
    block.comprehension = isGenerator
      ? "generator"
      : e.kind === "ListComp"
        ? "list"
        : e.kind === "SetComp"
          ? "set"
          : "dict";
    if (outermost.is_async) block.isCoroutine = true;
    this.define(".0", Def.PARAM, e);
    block.inCompTarget = true;
    this.expr(outermost.target);
    block.inCompTarget = false;
    this.exprs(outermost.ifs);
    for (const generator of e.generators.slice(1)) this.generator(generator);
    if (value) this.expr(value);
    this.expr(elt);
    block.isGenerator = isGenerator;
    const isAsync = block.isCoroutine && !isGenerator;
    this.exit();
    if (!isAsync) return;
    const allowed = this.future.topLevelAwait && this.current.type === "module";
    if (!this.inAsyncDef() && !this.current.comprehension && !allowed) {
      this.fail("asynchronous comprehension outside of an asynchronous function", e);
    }
    this.current.isCoroutine = true;
  }

  private generator(generator: Comprehension): void {
    const block = this.current;
    block.inCompTarget = true;
    this.expr(generator.target);
    block.inCompTarget = false;
    block.compIterDepth++;
    this.expr(generator.iter);
    block.compIterDepth--;
    this.exprs(generator.ifs);
    if (generator.is_async) block.isCoroutine = true;
  }
}
