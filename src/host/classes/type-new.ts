// type(name, bases, namespace): makes a class.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { raise, typeError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import type { Steps } from "../../vm/host-call.ts";
import { warn } from "../../vm/warnings.ts";
import { isHeapType } from "../names.ts";
import { linearise, mroOf, winningMetaclass } from "./mro.ts";
import { readSlots } from "./slots.ts";

const TYPE = Layout.PyType;
const { NONE_REF: NONE } = CoreConst;

/** type.__new__(meta, name, bases, namespace, **keywords). */
export function* newType(ctx: Context, meta: Ref, args: readonly Value[], keywords: Map<string, Value>): Steps<Value> {
  const { heap } = ctx;
  if (args.length !== 3) {
    if (meta === CoreConst.TYPE_TYPE && args.length === 1 && keywords.size === 0) return heap.typeOf(args[0] as Value);
    throw typeError(
      meta === CoreConst.TYPE_TYPE
        ? "type() takes 1 or 3 arguments"
        : `type.__new__() takes exactly 3 arguments (${args.length} given)`,
    );
  }
  const [name, basesValue, namespace] = args as [Value, Value, Value];
  if (!heap.isStr(name)) throw typeError(`type.__new__() argument 1 must be str, not ${ctx.typeNameForError(name)}`);
  if (!heap.isTuple(basesValue))
    throw typeError(`type.__new__() argument 2 must be tuple, not ${ctx.typeNameForError(basesValue)}`);
  if (!heap.isDict(namespace))
    throw typeError(`type.__new__() argument 3 must be dict, not ${ctx.typeNameForError(namespace)}`);
  const given = heap.tupleItems(basesValue);
  for (const base of given) {
    if (!heap.isType(base) && (yield* ctx.findattr(base, "__mro_entries__")) !== undefined)
      throw typeError("type() doesn't support MRO entry resolution; use types.new_class()");
  }
  const winner = winningMetaclass(ctx, meta, given);
  if (winner !== meta) {
    const own = heap.peekTypeAttribute(CoreConst.TYPE_TYPE, "__new__");
    const other = heap.peekTypeAttribute(winner, "__new__");
    if (other !== own) return yield* ctx.call(yield* ctx.getattr(winner, "__new__"), [winner, ...args], keywords);
  }
  for (const base of given) if (!heap.isType(base)) throw typeError("bases must be types");
  const bases = given.length === 0 ? [CoreConst.TYPE_OBJECT as Ref] : (given as Ref[]);
  const basesTuple = given.length === 0 ? heap.tuple(bases) : (basesValue as Ref);
  const best = heap.core.typeBestBase(basesTuple);
  if (best === 0) throw heap.takeError();
  const className = heap.text(name);
  if (className.includes("\0")) throw raise("ValueError", "type name must not contain null characters");

  const dict = heap.dict();
  let isWarned = false;
  for (const [key, value] of heap.dictEntries(namespace)) {
    if (heap.isExact(key, CoreConst.TYPE_STR)) heap.dictSet(dict, key, value);
    else if (heap.isStr(key)) heap.setName(dict, heap.text(key), value);
    else {
      if (!isWarned)
        yield* warn(ctx, CoreConst.EXC_RuntimeWarning, `non-string key in the __dict__ of class ${className}`);
      isWarned = true;
      heap.dictSet(dict, key, value);
    }
  }
  const qualname = heap.getName(dict, "__qualname__");
  if (qualname !== EMPTY && !heap.isStr(qualname))
    throw typeError(`type __qualname__ must be a str, not ${ctx.typeName(qualname)}`);
  const cell = heap.getName(dict, "__classcell__");
  if (cell !== EMPTY && heap.kindOf(cell) !== CoreConst.LAYOUT_CELL)
    throw typeError(`__classcell__ must be a nonlocal cell, not ${yield* ctx.repr(heap.typeOf(cell))}`);
  heap.deleteName(dict, "__classcell__");
  const classdict = heap.getName(dict, "__classdictcell__");
  heap.deleteName(dict, "__classdictcell__");
  yield* wrapImplicit(ctx, dict, "__new__", CoreConst.TYPE_STATICMETHOD);
  yield* wrapImplicit(ctx, dict, "__init_subclass__", CoreConst.TYPE_CLASSMETHOD);
  yield* wrapImplicit(ctx, dict, "__class_getitem__", CoreConst.TYPE_CLASSMETHOD);
  const slots = yield* readSlots(ctx, className, bases, best, dict);
  const hasHash = heap.peekName(dict, "__hash__") !== EMPTY || slots.members?.includes("__hash__") === true;
  if (heap.peekName(dict, "__eq__") !== EMPTY && !hasHash) heap.setName(dict, "__hash__", NONE);
  if (heap.peekName(dict, "__module__") === EMPTY) {
    const module = ctx.machine.currentModuleName();
    if (module !== EMPTY) heap.setName(dict, "__module__", module);
  }
  heap.deleteName(dict, "__qualname__");

  const ownMro = (winner === CoreConst.TYPE_TYPE ? undefined : customMro(ctx, winner)) !== undefined;
  const type = ctx.machine.newType({
    meta: winner,
    name: className,
    qualname: qualname === EMPTY ? undefined : (qualname as Ref),
    bases: basesTuple,
    mroTail: linearise(ctx, bases),
    namespace: dict,
    slots,
  });
  if (ownMro && heap.core.typeUpdateMro(type, heap.tuple(yield* customOrder(ctx, type))) === 0) throw heap.takeError();
  if (cell !== EMPTY) heap.setValue((cell as Ref) + Layout.PyCell.value, type);
  if (classdict !== EMPTY && heap.kindOf(classdict) === CoreConst.LAYOUT_CELL)
    heap.setValue((classdict as Ref) + Layout.PyCell.value, heap.readU32(type + TYPE.dict));
  yield* setNames(ctx, type, dict);
  yield* initSubclass(ctx, type, keywords);
  return type;
}

