// Cold operations the core hands to TypeScript (rows of native/core/hooks.h). Arguments come as the core passes them, unchecked by a signature.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import {
  complex,
  complexOf,
  doubleOf,
  int,
  integerOf,
  isComplex,
  isFloatObject,
  isInt,
  numberOf,
} from "../heap/numbers.ts";
import { notImplemented, PyError, raise, typeError, valueError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY, float, isRef, isSmallInt } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import { def, type Implementation, type Steps } from "../vm/host-call.ts";
import { setLine } from "../vm/line-jump.ts";
import type { Machine } from "../vm/machine.ts";
import { warn, warnOfSubclass } from "../vm/warnings.ts";
import { writeStream } from "./builtins/output.ts";
import { buildClass } from "./classes/build-class.ts";
import { decodeBytes, encodeStr } from "./encodings.ts";
import { intText } from "./format/int-text.ts";
import { parseComplex, parseFloat_, parseInt_ } from "./format/number-parse.ts";
import { formatPercent, realNumber } from "./format/percent.ts";
import { formatString, formatValue } from "./format/str-format.ts";
import { asciiOf, reprBytes } from "./format/str-repr.ts";
import { importStar, intrinsic } from "./intrinsics.ts";
import { CASE_OPERATIONS, changeCase, changeSettledCase, TEST_OPERATIONS, testChars } from "./text/unicode.ts";
import { tracebackHere } from "./types/frames.ts";
import { bytesLike } from "./types/text.ts";

function keyError(key: Ref): never {
  throw new PyError(CoreConst.EXC_KeyError, [key]);
}

const { NONE_REF: NONE } = CoreConst;

function isBytesLike(ctx: Context, v: Value): boolean {
  const kind = ctx.heap.kindOf(v);
  return kind === CoreConst.LAYOUT_BYTES || kind === CoreConst.LAYOUT_BYTEARRAY;
}
/** The bytes of a memoryview, an array …; undefined: no buffer. */
function* bufferBytes(ctx: Context, v: Value): Steps<Value | undefined> {
  if (!isRef(v) || ctx.heap.peekTypeAttribute(ctx.heap.typeOf(v), "__buffer__") === EMPTY) return undefined;
  return yield* ctx.call(CoreConst.TYPE_BYTES, [yield* ctx.call(ctx.machine.builtin("memoryview"), [v])]);
}
function latin1(ctx: Context, v: Value): string {
  return Buffer.from(ctx.heap.bytesOf(v as Ref)).toString("latin1");
}

/** The text of bytes that are to be a number: what is not ASCII is neither white space nor digit there. */
function digits(ctx: Context, v: Value): string {
  return latin1(ctx, v).replace(/[\x80-\xff]/g, "?");
}

/** Instance of a subclass of int, float or complex that holds `plain`. */
function boxed(ctx: Context, cls: Ref, exact: Ref, plain: Value): Value {
  return cls === exact ? plain : ctx.machine.boxValue(cls, plain);
}

