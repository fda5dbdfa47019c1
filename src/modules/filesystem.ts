// Calls of node:fs for Python: who may make them, which exception their errors become, and what a path argument is.
import { CoreConst } from "../heap/generated/layout.ts";
import { refusedByNode, typeError, valueError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import type { Steps } from "../vm/host-call.ts";
import { needFiles, osError } from "./access.ts";
import { errnoOf, strerror } from "./errno-table.ts";

/** Runs a node:fs call; its errors become OSError with the path, those about numbers that Node refuses OverflowError. */
export function filesystem<T>(ctx: Context, path: string | undefined, body: () => T, path2?: string): T {
  needFiles(ctx, path);
  try {
    return body();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const errno = code === undefined ? undefined : errnoOf(code);
    if (errno === undefined) throw refusedByNode(error);
    throw osError(ctx, errno, path, strerror(errno), path2);
  }
}

/** A path argument: str, bytes or os.PathLike. */
export function* pathOf(ctx: Context, v: Value, what = "path"): Steps<string> {
  const text = yield* pathText(ctx, v, what);
  if (text.includes("\0")) throw valueError("embedded null byte");
  return text;
}

function* pathText(ctx: Context, v: Value, what: string): Steps<string> {
  const { heap } = ctx;
  if (heap.isStr(v)) return heap.text(v);
  if (heap.isInstance(v, CoreConst.TYPE_BYTES)) return Buffer.from(heap.bytesOf(v as Ref)).toString("utf8");
  const blocked = heap.specialOf(v, CoreConst.SPECIAL_fspath) === CoreConst.NONE_REF;
  const converted = blocked ? undefined : yield* ctx.callSpecial(CoreConst.SPECIAL_fspath, v);
  if (converted === undefined)
    throw typeError(`${what} should be string, bytes or os.PathLike, not ${ctx.typeName(v)}`);
  if (heap.isStr(converted)) return heap.text(converted);
  if (heap.isInstance(converted, CoreConst.TYPE_BYTES))
    return Buffer.from(heap.bytesOf(converted as Ref)).toString("utf8");
  throw typeError(`expected ${ctx.typeName(v)}.__fspath__() to return str or bytes, not ${ctx.typeName(converted)}`);
}
