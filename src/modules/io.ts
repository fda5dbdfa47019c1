// The module _io: the parts in io/*.py over file descriptors (descriptors.ts).
import * as fs from "node:fs";
import { CoreConst } from "../heap/generated/layout.ts";
import { isInt, numberOf } from "../heap/numbers.ts";
import { PyError, typeError, valueError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { accessOf, osError } from "./access.ts";
import {
  closeDescriptor,
  descriptor,
  isStandard,
  isTerminal,
  openDescriptor,
  readDescriptor,
  readRest,
  seekDescriptor,
  writeDescriptor,
} from "./descriptors.ts";
import { filesystem, pathOf } from "./filesystem.ts";
import { pythonSource } from "./python-source.ts";

const { NONE_REF: NONE } = CoreConst;

const fdOf = (ctx: Context, v: Value): number => numberOf(ctx.heap, v);

const isWellFormed = (text: string): boolean => (text as unknown as { isWellFormed(): boolean }).isWellFormed();

/** Text with lone surrogates can't be written: the error str.encode gives, or what the error handler makes of them. */
function checkedText(ctx: Context, text: Ref, errors: string): string {
  const js = ctx.heap.text(text);
  if (isWellFormed(js)) return js;
  if (errors === "backslashreplace")
    return js.replace(/[\ud800-\udfff]/gu, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  if (errors === "replace") return js.replace(/[\ud800-\udfff]/gu, "?");
  if (errors === "ignore") return js.replace(/[\ud800-\udfff]/gu, "");
  if (errors === "surrogateescape" || errors === "surrogatepass") return js;
  const points = ctx.heap.codePoints(text);
  const start = points.findIndex((c) => c >= 0xd800 && c < 0xe000);
  let end = start + 1;
  while (end < points.length && (points[end] as number) >= 0xd800 && (points[end] as number) < 0xe000) end++;
  throw new PyError(CoreConst.EXC_UnicodeEncodeError, [
    ctx.str("utf-8"),
    text,
    ctx.int(start),
    ctx.int(end),
    ctx.str("surrogates not allowed"),
  ]);
}

const OPEN_PARAMETERS = [
  ["file"],
  ["mode", "'r'"],
  ["buffering", "-1"],
  ["encoding", "None"],
  ["errors", "None"],
  ["newline", "None"],
  ["closefd", "True"],
  ["opener", "None"],
] as const;

const PARTS = ["base", "files", "text", "memory"] as const;

export const ioModule = defineModule("_io", {
  doc: "The io module provides the Python interfaces to stream handling.",
  functions: {
    // (As a class attribute it must not bind.)
    open: def(
      `(${OPEN_PARAMETERS.map(([name, preset]) => (preset === undefined ? name : `${name}=${preset}`)).join(", ")})`,
      function* (ctx, ...args: (Value | undefined)[]): Steps {
        const given = args.flatMap((v, i): [string, Value][] =>
          v === undefined ? [] : [[(OPEN_PARAMETERS[i] as readonly [string])[0], v]],
        );
        const body = ctx.heap.hold(ctx.machine.moduleGlobal("_io", "_open"));
        return yield* ctx.call(body, [], new Map(given));
      },
      "Open file and return a stream.  Raise OSError upon failure.",
    ),
    fd_flags: def("(mode, /)", (ctx, mode: Value) => {
      const text = ctx.heap.text(mode as Ref);
      const { O_RDWR, O_RDONLY, O_WRONLY, O_CREAT, O_TRUNC, O_EXCL, O_APPEND } = fs.constants;
      let flags = text.includes("+") ? O_RDWR : text.includes("r") ? O_RDONLY : O_WRONLY;
      if (text.includes("w")) flags |= O_CREAT | O_TRUNC;
      if (text.includes("x")) flags |= O_CREAT | O_EXCL;
      if (text.includes("a")) flags |= O_CREAT | O_APPEND;
      return ctx.int(flags | 0o2000000);
    }),
    fd_path: def("(file, /)", function* (ctx, file: Value): Steps {
      const { heap } = ctx;
      if (heap.isStr(file) || heap.kindOf(file) === CoreConst.LAYOUT_BYTES) return file;
      const index = yield* ctx.callSpecial(CoreConst.SPECIAL_index, file);
      if (index !== undefined) return index;
      const path = yield* ctx.callSpecial(CoreConst.SPECIAL_fspath, file);
      if (path === undefined) throw typeError(`expected str, bytes or os.PathLike object, not ${ctx.typeName(file)}`);
      return path;
    }),
    fd_open: def("(path, flags, mode, /)", function* (ctx, path: Value, flags: Value, mode: Value): Steps {
      const name = yield* pathOf(ctx, path);
      if (name.includes("\0")) throw valueError("embedded null byte");
      try {
        return ctx.int(openDescriptor(ctx, name, fdOf(ctx, flags), fdOf(ctx, mode)));
      } catch (error) {
        // The file name in the error is the object that was passed, not its text.
        if (error instanceof PyError && error.exception === 0 && error.args.length === 3 && !ctx.heap.isStr(path))
          throw new PyError(error.type, [error.args[0] as Value, error.args[1] as Value, path]);
        throw error;
      }
    }),
    fd_close: def("(fd, /)", (ctx, fd: Value) => {
      closeDescriptor(ctx, fdOf(ctx, fd));
      return NONE;
    }),
    fd_kind: def("(fd, /)", (ctx, v: Value) => {
      const fd = fdOf(ctx, v);
      if (isStandard(fd) && !accessOf(ctx).files) return ctx.str("stream");
      const stat = filesystem(ctx, undefined, () => fs.fstatSync(fd));
      return ctx.str(stat.isDirectory() ? "directory" : stat.isFile() ? "file" : "stream");
    }),
    fd_is_seekable: def("(fd, /)", (ctx, v: Value) => {
      const fd = fdOf(ctx, v);
      return ctx.bool(!isStandard(fd) && descriptor(ctx, fd).isSeekable);
    }),
    fd_isatty: def("(fd, /)", (ctx, v: Value) => ctx.bool(isTerminal(ctx, fdOf(ctx, v)))),
    fd_read: def("(fd, size, /)", (ctx, fd: Value, size: Value) => {
      if (!isInt(ctx.heap, size)) throw typeError("an integer is required");
      return ctx.heap.newBytes(readDescriptor(ctx, fdOf(ctx, fd), numberOf(ctx.heap, size)));
    }),
    fd_readall: def("(fd, /)", (ctx, fd: Value) => readRest(ctx, fdOf(ctx, fd))),
    fd_write: def("(fd, data, /)", (ctx, fd: Value, data: Value) =>
      ctx.int(writeDescriptor(ctx, fdOf(ctx, fd), ctx.heap.bytesOf(data as Ref))),
    ),
    fd_seek: def("(fd, offset, whence, /)", function* (ctx, fd: Value, offset: Value, whence: Value): Steps {
      const to = numberOf(ctx.heap, yield* ctx.index(offset));
      return ctx.int(seekDescriptor(ctx, fdOf(ctx, fd), to, numberOf(ctx.heap, yield* ctx.index(whence))));
    }),
    fd_truncate: def("(fd, size, /)", function* (ctx, fd: Value, size: Value): Steps {
      const length = numberOf(ctx.heap, yield* ctx.index(size));
      if (length < 0) throw osError(ctx, 22);
      filesystem(ctx, undefined, () => fs.ftruncateSync(fdOf(ctx, fd), length));
      return NONE;
    }),
    /** What sys.stdout.write does: the text goes to the host at once. */
    fd_print: def("(fd, text, errors, line_buffering, /)", (ctx, fd: Value, text: Value, errors: Value) => {
      ctx.machine.services.write(fdOf(ctx, fd), checkedText(ctx, text as Ref, ctx.heap.text(errors as Ref)));
      return NONE;
    }),
    fd_flush: def("(fd, /)", (ctx, fd: Value) => {
      ctx.machine.services.flush(fdOf(ctx, fd));
      return NONE;
    }),
  },
  get pythonSource() {
    return PARTS.map((part) => pythonSource(`io/${part}.py`)).join("\n");
  },
});
