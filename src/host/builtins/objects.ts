// Builtin functions about objects, names and numbers.

import { CoreConst } from "../../heap/generated/layout.ts";
import { bigIntOf, integerOf, isFloatObject, isInt } from "../../heap/numbers.ts";
import { raise, typeError, valueError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY, float } from "../../heap/value.ts";
import { checkHeadroom } from "../../util/headroom.ts";
import type { Context } from "../../vm/context.ts";
import { def, type Steps } from "../../vm/host-call.ts";
import { buildClass } from "../classes/build-class.ts";
import { abstractSubclass } from "../classes/type-methods.ts";
import { binaryText } from "../format/int-text.ts";
import { formatValue } from "../format/str-format.ts";
import { asciiOf } from "../format/str-repr.ts";
import { identity } from "../names.ts";
import { frameLocals } from "../types/frames.ts";

const { NONE_REF: NONE, NOTIMPLEMENTED_REF: NOT_IMPLEMENTED } = CoreConst;

function* inRadix(ctx: Context, v: Value, radix: number, prefix: string): Steps<Value> {
  const n = bigIntOf(ctx.heap, yield* ctx.index(v));
  const digits = binaryText(n < 0n ? -n : n, radix, () => ctx.machine.poll());
  return ctx.str(`${n < 0n ? "-" : ""}${prefix}${digits}`);
}

/** isinstance and issubclass share their walk through tuples and unions. */
function* checkAgainst(ctx: Context, object: Value, classes: Value, isInstance: boolean, depth = 0): Steps<boolean> {
  checkHeadroom(depth);
  const { heap } = ctx;
  if (isInstance && heap.isType(classes) && heap.typeOf(object) === classes) return true;
  if (heap.isType(classes) && heap.typeOf(classes) === CoreConst.TYPE_TYPE) {
    if (isInstance) {
      if (heap.isInstance(object, classes)) return true;
      const cls = yield* ctx.findattr(object, "__class__");
      return cls !== undefined && heap.isType(cls) && heap.isSubtype(cls, classes);
    }
    if (heap.isType(object)) return heap.isSubtype(object, classes);
    return yield* abstractSubclass(ctx, object, classes);
  }
  if (heap.isTuple(classes)) {
    for (const cls of heap.tupleItems(classes))
      if (yield* checkAgainst(ctx, object, cls, isInstance, depth + 1)) return true;
    return false;
  }
  const special = isInstance ? CoreConst.SPECIAL_instancecheck : CoreConst.SPECIAL_subclasscheck;
  const result = yield* ctx.callSpecial(special, classes, [object]);
  if (result !== undefined) return yield* ctx.truth(result);
  const bases = yield* ctx.findattr(classes, "__bases__");
  if (bases === undefined || !heap.isTuple(bases)) {
    throw typeError(
      isInstance
        ? "isinstance() arg 2 must be a type, a tuple of types, or a union"
        : "issubclass() arg 2 must be a class, a tuple of classes, or a union",
    );
  }
  const cls = isInstance ? yield* ctx.getattr(object, "__class__") : object;
  return yield* abstractSubclass(ctx, cls, classes);
}

/** Whether the right operand's class, a subclass of the left operand's, has its own version of the reflected method. */
function reflectedFirst({ heap }: Context, a: Value, b: Value, reflected: number): boolean {
  const left = heap.typeOf(a);
  const right = heap.typeOf(b);
  return left !== right && heap.isSubtype(right, left) && heap.specialOf(b, reflected) !== heap.specialOf(a, reflected);
}

function* binaryBuiltin(
  ctx: Context,
  plain: number,
  reflected: number,
  a: Value,
  b: Value,
  name: string,
): Steps<Value> {
  const tryOne = function* (special: number, self: Value, other: Value): Steps<Value | undefined> {
    const result = yield* ctx.callSpecial(special, self, [other]);
    return result === NOT_IMPLEMENTED ? undefined : result;
  };
  const isReflectedFirst = reflectedFirst(ctx, a, b, reflected);
  let result = isReflectedFirst ? yield* tryOne(reflected, b, a) : undefined;
  result ??= yield* tryOne(plain, a, b);
  if (result === undefined && !isReflectedFirst && ctx.heap.typeOf(a) !== ctx.heap.typeOf(b))
    result = yield* tryOne(reflected, b, a);
  if (result !== undefined) return result;
  throw typeError(`unsupported operand type(s) for ${name}: '${ctx.typeName(a)}' and '${ctx.typeName(b)}'`);
}

/** Names in the innermost Python frame, newest values; the namespace itself for module and class bodies. */
function callerLocals(ctx: Context): Value {
  const frame = ctx.heap.core.frameOfTop();
  if (frame === 0) throw raise("SystemError", "frame does not exist");
  return frameLocals(ctx, ctx.heap.hold(frame));
}

