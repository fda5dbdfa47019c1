// What expressions bind and use: names, lambdas, comprehensions, assignment expressions.
import type {
  Arg,
  Arguments,
  Comprehension,
  DictComp,
  Expr,
  GeneratorExp,
  Keyword,
  ListComp,
  NamedExpr,
  SetComp,
} from "../syntax/ast.ts";
import { Def } from "./scope.ts";
import { OpenBlocks } from "./symtable-blocks.ts";

type AnyComprehension = ListComp | SetComp | DictComp | GeneratorExp;

export class ExpressionSymbols extends OpenBlocks {
  protected exprs(list: readonly Expr[]) {
    for (const e of list) this.expr(e);
  }

  protected optional(e: Expr | null) {
    if (e) this.expr(e);
  }

  protected keywords(keywords: Keyword[]) {
    for (const keyword of keywords) if (keyword.arg !== null) this.checkName(keyword.arg, keyword);
    for (const keyword of keywords) this.expr(keyword.value);
  }

  protected expr(e: Expr): void {
    this.visit(e);
  }

  protected visit(e: Expr) {
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

  protected name(e: Extract<Expr, { kind: "Name" }>) {
    if (this.current.inUnevaluatedAnnotation) return;
    this.define(e.id, e.ctx === "Load" ? Def.USE : Def.LOCAL, e, e.ctx === "Del");
    if (e.ctx === "Del") this.current.unbound.add(this.mangled(e.id));
    if (e.id === "super" && e.ctx === "Load" && this.current.isFunctionLike) this.use("__class__", e);
  }

  protected checkAwait(e: Expr) {
    const { current } = this;
    if (this.future.topLevelAwait && current.type === "module") return;
    if (!current.isFunctionLike) this.fail("'await' outside function", e);
    if (!this.inAsyncDef() && !current.comprehension) this.fail("'await' outside async function", e);
  }

  protected inAsyncDef(): boolean {
    return this.current.type === "function" && this.current.isCoroutine;
  }

  protected notInAnnotation(what: string, e: Expr) {
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

  protected namedExpr(e: NamedExpr) {
    if (this.current.compIterDepth > 0) {
      this.fail("assignment expression cannot be used in a comprehension iterable expression", e);
    }
    if (this.current.comprehension) this.bindOutsideComprehension(e);
    else this.current.walrus.add(this.mangled(e.target.id));
    this.expr(e.value);
    this.expr(e.target);
  }

  /** `:=` in a comprehension binds in the nearest block that is none. */
  protected bindOutsideComprehension({ target }: NamedExpr) {
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

  protected comprehension(e: AnyComprehension, name: string, elt: Expr, value: Expr | null): void {
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

  protected generator(generator: Comprehension): void {
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

  // ------------------------------------------------------------------------------------------ parameters

  protected arguments(args: Arguments) {
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

  protected params(args: Arg[]) {
    for (const arg of args) this.define(arg.arg, Def.PARAM, arg);
  }
}
