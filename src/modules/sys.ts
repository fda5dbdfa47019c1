// The module sys. Functions that look at the VM are here; the rest, and the tables of values, are sys.py's.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { isInt, numberOf } from "../heap/numbers.ts";
import { PyError, raise, typeError, valueError } from "../heap/py-error.ts";
import { EMPTY, isRef, type Ref, type Value } from "../heap/value.ts";
import { digitLimit } from "../host/format/int-text.ts";
import { defineModule, moduleDict } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { pythonSource } from "./python-source.ts";

const { NONE_REF: NONE } = CoreConst;
const VM = Layout.VM;
// What CPython 3.14 shows for objects that are never freed.
const IMMORTAL = 3221225472;

function handled(ctx: Context): Value {
  const exception = ctx.heap.peekValue(VM.handled);
  return exception === EMPTY ? NONE : ctx.heap.hold(exception);
}

function frameAt(ctx: Context, depth: number): Ref {
  let frame = ctx.heap.core.frameOfTop();
  for (let i = 0; i < depth && frame !== 0; i++) frame = ctx.heap.core.frameBack(frame);
  if (frame === 0) throw valueError("call stack is not deep enough");
  return ctx.heap.hold(frame);
}

/** settrace() and setprofile(): see native/core/interp/observe.c. */
function observe(ctx: Context, isProfile: 0 | 1, hook: Value): Value {
  ctx.heap.setScratch(0, hook);
  ctx.heap.core.observe(isProfile);
  return NONE;
}
function observer(ctx: Context, place: number): Value {
  const hook = ctx.heap.peekValue(place);
  return hook === EMPTY ? NONE : ctx.heap.hold(hook);
}

function* smallInt(ctx: Context, v: Value): Steps<number> {
  if (!isInt(ctx.heap, v)) {
    const converted = yield* ctx.index(v);
    return numberOf(ctx.heap, converted);
  }
  return numberOf(ctx.heap, v);
}

