// compile, exec and eval.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { isInt, numberOf } from "../../heap/numbers.ts";
import { PyError, raise, typeError, valueError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { def, type Steps } from "../../vm/host-call.ts";
import { compileSource } from "../../vm/warnings.ts";
import { bytesLike, isBytesLike } from "../types/text.ts";

const { NONE_REF: NONE } = CoreConst;
const FUTURE_FLAGS = 0x1fe0000;
/** ast.PyCF_ONLY_AST. */
const ONLY_AST = 0x400;
/** PyCF_DONT_IMPLY_DEDENT, PyCF_ALLOW_INCOMPLETE_INPUT: what the module codeop asks for. */
const DONT_IMPLY_DEDENT = 0x200;
const ALLOW_TOP_LEVEL_AWAIT = 0x2000;
const ALLOW_INCOMPLETE_INPUT = 0x4000;

function* sourceOf(ctx: Context, v: Value, where: string, arg: string): Steps<string | Uint8Array> {
  const { heap } = ctx;
  let source: string | Uint8Array;
  if (heap.isStr(v)) source = heap.text(v);
  else if (isBytesLike(ctx, v)) source = heap.bytesOf(yield* bytesLike(ctx, v));
  else throw typeError(`${where}() arg 1 must be a ${arg}`);
  const hasNul = typeof source === "string" ? source.includes("\0") : source.includes(0);
  if (hasNul) throw raise("SyntaxError", "source code string cannot contain null bytes");
  return source;
}

function withoutIndent(source: Uint8Array): Uint8Array {
  let at = 0;
  while (source[at] === 0x20 || source[at] === 0x09) at++;
  return source.subarray(at);
}

/** Future flags of the code that calls compile or exec. */
function inheritedFlags(ctx: Context): number {
  const frame = ctx.heap.core.frameOfTop();
  if (frame === 0) return 0;
  return ctx.heap.readU32(ctx.heap.readU32(frame + Layout.PyFrame.code) + Layout.PyCode.flags) & 0x1000000;
}

interface Scope {
  readonly globals: Ref;
  readonly locals: Value;
}

function* scopeOf(ctx: Context, name: string, globals: Value | undefined, locals: Value | undefined): Steps<Scope> {
  const { heap } = ctx;
  let useGlobals: Value;
  let useLocals: Value;
  if (ctx.isNone(globals)) {
    useGlobals = ctx.machine.currentGlobals();
    if (useGlobals === 0) throw raise("SystemError", "globals and locals cannot be NULL");
    heap.hold(useGlobals);
    useLocals = ctx.isNone(locals) ? yield* ctx.call(ctx.machine.builtin("locals"), []) : (locals as Value);
  } else {
    useGlobals = globals as Value;
    useLocals = ctx.isNone(locals) ? useGlobals : (locals as Value);
  }
  if (!heap.isDict(useGlobals)) {
    if (name === "exec") throw typeError(`exec() globals must be a dict, not ${ctx.typeName(useGlobals)}`);
    const isMapping = heap.specialOf(useGlobals, CoreConst.SPECIAL_getitem) !== 0;
    throw typeError(isMapping ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict");
  }
  if (!heap.isDict(useLocals) && heap.specialOf(useLocals, CoreConst.SPECIAL_getitem) === 0)
    throw typeError(`${name}() locals must be a mapping or None, not ${ctx.typeName(useLocals)}`);
  if (heap.peekName(useGlobals as Ref, "__builtins__") === EMPTY) {
    const builtins = ctx.machine.moduleNamed("builtins");
    heap.setName(
      useGlobals as Ref,
      "__builtins__",
      name === "exec" || name === "eval" ? heap.readU32(builtins + Layout.PyModule.dict) : builtins,
    );
  }
  return { globals: useGlobals as Ref, locals: useLocals };
}

/** Names that a dict may have to become a namespace: some memory for each, and deleted ones are not given back. */
const MOST_NAMES = 256;

/** Whether functions are made by the code, which will look for names in its globals. */
function makesFunctions(ctx: Context, code: Ref): boolean {
  const { heap } = ctx;
  return heap
    .tupleItems(heap.readU32(code + Layout.PyCode.consts))
    .some((v) => heap.kindOf(v) === CoreConst.LAYOUT_CODE);
}

/** A dict that code runs in more than for a moment becomes a namespace, so that names are looked up once and traces can rely on them. */
function makeNamespace(ctx: Context, name: "exec" | "eval", globals: Ref, code: Ref): void {
  const { heap } = ctx;
  if (heap.typeOf(globals) !== CoreConst.TYPE_DICT) return;
  if ((heap.readU32(globals + Layout.PyDict.flags) & CoreConst.DICT_CELLS) !== 0) return;
  if (heap.readU32(globals + Layout.PyDict.entry_count) > MOST_NAMES) return;
  if (name === "exec" || makesFunctions(ctx, code)) heap.core.dictMakeCells(globals);
}

function* run(
  ctx: Context,
  name: "exec" | "eval",
  v: Value,
  globals: Value | undefined,
  locals: Value | undefined,
  closure?: Value,
): Steps<Value> {
  const { heap } = ctx;
  const scope = yield* scopeOf(ctx, name, globals, locals);
  let code: Ref;
  if (heap.kindOf(v) === CoreConst.LAYOUT_CODE) {
    code = v as Ref;
    const free = heap.readU16(code + Layout.PyCode.free_count);
    if (free > 0 && ctx.isNone(closure))
      throw typeError(`code object passed to ${name}() may not contain free variables`);
    if (!ctx.isNone(closure)) {
      if (free === 0) throw typeError("cannot use a closure with this code object");
      const cells = heap.isTuple(closure as Value) ? heap.tupleItems(closure as Ref) : [];
      if (cells.length !== free || cells.some((cell) => heap.kindOf(cell) !== CoreConst.LAYOUT_CELL))
        throw typeError(`code object requires a closure of exactly length ${free}`);
    }
  } else {
    if (!ctx.isNone(closure)) throw typeError("closure can only be used when source is a code object");
    let source = yield* sourceOf(ctx, v, name, "string, bytes or code object");
    if (name === "eval") source = typeof source === "string" ? source.replace(/^[ \t]+/, "") : withoutIndent(source);
    code = yield* compileSource(ctx, source, {
      filename: "<string>",
      mode: name,
      futureFlags: inheritedFlags(ctx),
    });
  }
  makeNamespace(ctx, name, scope.globals, code);
  const result = yield* ctx.machine.runCode(
    ctx,
    code,
    scope.globals,
    scope.locals,
    ctx.isNone(closure) ? 0 : (closure as Ref),
  );
  return name === "exec" ? NONE : result;
}

function* incompleteInput(ctx: Context, filename: string): Steps<PyError> {
  const { heap, machine } = ctx;
  const details = ctx.tuple([heap.str(filename), ctx.int(1), ctx.int(0), heap.str("")]);
  const error = yield* ctx.call(machine.builtin("_IncompleteInputError"), [ctx.str("incomplete input"), details]);
  return new PyError(heap.typeOf(error), [], error as Ref);
}

export const codeFunctions = {
  exec: def(
    "(source, /, globals=None, locals=None, *, closure=None)",
    function* (ctx, source: Value, globals?: Value, locals?: Value, closure?: Value): Steps<Value> {
      return yield* run(ctx, "exec", source, globals, locals, closure);
    },
  ),
  eval: def(
    "(source, /, globals=None, locals=None)",
    function* (ctx, source: Value, globals?: Value, locals?: Value): Steps<Value> {
      return yield* run(ctx, "eval", source, globals, locals);
    },
  ),
  compile: def(
    "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
    function* (
      ctx,
      source: Value,
      filename: Value,
      mode: Value,
      flags?: Value,
      dontInherit?: Value,
      optimize?: Value,
    ): Steps<Value> {
      const { heap } = ctx;
      const modeText = ctx.needText(mode, "compile() argument 'mode'");
      if (modeText !== "exec" && modeText !== "eval" && modeText !== "single")
        throw valueError("compile() mode must be 'exec', 'eval' or 'single'");
      const bits = flags === undefined ? 0 : numberOf(heap, yield* ctx.index(flags));
      if (bits & ~(FUTURE_FLAGS | 0xff00 | 0x10)) throw valueError("compile(): unrecognised flags");
      const file = heap.isStr(filename) ? heap.text(filename) : heap.text(yield* ctx.strValue(filename));
      const inherit = dontInherit === undefined || !(yield* ctx.truth(dontInherit));
      const level = optimize !== undefined && isInt(heap, optimize) ? numberOf(heap, optimize) : -1;
      if (level < -1 || level > 2) throw valueError("compile(): invalid optimize value");
      const options = {
        filename: file,
        mode: modeText,
        futureFlags: (bits & FUTURE_FLAGS) | (inherit ? inheritedFlags(ctx) : 0),
        optimize: Math.max(0, level),
        topLevelAwait: (bits & ALLOW_TOP_LEVEL_AWAIT) !== 0,
        dontImplyDedent: (bits & DONT_IMPLY_DEDENT) !== 0,
      } as const;
      // Syntax trees are the affair of the module _ast.
      const treeClass = ctx.machine.moduleGlobal("_ast", "AST");
      const isTree = treeClass !== EMPTY && heap.isInstance(source, treeClass as Ref);
      if (bits & ALLOW_INCOMPLETE_INPUT && !isTree) {
        const text = yield* sourceOf(ctx, source, "compile", "string, bytes or AST object");
        if (ctx.machine.services.isIncomplete(text, options)) throw yield* incompleteInput(ctx, file);
      }
      if (bits & ONLY_AST || isTree) {
        const module = yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("_ast")]);
        const args = [
          source,
          ctx.str(file),
          mode,
          ctx.int(bits),
          ctx.int(options.futureFlags),
          ctx.int(options.optimize),
        ];
        return yield* ctx.callMethod(module, "_compile", args);
      }
      return yield* compileSource(ctx, yield* sourceOf(ctx, source, "compile", "string, bytes or AST object"), options);
    },
  ),
};