function* wrapImplicit(ctx: Context, dict: Ref, name: string, wrapper: Ref): Steps<void> {
  const value = ctx.heap.peekName(dict, name);
  if (value === EMPTY || ctx.heap.kindOf(value) !== CoreConst.LAYOUT_FUNCTION) return;
  ctx.heap.setName(dict, name, yield* ctx.call(wrapper, [value]));
}

function customMro(ctx: Context, meta: Ref): Ref | undefined {
  const own = ctx.heap.peekTypeAttribute(CoreConst.TYPE_TYPE, "mro");
  const found = ctx.heap.peekTypeAttribute(meta, "mro");
  return found !== EMPTY && found !== own ? (found as Ref) : undefined;
}

/** A class's whole method resolution order as its bases and metaclass want it. A metaclass with an mro() of its own has the last word. */
export function* orderOf(ctx: Context, type: Ref): Steps<readonly Value[]> {
  const { heap } = ctx;
  const meta = heap.typeOf(type);
  if (meta !== CoreConst.TYPE_TYPE && customMro(ctx, meta) !== undefined) return yield* customOrder(ctx, type);
  return [type, ...linearise(ctx, heap.tupleItems(heap.readU32(type + TYPE.bases)) as Ref[])];
}

function* customOrder(ctx: Context, type: Ref): Steps<readonly Value[]> {
  const order = yield* ctx.items(yield* ctx.callMethod(type, "mro"));
  for (const cls of order) {
    if (!ctx.heap.isType(cls)) throw typeError(`mro() returned a non-class ('${ctx.typeName(cls)}')`);
    if (!hasLayoutOf(ctx, type, cls))
      throw typeError(`mro() returned base with unsuitable layout ('${ctx.nameOfType(cls)}')`);
  }
  return order;
}

/** Whether methods of `cls` find what they look for in instances of `type`. */
function hasLayoutOf(ctx: Context, type: Ref, cls: Ref): boolean {
  const { heap } = ctx;
  const base = (t: Ref): Ref => heap.readU32(t + TYPE.base);
  let solid = cls;
  while (
    isHeapType(heap, solid) &&
    heap.readU32(solid + TYPE.member_count) === heap.readU32(base(solid) + TYPE.member_count)
  )
    solid = base(solid);
  if (isHeapType(heap, solid)) {
    for (let t = type; t !== 0; t = base(t)) if (t === solid) return true;
    return false;
  }
  const kind = heap.readU32(solid + TYPE.kind);
  if (kind === CoreConst.LAYOUT_OBJECT) return true;
  return (
    heap.readU32(type + TYPE.kind) === kind &&
    heap.readU32(type + TYPE.base_size) >= heap.readU32(solid + TYPE.base_size)
  );
}

function* setNames(ctx: Context, type: Ref, dict: Ref): Steps<void> {
  for (const [key, value] of ctx.heap.dictEntries(dict)) {
    const method = ctx.heap.specialOf(value, CoreConst.SPECIAL_set_name);
    if (method === 0) continue;
    try {
      yield* ctx.callFound(method, value, [type, key]);
    } catch (error) {
      if (ctx.matches(error, CoreConst.EXC_BaseException)) {
        const exception = ctx.exceptionOf(error);
        const text = `Error calling __set_name__ on '${ctx.typeName(value)}' instance ${yield* ctx.repr(key)} in '${ctx.nameOfType(type)}'`;
        yield* ctx.callMethod(exception, "add_note", [ctx.str(text)]);
      }
      throw error;
    }
  }
}

/** super(type, type).__init_subclass__(**keywords). */
function* initSubclass(ctx: Context, type: Ref, keywords: Map<string, Value>): Steps<void> {
  const { heap } = ctx;
  const own = heap.peekTypeAttribute(CoreConst.TYPE_OBJECT, "__init_subclass__");
  for (const cls of mroOf(ctx, type).slice(1)) {
    const found = heap.peekName(heap.readU32(cls + TYPE.dict), "__init_subclass__");
    if (found === EMPTY) continue;
    if (found === own && keywords.size === 0) return;
    const get = heap.specialOf(found, CoreConst.SPECIAL_get);
    const bound = get === 0 ? found : yield* ctx.callFound(get, found as Ref, [NONE, type]);
    yield* ctx.call(bound, [], keywords);
    return;
  }
}