function* intNew(ctx: Context, cls: Ref, x: Value, base: Value): Steps<Value> {
  const { heap } = ctx;
  const poll = () => ctx.machine.poll();
  const box = (n: bigint | number) => boxed(ctx, cls, CoreConst.TYPE_INT, int(heap, n));
  if (base !== NONE) {
    const radix = Number(integerOf(heap, yield* ctx.index(base)));
    if (radix !== 0 && (radix < 2 || radix > 36)) throw valueError("int() base must be >= 2 and <= 36, or 0");
    if (heap.isStr(x)) return box(parseInt_(heap.text(x), radix, undefined, poll));
    if (isBytesLike(ctx, x))
      return box(parseInt_(digits(ctx, x), radix, () => reprBytes(heap.bytesOf(x as Ref)), poll));
    throw typeError("int() can't convert non-string with explicit base");
  }
  if (heap.isExact(x, CoreConst.TYPE_INT)) return box(integerOf(heap, x));
  for (const special of [CoreConst.SPECIAL_int, CoreConst.SPECIAL_index] as const) {
    const result = yield* ctx.callSpecial(special, x);
    if (result === undefined) continue;
    const name = special === CoreConst.SPECIAL_int ? "__int__" : "__index__";
    if (!isInt(heap, result)) throw typeError(`${name} returned non-int (type ${ctx.typeName(result)})`);
    yield* warnOfSubclass(ctx, result, CoreConst.TYPE_INT, `${name} returned non-int`);
    return box(integerOf(heap, result));
  }
  if (heap.isStr(x)) return box(parseInt_(heap.text(x), 10, undefined, poll));
  if (isBytesLike(ctx, x)) return box(parseInt_(digits(ctx, x), 10, () => reprBytes(heap.bytesOf(x as Ref)), poll));
  const bytes = yield* bufferBytes(ctx, x);
  if (bytes !== undefined) return yield* intNew(ctx, cls, bytes, base);
  throw typeError(`int() argument must be a string, a bytes-like object or a real number, not '${ctx.typeName(x)}'`);
}

/** What int(x) or float(x) is when a method of x's class has returned something that is not exactly an int or float. */
export function* numberReturned(ctx: Context, x: Value, result: Value, exact: Ref): Steps<Value> {
  const { heap } = ctx;
  const isInteger = exact === CoreConst.TYPE_INT;
  const name = !isInteger
    ? `${ctx.typeName(x)}.__float__`
    : heap.specialOf(x, CoreConst.SPECIAL_int)
      ? "__int__"
      : "__index__";
  const what = `${name} returned non-${ctx.nameOfType(exact)}`;
  if (!(isInteger ? isInt(heap, result) : isFloatObject(heap, result)))
    throw typeError(`${what} (type ${ctx.typeName(result)})`);
  yield* warnOfSubclass(ctx, result, exact, what);
  return isInteger ? int(heap, integerOf(heap, result)) : float(doubleOf(heap, result));
}

function* floatNew(ctx: Context, cls: Ref, x: Value): Steps<Value> {
  const { heap } = ctx;
  const box = (d: number) => boxed(ctx, cls, CoreConst.TYPE_FLOAT, float(d));
  if (heap.isStr(x)) return box(parseFloat_(heap.text(x), yield* ctx.repr(x)));
  if (isBytesLike(ctx, x)) return box(parseFloat_(digits(ctx, x), yield* ctx.repr(x)));
  if (isRef(x) && heap.specialOf(x, CoreConst.SPECIAL_float) === 0) {
    const bytes = yield* bufferBytes(ctx, x);
    if (bytes !== undefined) return yield* floatNew(ctx, cls, bytes);
  }
  return box(yield* ownFloat(ctx, x, "float() argument must be a string or a real number, not '"));
}

/** As realNumber(), but an instance of a subclass of float is asked for its `__float__` too. */
function* ownFloat(ctx: Context, v: Value, message: string): Steps<number> {
  const result = yield* ctx.callSpecial(CoreConst.SPECIAL_float, v);
  if (result === undefined) return yield* realNumber(ctx, v, message);
  const what = `${ctx.typeName(v)}.__float__ returned non-float`;
  if (!isFloatObject(ctx.heap, result)) throw typeError(`${what} (type ${ctx.typeName(result)})`);
  yield* warnOfSubclass(ctx, result, CoreConst.TYPE_FLOAT, what);
  return doubleOf(ctx.heap, result);
}

/** What an object's `__complex__` returns; undefined: it has none. */
function* byComplexMethod(ctx: Context, v: Value): Steps<Value | undefined> {
  const { heap } = ctx;
  if (isSmallInt(v) || typeof v === "object" || heap.isExact(v, CoreConst.TYPE_COMPLEX)) return undefined;
  const value = yield* ctx.callSpecial(CoreConst.SPECIAL_complex, v);
  if (value === undefined) return undefined;
  const what = `${ctx.typeName(v)}.__complex__() must return a complex`;
  if (!isComplex(heap, value)) throw typeError(`${what}, not ${ctx.typeName(value)}`);
  if (!heap.isExact(value, CoreConst.TYPE_COMPLEX)) {
    const returned = `${ctx.typeName(v)}.__complex__ returned non-complex`;
    yield* warnOfSubclass(ctx, value, CoreConst.TYPE_COMPLEX, returned);
  }
  return value;
}

