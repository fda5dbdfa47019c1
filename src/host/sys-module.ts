// The module sys: what every program needs of it. Streams are Python objects of the prelude; the import system adds its own names.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { numberOf } from "../heap/numbers.ts";
import { raise, typeError, valueError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY, float } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { writeStream } from "./builtins/output.ts";
import { digitLimit } from "./format/int-text.ts";
import { defineModule } from "./module-definition.ts";

const { NONE_REF: NONE } = CoreConst;
export const PYTHON_VERSION = { major: 3, minor: 14, micro: 0 } as const;
const { major, minor, micro } = PYTHON_VERSION;

function* displayHook(ctx: Context, v: Value): Steps<Value> {
  if (v === NONE) return NONE;
  const builtins = ctx.heap.readU32(Layout.VM.builtins_dict);
  ctx.heap.setName(builtins, "_", NONE);
  yield* writeStream(ctx, "stdout", `${yield* ctx.repr(v)}\n`);
  ctx.heap.setName(builtins, "_", v);
  return NONE;
}

/** sys.exception() of the caller. */
function handled(ctx: Context): Value {
  const v = ctx.heap.peekValue(Layout.VM.handled);
  return v === EMPTY ? NONE : ctx.heap.hold(v);
}

function frameAt(ctx: Context, depth: number): Ref {
  let frame = ctx.heap.core.frameOfTop();
  for (let i = 0; i < depth && frame !== 0; i++) frame = ctx.heap.core.frameBack(frame);
  if (frame === 0) throw valueError("call stack is not deep enough");
  return ctx.heap.hold(frame);
}

