// Warnings that CPython issues from C. They go through the library's `warnings` module, which is loaded when the first one comes.
import { CoreConst } from "../heap/generated/layout.ts";
import { PyError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { patiently } from "../util/patience.ts";
import type { Context } from "./context.ts";
import type { Steps } from "./host-call.ts";
import type { CompileOptions, CompileWarning } from "./services.ts";

const CATEGORIES = {
  SyntaxWarning: CoreConst.EXC_SyntaxWarning,
  DeprecationWarning: CoreConst.EXC_DeprecationWarning,
} as const satisfies Record<CompileWarning["category"], Ref>;

function* warnings(ctx: Context): Steps<Value> {
  return yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("warnings")]);
}

/** PyErr_WarnEx for the Python function that is running. Throws PyError where the warning is to be an error. */
export function* warn(ctx: Context, category: Ref, message: string): Steps<void> {
  yield* ctx.callMethod(yield* warnings(ctx), "warn", [ctx.str(message), category, ctx.int(1)]);
}

/** What `__int__` and the like have returned should be of the type itself. */
export function* warnOfSubclass(ctx: Context, result: Value, exact: Ref, what: string): Steps<void> {
  if (ctx.heap.isExact(result, exact)) return;
  const ability = `The ability to return an instance of a strict subclass of ${ctx.nameOfType(exact)} is deprecated`;
  const text = `${what} (type ${ctx.typeName(result)}).  ${ability}, and may be removed in a future version of Python.`;
  yield* warn(ctx, CoreConst.EXC_DeprecationWarning, text);
}

/** compile() as CPython's: what the compiler warns of is issued; a warning that is to be an error becomes a SyntaxError at its place. */
export function* compileSource(ctx: Context, source: string | Uint8Array, options: CompileOptions): Steps<Ref> {
  const found: CompileWarning[] = [];
  let code: Uint8Array | undefined;
  let failure: unknown;
  try {
    code = patiently(
      () => ctx.machine.poll(),
      () => ctx.machine.services.compile(source, { ...options, warnings: found }),
    );
  } catch (error) {
    failure = error;
  }
  // CPython warns as it reads, before it meets the error.
  for (const warning of found) yield* issue(ctx, warning);
  if (code === undefined) throw failure;
  return ctx.machine.loadCode(code);
}

function* issue(ctx: Context, { category, message, filename, lineno, span, text }: CompileWarning): Steps<void> {
  try {
    const args = [ctx.str(message), CATEGORIES[category], ctx.str(filename), ctx.int(lineno)];
    yield* ctx.callMethod(yield* warnings(ctx), "warn_explicit", args);
  } catch (error) {
    if (!(error instanceof PyError) || error.type !== CATEGORIES[category]) throw error;
    throw new PyError(CoreConst.EXC_SyntaxError, [message], 0, undefined, {
      filename,
      lineno,
      offset: span?.offset ?? null,
      end_lineno: span?.endLine ?? null,
      end_offset: span?.endOffset ?? null,
      text: text ?? null,
    });
  }
}