/** One of two arguments of complex(). Complex numbers are still taken, with a warning. */
function* complexPart(
  ctx: Context,
  v: Value,
  position: "real" | "imag",
): Steps<{ real: number; imag: number | undefined }> {
  const { heap } = ctx;
  const message = `complex() argument '${position}' must be a real number, not `;
  const value = (position === "real" ? yield* byComplexMethod(ctx, v) : undefined) ?? v;
  if (!isComplex(heap, value)) return { real: yield* realNumber(ctx, value, message), imag: undefined };
  if (heap.specialOf(v, CoreConst.SPECIAL_float) === 0 && heap.specialOf(v, CoreConst.SPECIAL_index) === 0)
    yield* warn(ctx, CoreConst.EXC_DeprecationWarning, message + ctx.typeName(v));
  return complexOf(heap, value);
}

const ONLY_NUMBER = "complex() argument must be a string or a number, not ";

function* complexNew(ctx: Context, cls: Ref, real: Value, imag: Value): Steps<Value> {
  const { heap } = ctx;
  const box = (re: number, im: number) => complex(heap, re, im, cls);
  if (heap.isStr(real)) {
    if (imag !== NONE) throw typeError("complex() argument 'real' must be a real number, not str");
    const parsed = parseComplex(heap.text(real));
    return box(parsed.real, parsed.imag);
  }
  if (imag !== NONE && heap.isStr(imag)) throw typeError("complex() argument 'imag' must be a real number, not str");
  if (imag === NONE) {
    const value = (yield* byComplexMethod(ctx, real)) ?? real;
    const only = isComplex(heap, value) ? complexOf(heap, value) : undefined;
    return box(only?.real ?? (yield* realNumber(ctx, value, ONLY_NUMBER)), only?.imag ?? 0);
  }
  const a = yield* complexPart(ctx, real, "real");
  const b = yield* complexPart(ctx, imag, "imag");
  const re = b.imag === undefined ? a.real : a.real - b.imag;
  return box(re, a.imag === undefined ? b.real : a.imag + b.real);
}

function checkCodecNames(ctx: Context, where: string, encoding: Value, errors: Value): void {
  for (const [name, v] of [
    ["encoding", encoding],
    ["errors", errors],
  ] as const)
    if (v !== NONE && !ctx.heap.isStr(v))
      throw typeError(`${where}() argument '${name}' must be str, not ${ctx.typeNameForError(v)}`);
}

function* strNew(ctx: Context, cls: Ref, object: Value, encoding: Value, errors: Value): Steps<Value> {
  const { heap } = ctx;
  let text: Ref;
  checkCodecNames(ctx, "str", encoding, errors);
  if (encoding === NONE && errors === NONE) text = yield* ctx.strValue(object);
  else if (heap.isStr(object)) throw typeError("decoding str is not supported");
  else if (!isBytesLike(ctx, object) && heap.specialOf(object, CoreConst.SPECIAL_buffer) === 0)
    throw typeError(`decoding to str: need a bytes-like object, ${ctx.typeName(object)} found`);
  else text = (yield* decodeBytes(ctx, yield* bytesLike(ctx, object), encoding, errors)) as Ref;
  return boxed(ctx, cls, CoreConst.TYPE_STR, text);
}