function needGlobals(ctx: Context): Ref {
  const globals = ctx.machine.currentGlobals();
  if (globals === 0) throw raise("SystemError", "frame does not exist");
  return ctx.heap.hold(globals);
}

export const objectFunctions = {
  __build_class__: def(
    "(func, name, /, *bases, **kwds)",
    function* (ctx, body: Value, name: Value, bases: Value[], keywords: Map<string, Value>): Steps<Value> {
      return yield* buildClass(ctx, body, name, bases, keywords);
    },
  ),
  repr: def(
    "(obj, /)",
    function* (ctx, v: Value): Steps<Value> {
      return yield* ctx.reprValue(v);
    },
    "Return the canonical string representation of the object.",
  ),
  ascii: def("(obj, /)", function* (ctx, v: Value): Steps<Value> {
    return ctx.str(asciiOf(yield* ctx.repr(v)));
  }),
  format: def("(value, format_spec='', /)", function* (ctx, v: Value, spec?: Value): Steps<Value> {
    const text = spec === undefined ? "" : ctx.needText(spec, "format() argument 2");
    return ctx.str(yield* formatValue(ctx, v, text));
  }),
  id: def("(obj, /)", (ctx, v: Value) => ctx.int(identity(v))),
  callable: def("(obj, /)", (ctx, v: Value) => ctx.bool(ctx.heap.isCallable(v))),
  isinstance: def("(obj, class_or_tuple, /)", function* (ctx, v: Value, classes: Value): Steps<Value> {
    return ctx.bool(yield* checkAgainst(ctx, v, classes, true));
  }),
  issubclass: def("(cls, class_or_tuple, /)", function* (ctx, v: Value, classes: Value): Steps<Value> {
    return ctx.bool(yield* checkAgainst(ctx, v, classes, false));
  }),
  hex: def("(number, /)", function* (ctx, v: Value): Steps<Value> {
    return yield* inRadix(ctx, v, 16, "0x");
  }),
  oct: def("(number, /)", function* (ctx, v: Value): Steps<Value> {
    return yield* inRadix(ctx, v, 8, "0o");
  }),
  bin: def("(number, /)", function* (ctx, v: Value): Steps<Value> {
    return yield* inRadix(ctx, v, 2, "0b");
  }),
  chr: def("(i, /)", function* (ctx, v: Value): Steps<Value> {
    const n = integerOf(ctx.heap, yield* ctx.index(v));
    if (n < 0 || n > 0x10ffff) throw valueError("chr() arg not in range(0x110000)");
    return ctx.heap.strOfPoints([Number(n)]);
  }),
  ord: def("(character, /)", (ctx, v: Value) => {
    const { heap } = ctx;
    if (heap.isStr(v)) {
      const length = heap.strLength(v);
      if (length === 1) return ctx.int(heap.strChar(v, 0));
      throw typeError(`ord() expected a character, but string of length ${length} found`);
    }
    const kind = heap.kindOf(v);
    if (kind === CoreConst.LAYOUT_BYTES || kind === CoreConst.LAYOUT_BYTEARRAY) {
      const data = heap.bytesOf(v as Ref);
      if (data.length === 1) return ctx.int(data[0] as number);
      throw typeError(`ord() expected a character, but string of length ${data.length} found`);
    }
    throw typeError(`ord() expected string of length 1, but ${ctx.typeName(v)} found`);
  }),
  abs: def("(x, /)", function* (ctx, v: Value): Steps<Value> {
    const result = yield* ctx.callSpecial(CoreConst.SPECIAL_abs, v);
    if (result === undefined) throw typeError(`bad operand type for abs(): '${ctx.typeName(v)}'`);
    return result;
  }),
  divmod: def("(x, y, /)", function* (ctx, a: Value, b: Value): Steps<Value> {
    return yield* binaryBuiltin(ctx, CoreConst.SPECIAL_divmod, CoreConst.SPECIAL_rdivmod, a, b, "divmod()");
  }),
  pow: def("(base, exp, mod=None)", function* (ctx, a: Value, b: Value, mod?: Value): Steps<Value> {
    if (ctx.isNone(mod)) return yield* ctx.binary("pow", a, b);
    const { heap } = ctx;
    // int's and float's own __pow__ are asked only where all three are ints: what float's says is below.
    const allInts = isInt(heap, a) && isInt(heap, b) && isInt(heap, mod as Value);
    const isPlain = (v: Value, special: number) =>
      (isInt(heap, v) && heap.specialOf(v, special) === heap.specialOf(CoreConst.TRUE_REF, special)) ||
      (isFloatObject(heap, v) && heap.specialOf(v, special) === heap.specialOf(float(0), special));
    const order: [special: number, self: Value, other: Value][] = [[CoreConst.SPECIAL_pow, a, b]];
    if (heap.typeOf(a) !== heap.typeOf(b)) {
      const reflected: [number, Value, Value] = [CoreConst.SPECIAL_rpow, b, a];
      if (reflectedFirst(ctx, a, b, CoreConst.SPECIAL_rpow)) order.unshift(reflected);
      else order.push(reflected);
    }
    for (const [special, self, other] of order) {
      if (isPlain(self, special) && !(allInts && special === CoreConst.SPECIAL_pow)) continue;
      const result = yield* ctx.callSpecial(special, self, [other, mod as Value]);
      if (result !== undefined && result !== NOT_IMPLEMENTED) return result;
    }
    // float's own power is asked if any of the three is one, and it says this whatever the others are.
    if ([a, b, mod as Value].some((v) => isFloatObject(heap, v)))
      throw typeError("pow() 3rd argument not allowed unless all arguments are integers");
    throw typeError(
      `unsupported operand type(s) for ** or pow(): '${ctx.typeName(a)}', '${ctx.typeName(b)}', '${ctx.typeName(mod as Value)}'`,
    );
  }),
  round: def("(number, ndigits=None)", function* (ctx, v: Value, digits?: Value): Steps<Value> {
    const args = ctx.isNone(digits) ? [] : [digits as Value];
    const result = yield* ctx.callSpecial(CoreConst.SPECIAL_round, v, args);
    if (result === undefined) throw typeError(`type ${ctx.typeName(v)} doesn't define __round__ method`);
    return result;
  }),
  globals: def("()", (ctx) => needGlobals(ctx)),
  locals: def("()", (ctx) => callerLocals(ctx)),
  vars: def("(object=<unrepresentable>, /)", function* (ctx, v?: Value): Steps<Value> {
    if (v === undefined) return callerLocals(ctx);
    const dict = yield* ctx.findattr(v, "__dict__");
    if (dict === undefined) throw typeError("vars() argument must have __dict__ attribute");
    return dict;
  }),
  dir: def("(object=<unrepresentable>, /)", function* (ctx, v?: Value): Steps<Value> {
    let names: Value;
    if (v === undefined) names = ctx.list(yield* ctx.items(yield* ctx.callMethod(callerLocals(ctx), "keys")));
    else {
      const method = ctx.heap.peekTypeAttribute(ctx.heap.typeOf(v), "__dir__");
      names = yield* ctx.callFound(method as Ref, v, []);
    }
    return yield* ctx.call(ctx.machine.builtin("sorted"), [names]);
  }),
  breakpoint: def(
    "(*args, **kws)",
    function* (ctx, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Steps<Value> {
      const hook = ctx.machine.moduleGlobal("sys", "breakpointhook");
      if (hook === EMPTY) throw raise("RuntimeError", "lost sys.breakpointhook");
      return yield* ctx.call(ctx.heap.hold(hook), args, keywords);
    },
  ),
  aiter: def("(async_iterable, /)", function* (ctx, v: Value): Steps<Value> {
    const result = yield* ctx.callSpecial(CoreConst.SPECIAL_aiter, v);
    if (result === undefined) throw typeError(`'${ctx.typeName(v)}' object is not an async iterable`);
    if (ctx.heap.specialOf(result, CoreConst.SPECIAL_anext) === 0)
      throw typeError(`aiter() returned not an async iterator of type '${ctx.typeName(result)}'`);
    return result;
  }),
  anext: def("(aiterator, default=<unrepresentable>, /)", function* (ctx, v: Value, preset?: Value): Steps<Value> {
    const result = yield* ctx.callSpecial(CoreConst.SPECIAL_anext, v);
    if (result === undefined) throw typeError(`'${ctx.typeName(v)}' object is not an async iterator`);
    if (preset === undefined) return result;
    return yield* ctx.call(ctx.machine.preludeFunction("anext_default"), [result, preset]);
  }),
  __import__: def(
    "(name, globals=None, locals=None, fromlist=(), level=0)",
    function* (ctx, name: Value, globals?: Value, locals?: Value, from?: Value, level?: Value): Steps<Value> {
      if (!ctx.heap.isStr(name)) throw typeError("module name must be a string");
      const depth = level === undefined ? 0 : yield* ctx.size(level);
      if (depth < 0) throw valueError("level must be >= 0");
      return yield* ctx.machine.services.importModule(
        ctx,
        ctx.heap.text(name),
        globals ?? NONE,
        locals ?? NONE,
        from ?? CoreConst.EMPTY_TUPLE_REF,
        depth,
      );
    },
  ),
  open: def(
    "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    function* (ctx, file: Value, ...rest: (Value | undefined)[]): Steps<Value> {
      const names = ["mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"];
      const io = yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("io")]);
      const keywords = new Map<string, Value>();
      names.forEach((name, i) => {
        if (rest[i] !== undefined) keywords.set(name, rest[i] as Value);
      });
      return yield* ctx.call(yield* ctx.getattr(io, "open"), [file], keywords);
    },
  ),
};
