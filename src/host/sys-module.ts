// The module sys: what every program needs of it. Streams are Python objects of the prelude; the import system adds its own names.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { raise } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { float } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { writeStream } from "./builtins/output.ts";
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

export const sysModule = defineModule("sys", {
  doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
  functions: {
    displayhook: def("(object, /)", displayHook),
    excepthook: def("(exctype, value, traceback, /)", function* (ctx, _type: Value, value: Value): Steps<Value> {
      yield* writeStream(ctx, "stderr", yield* ctx.machine.formatException(ctx, value as Ref));
      return NONE;
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
