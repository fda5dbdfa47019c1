// Rare operations of compiled code that the core leaves to the host (operand c of INTRINSIC in src/bytecode/opcodes.ts).
import { Intrinsic } from "../bytecode/opcodes.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { notImplemented, raise, typeError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import type { Steps } from "../vm/host-call.ts";
import { splitGroup } from "./types/exceptions.ts";

const { NONE_REF: NONE } = CoreConst;

export function* intrinsic(ctx: Context, number: number, operands: readonly Value[]): Steps<Value> {
  const [a = NONE, b = NONE, c = NONE, d = NONE] = operands;
  switch (number) {
    case Intrinsic.IMPORT_STAR:
      return yield* importStar(ctx, a, b);
    case Intrinsic.PRINT_EXPR: {
      const hook = ctx.machine.moduleGlobal("sys", "displayhook");
      if (hook === EMPTY) throw raise("RuntimeError", "lost sys.displayhook");
      yield* ctx.call(hook, [a]);
      return NONE;
    }
    case Intrinsic.PREP_RERAISE_STAR:
      return yield* prepareReraise(ctx, a as Ref, b as Ref);
    case Intrinsic.TYPEVAR:
    case Intrinsic.TYPEVAR_WITH_BOUND:
    case Intrinsic.TYPEVAR_WITH_CONSTRAINTS:
    case Intrinsic.PARAMSPEC:
    case Intrinsic.TYPEVARTUPLE:
    case Intrinsic.TYPEALIAS:
    case Intrinsic.SUBSCRIPT_GENERIC:
    case Intrinsic.SET_TYPEPARAM_DEFAULT: {
      const names: Record<number, string> = {
        [Intrinsic.TYPEVAR]: "make_typevar",
        [Intrinsic.TYPEVAR_WITH_BOUND]: "make_typevar_with_bound",
        [Intrinsic.TYPEVAR_WITH_CONSTRAINTS]: "make_typevar_with_constraints",
        [Intrinsic.PARAMSPEC]: "make_paramspec",
        [Intrinsic.TYPEVARTUPLE]: "make_typevartuple",
        [Intrinsic.TYPEALIAS]: "make_typealias",
        [Intrinsic.SUBSCRIPT_GENERIC]: "subscript_generic",
        [Intrinsic.SET_TYPEPARAM_DEFAULT]: "set_typeparam_default",
      };
      const typing = yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("_typing")]);
      return yield* ctx.callMethod(typing, `_${names[number]}`, operands);
    }
    case Intrinsic.SETUP_ANNOTATIONS: {
      const missing = !(yield* ctx.contains(a, ctx.heap.intern("__annotations__")));
      if (missing) yield* ctx.setitem(a, ctx.heap.intern("__annotations__"), ctx.heap.dict());
      return NONE;
    }
    case Intrinsic.BUILD_TEMPLATE: {
      const lib = yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("_template")]);
      return yield* ctx.callMethod(lib, "_build_template", [a, b]);
    }
    case Intrinsic.BUILD_INTERPOLATION: {
      const lib = yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("_template")]);
      return yield* ctx.callMethod(lib, "_build_interpolation", [a, b, c, d]);
    }
    case Intrinsic.LOAD_LOCALS:
      return yield* ctx.call(ctx.machine.builtin("locals"), []);
    case Intrinsic.ASSERTION_ERROR:
      return CoreConst.EXC_AssertionError;
    case Intrinsic.NOT_IMPLEMENTED_ERROR:
      return CoreConst.EXC_NotImplementedError;
    case Intrinsic.BUILD_CLASS:
      return ctx.machine.builtin("__build_class__");
    case Intrinsic.UNSUPPORTED:
      throw raise("NotImplementedError", ctx.heap.isStr(a) ? ctx.heap.text(a) : "krait does not support this yet");
    case Intrinsic.STOPITERATION_ERROR:
      return yield* stopIterationError(ctx, a as Ref);
    default:
      throw notImplemented(`intrinsic ${number}`);
  }
}