export const sysModule = defineModule("sys", {
  doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
  functions: {
    _modules: def("()", (ctx) => ctx.heap.hold(ctx.heap.readU32(VM.sys_modules))),
    exc_info: def(
      "()",
      (ctx) => {
        const exception = handled(ctx);
        if (exception === NONE) return ctx.tuple([NONE, NONE, NONE]);
        const traceback = ctx.heap.peekValue((exception as Ref) + Layout.PyException.traceback);
        return ctx.tuple([ctx.heap.typeOf(exception), exception, traceback === EMPTY ? NONE : traceback]);
      },
      "Return current exception information: (type, value, traceback).",
    ),
    exception: def("()", handled, "Return the current exception."),
    exit: def(
      "(status=None, /)",
      (ctx, status?: Value) => {
        if (ctx.isNone(status)) throw raise("SystemExit");
        if (ctx.heap.isTuple(status as Value))
          throw new PyError(CoreConst.EXC_SystemExit, ctx.heap.tupleItems(status as Ref));
        throw raise("SystemExit", status as Value);
      },
      "Exit the interpreter by raising SystemExit(status).",
    ),
    getrecursionlimit: def(
      "()",
      (ctx) => ctx.int(ctx.heap.readU32(VM.recursion_limit)),
      "Return the current value of the recursion limit.",
    ),
    setrecursionlimit: def(
      "(limit, /)",
      function* (ctx, v: Value): Steps {
        const limit = yield* smallInt(ctx, v);
        if (limit > 0x7fffffff || limit < -0x80000000)
          throw raise("OverflowError", "Python int too large to convert to C int");
        if (limit < 1) throw valueError("recursion limit must be greater or equal than 1");
        const depth = ctx.heap.readU32(VM.depth);
        if (depth >= limit)
          throw raise(
            "RecursionError",
            `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`,
          );
        ctx.heap.writeU32(VM.recursion_limit, limit);
        return NONE;
      },
      "Set the maximum depth of the Python interpreter stack to n.",
    ),
    getrefcount: def(
      "(object, /)",
      (ctx, v: Value) => {
        if (!isRef(v)) return ctx.int(IMMORTAL);
        const count = ctx.heap.refcount(v);
        return ctx.int(count > 0x3fffffff ? IMMORTAL : count);
      },
      "Return the reference count of object.",
    ),
    getsizeof: def(
      "(object, default=<unrepresentable>)",
      function* (ctx, v: Value, preset?: Value): Steps {
        try {
          const method = yield* ctx.findattr(ctx.heap.typeOf(v), "__sizeof__");
          if (method === undefined) throw typeError(`Type ${ctx.typeName(v)} doesn't define __sizeof__`);
          const size = yield* ctx.index(yield* ctx.call(method, [v]));
          const bytes = numberOf(ctx.heap, size);
          if (bytes < 0) throw valueError("__sizeof__() should return >= 0");
          const collected = (ctx.heap.typeFlags(ctx.heap.typeOf(v)) & CoreConst.TYPE_CONTAINER) !== 0;
          return ctx.int(bytes + (collected ? 16 : 0));
        } catch (error) {
          if (preset !== undefined && ctx.matches(error, CoreConst.EXC_TypeError)) return preset;
          throw error;
        }
      },
      "Return the size of object in bytes.",
    ),
    intern: def(
      "(string, /)",
      (ctx, v: Value) => {
        if (!ctx.heap.isStr(v)) throw typeError(`intern() argument must be str, not ${ctx.typeNameForError(v)}`);
        if (!ctx.heap.isExact(v, CoreConst.TYPE_STR)) throw typeError(`can't intern ${ctx.typeName(v)}`);
        return ctx.heap.hold(ctx.heap.core.strIntern(v));
      },
      "``Intern'' the given string.",
    ),
    _is_interned: def("(string, /)", (ctx, v: Value) => {
      if (!ctx.heap.isStr(v)) throw typeError(`_is_interned() argument must be str, not ${ctx.typeNameForError(v)}`);
      return ctx.bool(ctx.heap.u8[v + Layout.PyStr.interned] !== 0);
    }),
    _is_immortal: def("(op, /)", (ctx, v: Value) => ctx.bool(!isRef(v) || ctx.heap.refcount(v) > 0x3fffffff)),
    _is_gil_enabled: def("()", (ctx) => ctx.bool(true)),
    _getframe: def(
      "(depth=0, /)",
      function* (ctx, depth?: Value): Steps {
        return frameAt(ctx, depth === undefined ? 0 : Math.max(0, yield* smallInt(ctx, depth)));
      },
      "Return a frame object from the call stack.",
    ),
    _getframemodulename: def("(depth=0)", function* (ctx, depth?: Value): Steps {
      const { heap } = ctx;
      let frame = heap.core.frameOfTop();
      for (let i = depth === undefined ? 0 : yield* smallInt(ctx, depth); i > 0 && frame !== 0; i--)
        frame = heap.core.frameBack(frame);
      if (frame === 0) return NONE;
      const fn = heap.readU32(frame + Layout.PyFrame.function);
      const module = fn === 0 ? 0 : heap.readU32(fn + Layout.PyFunction.module);
      if (module !== 0) return heap.hold(module);
      const name = fn === 0 ? EMPTY : heap.getName(heap.readU32(fn + Layout.PyFunction.globals), "__name__");
      return name === EMPTY ? NONE : name;
    }),
    _current_frames: def("()", (ctx) => {
      const dict = ctx.heap.dict();
      const frame = ctx.heap.core.frameOfTop();
      if (frame !== 0) ctx.heap.dictSet(dict, ctx.int(1), frame);
      return dict;
    }),
    _current_exceptions: def("()", (ctx) => {
      const dict = ctx.heap.dict();
      ctx.heap.dictSet(dict, ctx.int(1), handled(ctx));
      return dict;
    }),
    call_tracing: def("(func, args, /)", function* (ctx, fn: Value, args: Value): Steps {
      return yield* ctx.call(fn, yield* ctx.items(args));
    }),
    settrace: def("(function, /)", (ctx, v: Value) => observe(ctx, 0, v)),
    setprofile: def("(function, /)", (ctx, v: Value) => observe(ctx, 1, v)),
    _settraceallthreads: def("(function, /)", (ctx, v: Value) => observe(ctx, 0, v)),
    _setprofileallthreads: def("(function, /)", (ctx, v: Value) => observe(ctx, 1, v)),
    gettrace: def("()", (ctx) => observer(ctx, VM.trace_function)),
    getprofile: def("()", (ctx) => observer(ctx, VM.profile_function)),
    getdefaultencoding: def(
      "()",
      (ctx) => ctx.str("utf-8"),
      "Return the current default encoding used by the Unicode implementation.",
    ),
    getfilesystemencoding: def(
      "()",
      (ctx) => ctx.str("utf-8"),
      "Return the encoding used to convert Unicode filenames to OS filenames.",
    ),
    getfilesystemencodeerrors: def("()", (ctx) => ctx.str("surrogateescape")),
    is_finalizing: def("()", (ctx) => ctx.bool(ctx.machine.isFinalizing), "Return True if Python is exiting."),
    get_int_max_str_digits: def("()", (ctx) => ctx.int(digitLimit.digits)),
    set_int_max_str_digits: def("(maxdigits)", function* (ctx, v: Value): Steps {
      const digits = yield* smallInt(ctx, v);
      if (digits !== 0 && digits < 640) throw valueError("maxdigits must be 0 or larger than 640");
      digitLimit.digits = digits;
      return NONE;
    }),
    getallocatedblocks: def("()", (ctx) => ctx.int(ctx.heap.readU32(VM.live_containers))),
    getunicodeinternedsize: def("(*, _only_immortal=False)", (ctx) => ctx.int(ctx.heap.readU32(VM.interned_used))),
    _clear_type_cache: def("()", () => NONE),
    _clear_type_descriptors: def("(type, /)", (ctx, type: Value) => {
      // dataclasses replaces a class by one with slots: the old one must not keep the descriptors of its instances.
      if (!ctx.heap.isType(type) || (ctx.heap.typeFlags(type) & CoreConst.TYPE_HEAP) === 0)
        throw typeError("argument is immutable");
      const dict = ctx.heap.readU32(type + Layout.PyType.dict);
      for (const name of ["__dict__", "__weakref__"])
        if (ctx.heap.deleteName(dict, name)) ctx.heap.core.typeModified(type);
      return NONE;
    }),
    _clear_internal_caches: def("()", () => NONE),
    _get_cpu_count_config: def("()", (ctx) => ctx.int(-1)),
    is_stack_trampoline_active: def("()", (ctx) => ctx.bool(false)),
    deactivate_stack_trampoline: def("()", () => NONE),
    activate_stack_trampoline: def("(backend, /)", () => {
      throw valueError("perf trampoline not available");
    }),
    is_remote_debug_enabled: def("()", (ctx) => ctx.bool(false)),
    /** Text of a traceback as the interpreter prints it. */
    _format_exception: def(
      "(type, value, traceback, chain=True, /)",
      function* (ctx, _type: Value, value: Value, _traceback: Value, chain?: Value): Steps {
        if (!isRef(value) || !ctx.heap.isInstance(value, CoreConst.EXC_BaseException)) return ctx.str("");
        return ctx.str(yield* ctx.machine.formatException(ctx, value, chain !== CoreConst.FALSE_REF));
      },
    ),
  },
  constants: {
    platform: (ctx) =>
      ctx.str(process.platform === "win32" ? "win32" : process.platform === "darwin" ? "darwin" : "linux"),
  },
  get pythonSource() {
    return pythonSource("sys.py");
  },
});

