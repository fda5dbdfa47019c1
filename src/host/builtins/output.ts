// print, input and the standard streams.
import { CoreConst } from "../../heap/generated/layout.ts";
import { numberOf } from "../../heap/numbers.ts";
import { raise, typeError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { def, type Steps } from "../../vm/host-call.ts";

const { NONE_REF: NONE } = CoreConst;

/** File descriptor of a stream that is Krait's own and unchanged, so that printing needs no Python code; undefined otherwise. */
function ownStream(ctx: Context, file: Value): number | undefined {
  if (ctx.heap.typeOf(file) !== ctx.machine.preludeFunction("StandardStream")) return undefined;
  const fd = ctx.heap.core.instanceGet(file as Ref, ctx.heap.intern("_fd")) === 1 ? ctx.heap.peekScratch(0) : EMPTY;
  return fd === EMPTY || fd === NONE ? undefined : numberOf(ctx.heap, fd);
}

export function sysStream(ctx: Context, name: "stdout" | "stderr" | "stdin"): Value {
  const stream = ctx.machine.moduleGlobal("sys", name);
  if (stream === EMPTY) throw raise("RuntimeError", `lost sys.${name}`);
  return ctx.heap.hold(stream);
}

/** Writes to whatever sys.stdout or sys.stderr is now. */
export function* writeStream(ctx: Context, name: "stdout" | "stderr", text: string): Steps<void> {
  const stream = sysStream(ctx, name);
  if (stream === NONE) return;
  const fd = ownStream(ctx, stream);
  if (fd !== undefined) ctx.machine.services.write(fd, text);
  else yield* ctx.callMethod(stream, "write", [ctx.str(text)]);
}

/** A text with lone surrogates as the stream's error handler has it: standard error shows escapes, other streams raise UnicodeEncodeError. */
function* encodable(ctx: Context, text: string, fd: number): Steps<string> {
  const errors = ctx.str(fd === 2 ? "backslashreplace" : "strict");
  const bytes = yield* ctx.callMethod(ctx.str(text), "encode", [ctx.str("utf-8"), errors]);
  return Buffer.from(ctx.heap.bytesOf(bytes as Ref)).toString("utf8");
}

/** A stream that input() needs. */
function terminalStream(ctx: Context, name: "stdout" | "stderr" | "stdin"): Value {
  const stream = ctx.machine.moduleGlobal("sys", name);
  if (stream === EMPTY || stream === NONE) throw raise("RuntimeError", `lost sys.${name}`);
  return ctx.heap.hold(stream);
}

function* flushIfPossible(ctx: Context, stream: Value): Steps<void> {
  try {
    yield* ctx.callMethod(stream, "flush");
  } catch (error) {
    if (!ctx.matches(error, CoreConst.EXC_Exception)) throw error;
  }
}

export const outputFunctions = {
  print: def(
    "(*args, sep=' ', end='\\n', file=None, flush=False)",
    function* (ctx, args: Value[], sep?: Value, end?: Value, file?: Value, flush?: Value): Steps<Value> {
      const { heap } = ctx;
      const option = (v: Value | undefined, name: string, preset: string): string => {
        if (v === undefined || v === NONE) return preset;
        if (!heap.isStr(v)) throw typeError(`${name} must be None or a string, not ${ctx.typeName(v)}`);
        return heap.text(v);
      };
      const to = ctx.isNone(file) ? sysStream(ctx, "stdout") : (file as Value);
      if (to === NONE) return NONE;
      const between = option(sep, "sep", " ");
      const after = option(end, "end", "\n");
      const fd = ownStream(ctx, to);
      if (fd !== undefined) {
        let text = "";
        for (const [i, arg] of args.entries()) {
          if (i > 0) text += between;
          const piece = heap.isExact(arg, CoreConst.TYPE_STR) ? heap.text(arg as Ref) : yield* ctx.text(arg);
          if (!piece.isWellFormed()) {
            ctx.machine.services.write(fd, text);
            text = yield* encodable(ctx, piece, fd);
          } else text += piece;
        }
        ctx.machine.services.write(fd, text + after);
        if (flush !== undefined && (yield* ctx.truth(flush))) {
          yield* ctx.callMethod(to, "flush");
          ctx.machine.services.flush(fd);
        }
        return NONE;
      }
      const printTo = ctx.heap.hold(ctx.machine.preludeFunction("print_to"));
      return yield* ctx.call(printTo, [to, ctx.str(between), ctx.str(after), flush ?? NONE, ctx.tuple(args)]);
    },
    "Prints the values to a stream, or to sys.stdout by default.",
  ),
  input: def(
    "(prompt='', /)",
    function* (ctx, prompt?: Value): Steps<Value> {
      const { heap } = ctx;
      const stdin = terminalStream(ctx, "stdin");
      const stdout = terminalStream(ctx, "stdout");
      terminalStream(ctx, "stderr");
      if (prompt !== undefined) yield* writeStream(ctx, "stdout", yield* ctx.text(prompt));
      if (ownStream(ctx, stdout) === undefined) yield* flushIfPossible(ctx, stdout);
      const fd = ownStream(ctx, stdin);
      const line =
        fd === undefined ? yield* ctx.callMethod(stdin, "readline") : ctx.str(ctx.machine.services.readLine());
      if (!heap.isStr(line)) throw typeError("object.readline() returned non-string");
      const text = heap.text(line);
      if (text === "") throw raise("EOFError", "EOF when reading a line");
      return ctx.str(text.replace(/\n$/, ""));
    },
    "Read a string from standard input.  The trailing newline is stripped.",
  ),
};