export const sysModule = defineModule("sys", {
  doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
  functions: {
    exit: def("(status=None, /)", (_ctx, status?: Value) => {
      throw raise("SystemExit", ...(status === undefined ? [] : [status]));
    }),
    exc_info: def("()", (ctx) => {
      const exception = handled(ctx);
      if (exception === NONE) return ctx.tuple([NONE, NONE, NONE]);
      const tb = ctx.heap.peekValue((exception as Ref) + Layout.PyException.traceback);
      return ctx.tuple([ctx.heap.typeOf(exception), exception, tb === EMPTY ? NONE : tb]);
    }),
    exception: def("()", (ctx) => handled(ctx)),
    displayhook: def("(object, /)", displayHook),
    excepthook: def("(exctype, value, traceback, /)", function* (ctx, _type: Value, value: Value): Steps<Value> {
      yield* writeStream(ctx, "stderr", yield* ctx.machine.formatException(ctx, value as Ref));
      return NONE;
    }),
    getrecursionlimit: def("()", (ctx) => ctx.int(ctx.heap.readU32(Layout.VM.recursion_limit))),
    setrecursionlimit: def("(limit, /)", function* (ctx, limit: Value): Steps<Value> {
      const n = yield* ctx.size(limit);
      if (n < 1) throw valueError("recursion limit must be greater or equal than 1");
      if (n > 0x7fffffff) throw raise("OverflowError", "Python int too large to convert to C int");
      if (ctx.heap.readU32(Layout.VM.depth) >= n)
        throw raise(
          "RecursionError",
          `cannot set the recursion limit to ${n} at the recursion depth ${ctx.heap.readU32(Layout.VM.depth)}: the limit is too low`,
        );
      ctx.heap.writeU32(Layout.VM.recursion_limit, n);
      return NONE;
    }),
    getrefcount: def("(object, /)", (ctx, v: Value) =>
      ctx.int(typeof v === "number" && v < 2 ** 32 ? ctx.heap.refcount(v) : 1),
    ),
    getsizeof: def("(object, default=<unrepresentable>)", function* (ctx, v: Value, preset?: Value): Steps<Value> {
      const method = ctx.heap.peekTypeAttribute(ctx.heap.typeOf(v), "__sizeof__");
      if (method === EMPTY) {
        if (preset !== undefined) return preset;
        throw typeError(`Type ${ctx.typeName(v)} doesn't define __sizeof__`);
      }
      return ctx.int(numberOf(ctx.heap, yield* ctx.callFound(method as Ref, v, [])) + 16);
    }),
    intern: def("(string, /)", (ctx, v: Value) => {
      if (!ctx.heap.isStr(v)) throw typeError(`intern() argument must be str, not ${ctx.typeNameForError(v)}`);
      if (!ctx.heap.isExact(v, CoreConst.TYPE_STR)) throw typeError(`can't intern ${ctx.typeName(v)}`);
      return ctx.heap.hold(ctx.heap.core.strIntern(v));
    }),
    _getframe: def("(depth=0, /)", function* (ctx, depth?: Value): Steps<Value> {
      return frameAt(ctx, depth === undefined ? 0 : yield* ctx.size(depth));
    }),
    _getframemodulename: def("(depth=0)", function* (ctx, depth?: Value): Steps<Value> {
      const frame = frameAt(ctx, depth === undefined ? 0 : yield* ctx.size(depth));
      const fn = ctx.heap.readU32(frame + Layout.PyFrame.function);
      const name = ctx.heap.peekName(ctx.heap.readU32(fn + Layout.PyFunction.globals), "__name__");
      return name === EMPTY ? NONE : ctx.heap.hold(name);
    }),
    getdefaultencoding: def("()", (ctx) => ctx.str("utf-8")),
    getfilesystemencoding: def("()", (ctx) => ctx.str("utf-8")),
    getfilesystemencodeerrors: def("()", (ctx) => ctx.str("surrogateescape")),
    get_int_max_str_digits: def("()", (ctx) => ctx.int(digitLimit.digits)),
    set_int_max_str_digits: def("(maxdigits)", function* (ctx, v: Value): Steps<Value> {
      const n = yield* ctx.size(v);
      if (n !== 0 && n < 640) throw valueError("maxdigits must be 0 or larger than 640");
      digitLimit.digits = n;
      return NONE;
    }),
    is_finalizing: def("()", (ctx) => ctx.bool(false)),
    _is_gil_enabled: def("()", (ctx) => ctx.bool(true)),
    _is_interned: def("(string, /)", (ctx, v: Value) => {
      if (!ctx.heap.isStr(v)) throw typeError(`_is_interned() argument must be str, not ${ctx.typeNameForError(v)}`);
      return ctx.bool(ctx.heap.u8[v + Layout.PyStr.interned] !== 0);
    }),
    getswitchinterval: def("()", () => float(0.005)),
    audit: def("(event, /, *args)", () => NONE),
    addaudithook: def("(hook)", () => {
      throw raise("NotImplementedError", "krait does not support audit hooks yet");
    }),
    unraisablehook: def("(unraisable, /)", function* (ctx, args: Value): Steps<Value> {
      const value = yield* ctx.getattr(args, "exc_value");
      const object = yield* ctx.getattr(args, "object");
      const message = yield* ctx.getattr(args, "err_msg");
      const text = message === NONE ? "Exception ignored in" : yield* ctx.text(message);
      const what =
        object === NONE
          ? `${text === "Exception ignored in" ? "Exception ignored" : text}:\n`
          : `${text}: ${yield* ctx.repr(object)}\n`;
      yield* writeStream(ctx, "stderr", what + (yield* ctx.machine.formatException(ctx, value as Ref)));
      return NONE;
    }),
  },
  constants: {
    maxsize: (ctx) => ctx.int(9223372036854775807n),
    maxunicode: (ctx) => ctx.int(0x10ffff),
    byteorder: (ctx) => ctx.str("little"),
    platform: (ctx) => ctx.str(process.platform === "darwin" ? "darwin" : "linux"),
    copyright: (ctx) => ctx.str("Krait contributors"),
    api_version: (ctx) => ctx.int(1013),
    hexversion: (ctx) => ctx.int((major << 24) | (minor << 16) | (micro << 8) | 0xf0),
    version: (ctx) => ctx.str(`${major}.${minor}.${micro} (krait)`),
    float_repr_style: (ctx) => ctx.str("short"),
    dont_write_bytecode: (ctx) => ctx.bool(false),
    pycache_prefix: () => NONE,
    ps1: (ctx) => ctx.str(">>> "),
    ps2: (ctx) => ctx.str("... "),
    argv: (ctx) => ctx.list([ctx.str("")]),
    orig_argv: (ctx) => ctx.list([]),
    path: (ctx) => ctx.list([]),
    meta_path: (ctx) => ctx.list([]),
    path_hooks: (ctx) => ctx.list([]),
    path_importer_cache: (ctx) => ctx.heap.dict(),
    warnoptions: (ctx) => ctx.list([]),
    executable: (ctx) => ctx.str(""),
    _base_executable: (ctx) => ctx.str(""),
    prefix: (ctx) => ctx.str("/usr/local"),
    exec_prefix: (ctx) => ctx.str("/usr/local"),
    base_prefix: (ctx) => ctx.str("/usr/local"),
    base_exec_prefix: (ctx) => ctx.str("/usr/local"),
    platlibdir: (ctx) => ctx.str("lib"),
    abiflags: (ctx) => ctx.str(""),
    _framework: (ctx) => ctx.str(""),
    modules: (ctx) => ctx.heap.hold(ctx.heap.readU32(Layout.VM.sys_modules)),
  },
});