function* bytesNew(ctx: Context, cls: Ref, source: Value, encoding: Value, errors: Value): Steps<Value> {
  const { heap } = ctx;
  const isArray = heap.isSubtype(cls, CoreConst.TYPE_BYTEARRAY);
  const name = isArray ? "bytearray" : "bytes";
  const exact = isArray ? CoreConst.TYPE_BYTEARRAY : CoreConst.TYPE_BYTES;
  const box = (data: Ref): Value => (isArray || cls !== exact ? ctx.machine.boxValue(cls, data) : data);
  checkCodecNames(ctx, name, encoding, errors);
  if (!isArray && encoding === NONE && errors === NONE) {
    const result = yield* ctx.callSpecial(CoreConst.SPECIAL_bytes, source);
    if (result !== undefined) {
      if (heap.kindOf(result) !== CoreConst.LAYOUT_BYTES)
        throw typeError(`__bytes__ returned non-bytes (type ${ctx.typeName(result)})`);
      return cls === exact ? result : box(result as Ref);
    }
  }
  if (heap.isStr(source)) {
    if (encoding === NONE) throw typeError("string argument without an encoding");
    return box((yield* encodeStr(ctx, source, encoding, errors)) as Ref);
  }
  if (encoding !== NONE || errors !== NONE)
    throw typeError(`${encoding !== NONE ? "encoding" : "errors"} without a string argument`);
  if (isBytesLike(ctx, source)) return box(heap.newBytes(heap.bytesOf(source as Ref)));
  if (heap.specialOf(source, CoreConst.SPECIAL_index) !== 0) {
    const count = yield* ctx.size(source);
    if (count < 0) throw valueError("negative count");
    if (count > 0x7fffffff) throw raise("MemoryError");
    return box(heap.newBytes(new Uint8Array(count)));
  }
  if (heap.specialOf(source, CoreConst.SPECIAL_buffer) !== 0) {
    const view = yield* ctx.call(ctx.machine.builtin("memoryview"), [source]);
    return box((yield* ctx.callMethod(view, "tobytes")) as Ref);
  }
  const iterates = heap.specialOf(source, CoreConst.SPECIAL_iter);
  if (iterates === NONE || (iterates === 0 && heap.specialOf(source, CoreConst.SPECIAL_getitem) === 0))
    throw typeError(`cannot convert '${ctx.typeName(source)}' object to ${name}`);
  const bytes: number[] = [];
  const isList = heap.typeOf(source) === CoreConst.TYPE_LIST; // which __index__ can change meanwhile
  const items = isList ? [] : yield* ctx.items(source);
  for (let i = 0; i < (isList ? heap.listLength(source as Ref) : items.length); i++) {
    const item = isList ? heap.hold(heap.peekListItem(source as Ref, i)) : (items[i] as Value);
    const n = integerOf(heap, yield* ctx.index(item));
    if (n < 0 || n > 255) throw valueError(`${isArray ? "byte" : "bytes"} must be in range(0, 256)`);
    bytes.push(Number(n));
  }
  return box(heap.newBytes(Uint8Array.from(bytes)));
}

function* bytesPiece(ctx: Context, v: Value): Steps<string> {
  if (isBytesLike(ctx, v)) return latin1(ctx, v);
  const result = (yield* ctx.callSpecial(CoreConst.SPECIAL_bytes, v)) ?? (yield* bufferBytes(ctx, v));
  if (result === undefined)
    throw typeError(
      `%b requires a bytes-like object, or an object that implements __bytes__, not '${ctx.typeName(v)}'`,
    );
  return latin1(ctx, result);
}

/** How much deeper than other calls those may go that tell of an exception nobody can catch. */
const REPORT_DEPTH = 100;
const reporting = new WeakSet<Machine>();