/** What a VM's program finds in sys when it starts. */
export interface SysStart {
  readonly argv: readonly string[];
  readonly origArgv: readonly string[];
  /** sys.path, the library's archive included. */
  readonly path: readonly string[];
  readonly executable: string;
  readonly version: string;
  readonly stdlibDir: string;
  readonly warnOptions: readonly string[];
  /** -X options: value or true. */
  readonly xOptions: Readonly<Record<string, string | true>>;
  /** sys.pycache_prefix. */
  readonly cachePrefix: string | undefined;
  readonly flags: Readonly<Record<string, number | boolean>>;
}

/** Fills in the values of sys that differ from VM to VM. */
export function* startSys(ctx: Context, start: SysStart): Steps<void> {
  const { heap } = ctx;
  const dict = moduleDict(ctx, ctx.machine.moduleNamed("sys"));
  const texts = (items: readonly string[]) => ctx.list(items.map((item) => ctx.str(item)));
  heap.setName(dict, "argv", texts(start.argv));
  heap.setName(dict, "orig_argv", texts(start.origArgv));
  heap.setName(dict, "path", texts(start.path));
  heap.setName(dict, "warnoptions", texts(start.warnOptions));
  heap.setName(dict, "version", ctx.str(start.version));
  heap.setName(dict, "_stdlib_dir", ctx.str(start.stdlibDir));
  for (const name of ["executable", "_base_executable"]) heap.setName(dict, name, ctx.str(start.executable));
  const options = Object.entries(start.xOptions).map(
    ([name, value]) => [name, value === true ? ctx.bool(true) : ctx.str(value)] as const,
  );
  heap.setName(dict, "_xoptions", ctx.dict(options));
  if (start.cachePrefix !== undefined) heap.setName(dict, "pycache_prefix", ctx.str(start.cachePrefix));
  const flags = Object.entries(start.flags);
  if (flags.length > 0) {
    const values = new Map(
      flags.map(([name, value]) => [name, typeof value === "number" ? ctx.int(value) : ctx.bool(value)]),
    );
    yield* ctx.call(heap.getName(dict, "_set_flags"), [], values);
  }
}