export function* importStar(ctx: Context, module: Value, namespace: Value): Steps<Value> {
  const { heap } = ctx;
  const all = yield* ctx.findattr(module, "__all__");
  let names: Value[];
  if (all !== undefined) names = yield* ctx.items(all);
  else {
    const dict = yield* ctx.findattr(module, "__dict__");
    if (dict === undefined) throw raise("ImportError", "from-import-* object has no __dict__ and no __all__");
    names = yield* ctx.items(yield* ctx.callMethod(dict, "keys"));
  }
  const target = namespace === NONE ? ctx.machine.currentGlobals() : namespace;
  for (const name of names) {
    if (!heap.isStr(name)) {
      const where = yield* ctx.findattr(module, "__name__");
      const shown = where !== undefined && heap.isStr(where) ? heap.text(where) : "?";
      const what = all !== undefined ? "Item in" : "Key in";
      const list = all !== undefined ? "__all__" : "__dict__";
      throw typeError(`${what} ${shown}.${list} must be str, not ${ctx.typeName(name)}`);
    }
    if (all === undefined && heap.text(name).startsWith("_")) continue;
    yield* ctx.setitem(target, name, yield* ctx.getattr(module, name));
  }
  return NONE;
}

/** Is `inner` one of the leaves of `group`? Leaves are compared by identity of their metadata, as CPython does: by traceback and cause. */
function sameOrigin(ctx: Context, a: Ref, b: Ref, offsets: readonly number[]): boolean {
  return offsets.every((offset) => ctx.heap.peekValue(a + offset) === ctx.heap.peekValue(b + offset));
}

/** What is raised at the end of a try … except*: see PEP 654. None if everything was handled. */
function* prepareReraise(ctx: Context, original: Ref, raised: Ref): Steps<Value> {
  const { heap } = ctx;
  const items = heap.listItems(raised).filter((item) => item !== NONE);
  if (items.length === 0) return NONE;
  if (!heap.isInstance(original, CoreConst.EXC_BaseExceptionGroup)) return items[0] as Value;
  const E = Layout.PyException;
  const fresh: Value[] = [];
  const again: Value[] = [];
  for (const item of items) {
    const isAgain = sameOrigin(ctx, item as Ref, original, [E.traceback, E.context, E.cause]);
    (isAgain ? again : fresh).push(item);
  }
  let reraised: Value = NONE;
  if (again.length > 0) {
    const leaves = new Set<Value>();
    for (const item of again) collectLeaves(ctx, item, leaves);
    const matcher = ctx.machine.preludeFunction("is_one_of");
    const partial = yield* ctx.call(matcher, [ctx.list([...leaves])]);
    [reraised] = yield* splitGroup(ctx, original, partial);
  }
  if (fresh.length === 0) return reraised;
  if (reraised !== NONE) fresh.push(reraised);
  if (fresh.length === 1) return fresh[0] as Value;
  return yield* ctx.call(CoreConst.EXC_BaseExceptionGroup, [ctx.str(""), ctx.list(fresh)]);
}

function collectLeaves(ctx: Context, exception: Value, into: Set<Value>): void {
  const { heap } = ctx;
  if (!heap.isInstance(exception, CoreConst.EXC_BaseExceptionGroup)) {
    into.add(exception);
    return;
  }
  const E = Layout.PyException;
  const inner = heap.peekValue((exception as Ref) + E.fields + 8);
  for (const item of heap.tupleItems(inner as Ref)) collectLeaves(ctx, item, into);
}

/** PEP 479: StopIteration that leaves a generator becomes a RuntimeError. */
function* stopIterationError(ctx: Context, exception: Ref): Steps<Value> {
  const { heap } = ctx;
  const frame = heap.core.frameOfTop();
  const flags = frame === 0 ? 0 : heap.readU32(heap.readU32(frame + Layout.PyFrame.code) + Layout.PyCode.flags);
  let message: string | undefined;
  if (heap.isInstance(exception, CoreConst.EXC_StopIteration)) {
    message =
      flags & CoreConst.CODE_ASYNC_GENERATOR
        ? "async generator raised StopIteration"
        : flags & CoreConst.CODE_COROUTINE
          ? "coroutine raised StopIteration"
          : "generator raised StopIteration";
  } else if (flags & CoreConst.CODE_ASYNC_GENERATOR && heap.isInstance(exception, CoreConst.EXC_StopAsyncIteration)) {
    message = "async generator raised StopAsyncIteration";
  }
  if (message === undefined) return exception;
  const error = ctx.exceptionOf(raise("RuntimeError", message));
  yield* ctx.setattr(error, "__cause__", exception);
  yield* ctx.setattr(error, "__context__", exception);
  return error;
}