/** An exception that left a finaliser or callback: nobody can catch it. */
function* unraisable(ctx: Context, exception: Ref, callable: Value, argument: Value): Steps<Value> {
  const { heap } = ctx;
  const kind = heap.kindOf(argument);
  const [what, who] =
    kind === CoreConst.LAYOUT_WEAKREF
      ? ["calling weakref callback", callable]
      : kind === CoreConst.LAYOUT_GENERATOR
        ? ["closing generator", argument]
        : ["calling deallocator", callable];
  // Called wrongly, it has raised before it had a frame: what it was called from is shown.
  const at = exception + Layout.PyException.traceback;
  const here = heap.peekValue(at) === EMPTY ? tracebackHere(ctx) : undefined;
  if (here !== undefined) heap.setValue(at, here);
  let message = `Exception ignored while ${what} `;
  try {
    message += yield* ctx.repr(who);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    message += "<object repr() failed>";
  }
  const hook = ctx.machine.moduleGlobal("sys", "_run_unraisable_hook");
  // Telling of a RecursionError takes calls too. What is raised meanwhile goes nowhere: the core would tell of it again, for ever.
  const limit = heap.readU32(Layout.VM.recursion_limit);
  const raised = limit + (reporting.has(ctx.machine) ? 0 : REPORT_DEPTH);
  heap.writeU32(Layout.VM.recursion_limit, raised);
  reporting.add(ctx.machine);
  try {
    if (hook !== EMPTY) yield* ctx.call(heap.hold(hook), [exception, ctx.str(message), NONE]);
    else yield* writeStream(ctx, "stderr", `${message}:\n${yield* ctx.machine.formatException(ctx, exception)}`);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
  } finally {
    if (raised !== limit) reporting.delete(ctx.machine);
    if (heap.readU32(Layout.VM.recursion_limit) === raised) heap.writeU32(Layout.VM.recursion_limit, limit);
  }
  return NONE;
}

export const hooks: Readonly<Record<string, Implementation>> = {
  REPR: function* (ctx, v: Value): Steps<Value> {
    return yield* ctx.reprValue(v);
  },
  STR: function* (ctx, v: Value): Steps<Value> {
    return yield* ctx.strValue(v);
  },
  FORMAT: function* (ctx, v: Value, spec?: Value): Steps<Value> {
    return ctx.str(yield* formatValue(ctx, v, spec === undefined ? "" : ctx.heap.text(spec as Ref)));
  },
  ASCII: function* (ctx, v: Value): Steps<Value> {
    return ctx.str(asciiOf(yield* ctx.repr(v)));
  },
  INT_PARSE: intNew,
  INT_TO_STR: (ctx, v: Value) => ctx.str(intText(integerOf(ctx.heap, v), () => ctx.machine.poll())),
  FLOAT_NEW: floatNew,
  COMPLEX_NEW: complexNew,
  STR_NEW: strNew,
  BYTES_NEW: bytesNew,
  BUILD_CLASS: function* (ctx, body: Value, name: Value, ...bases: Value[]): Steps<Value> {
    return yield* buildClass(ctx, body, name, bases, new Map());
  },
  IMPORT_NAME: function* (ctx, name: Value, globals: Value, fromList: Value, level: Value): Steps<Value> {
    const args = [name, globals, NONE, fromList, level];
    const builtins = ctx.heap.readU32(ctx.machine.builtinsDictAt());
    const custom = ctx.heap.peekName(builtins, "__import__");
    return yield* ctx.call(custom === EMPTY ? ctx.machine.builtin("__import__") : custom, args);
  },
  IMPORT_FROM: function* (ctx, module: Value, name: Value): Steps<Value> {
    return yield* importFrom(ctx, module, name as Ref);
  },
  IMPORT_STAR: importStar,
  INTRINSIC: function* (ctx, number: Value, ...operands: Value[]): Steps<Value> {
    return yield* intrinsic(ctx, numberOf(ctx.heap, number), operands);
  },
  UNRAISABLE: unraisable,
  STR_CASE: (ctx, op: Value, text: Ref) => {
    const operation = CASE_OPERATIONS[numberOf(ctx.heap, op)] as (typeof CASE_OPERATIONS)[number];
    const changed = changeSettledCase(ctx.heap.text(text), operation);
    return changed === undefined
      ? ctx.heap.strOfPoints(changeCase(ctx.heap.codePoints(text), operation))
      : ctx.heap.str(changed);
  },
  STR_TEST: (ctx, op: Value, text: Ref) =>
    ctx.bool(
      testChars(ctx.heap.codePoints(text), TEST_OPERATIONS[numberOf(ctx.heap, op)] as (typeof TEST_OPERATIONS)[number]),
    ),
  STR_ENCODE: encodeStr,
  BYTES_DECODE: decodeBytes,
  SET_LINE: function* (ctx, frame: Ref, line: Value = EMPTY): Steps<Value> {
    return yield* setLine(ctx, frame, line);
  },
  RAISE_WITH_REPR: function* (ctx, type: Ref, text: Value, value: Value): Steps<Value> {
    throw new PyError(type, [ctx.heap.text(text as Ref) + (yield* ctx.repr(value))]);
  },
  STR_MOD: function* (ctx, format: Ref, args: Value): Steps<Value> {
    if (ctx.heap.isStr(format)) return ctx.str(yield* formatPercent(ctx, ctx.heap.text(format), args));
    const text = yield* formatPercent(ctx, latin1(ctx, format), args, { bytes: true, bytesText: bytesPiece });
    const data = ctx.heap.newBytes(Buffer.from(text, "latin1"));
    return ctx.heap.kindOf(format) === CoreConst.LAYOUT_BYTEARRAY
      ? ctx.machine.boxValue(CoreConst.TYPE_BYTEARRAY, data)
      : data;
  },
  STR_FORMAT: function* (ctx, format: Ref, positional: Ref, names: Ref, values: Ref): Steps<Value> {
    const { heap } = ctx;
    const given = heap.tupleItems(values);
    const byName = new Map(heap.tupleItems(names).map((name, i) => [heap.text(name as Ref), given[i] as Value]));
    const named = function* (name: string): Steps<Value> {
      return byName.get(name) ?? keyError(ctx.str(name));
    };
    return ctx.str(yield* formatString(ctx, heap.text(format), { positional: heap.tupleItems(positional), named }));
  },
  FRAME_LOCALS: function* (ctx, frame: Ref): Steps<Value> {
    return yield* ctx.getattr(frame, "f_locals");
  },
  UNSUPPORTED: (ctx, what: Value) => {
    throw notImplemented(ctx.heap.isStr(what) ? ctx.heap.text(what) : "this operation");
  },
};

function* importFrom(ctx: Context, module: Value, name: Ref): Steps<Value> {
  const { heap } = ctx;
  const found = yield* ctx.findattr(module, name);
  if (found !== undefined) return found;
  const text = heap.text(name);
  const packageName = yield* ctx.findattr(module, "__name__");
  if (packageName !== undefined && heap.isStr(packageName)) {
    // A submodule that is being imported is in sys.modules before it is an attribute of its package.
    const full = `${heap.text(packageName)}.${text}`;
    const submodule = ctx.machine.moduleNamed(full);
    if (submodule !== EMPTY) return heap.hold(submodule);
  }
  const shown = packageName !== undefined && heap.isStr(packageName) ? heap.text(packageName) : "<unknown module name>";
  const file = yield* ctx.findattr(module, "__file__");
  const origin = file !== undefined && heap.isStr(file) ? heap.text(file) : "unknown location";
  const spec = yield* ctx.findattr(module, "__spec__");
  const initializing = spec !== undefined && spec !== NONE ? yield* ctx.findattr(spec, "_initializing") : undefined;
  const partial = initializing !== undefined && (yield* ctx.truth(initializing));
  const message = partial
    ? `cannot import name '${text}' from partially initialized module '${shown}' (most likely due to a circular import) (${origin})`
    : `cannot import name '${text}' from '${shown}' (${origin})`;
  throw new PyError(CoreConst.EXC_ImportError, [message], 0, {
    name: ctx.str(shown),
    path: file ?? NONE,
    name_from: name,
  });
}

export const hookDefinition = (implementation: Implementation) => def("(*args)", implementation);
