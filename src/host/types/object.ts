// object: the methods every class inherits that are not hot.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { isInt, numberOf } from "../../heap/numbers.ts";
import { raise, typeError, valueError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY, isRef, sameValue } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { classMethod, def, type Steps } from "../../vm/host-call.ts";
import { plainRepr, typeQualname } from "../names.ts";
import type { TypeTable } from "../type-table.ts";

const { NONE_REF: NONE, NOTIMPLEMENTED_REF: NOT_IMPLEMENTED } = CoreConst;

/** Names a class and its bases define, merged into `names`. */
export function* mergeClassNames(ctx: Context, type: Value, names: Ref): Steps<void> {
  const dict = yield* ctx.findattr(type, "__dict__");
  if (dict !== undefined) yield* ctx.callMethod(names, "update", [dict]);
  const bases = yield* ctx.findattr(type, "__bases__");
  if (bases === undefined) return;
  // What pretends to be a class has bases that pretend to be a tuple: as many as it says, asked for one by one.
  const count = ctx.heap.isTuple(bases)
    ? ctx.heap.tupleLength(bases)
    : numberOf(ctx.heap, yield* ctx.call(ctx.machine.builtin("len"), [bases]));
  for (let i = 0; i < count; i++) yield* mergeClassNames(ctx, yield* ctx.getitem(bases, ctx.int(i)), names);
}

/** copyreg.__reduce_ex__ for protocol 2 and up. */
function* reduceNew(ctx: Context, self: Value, protocol: number): Steps<Value> {
  const { heap } = ctx;
  const type = heap.typeOf(self);
  if (protocol < 2) {
    const copyreg = yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("copyreg")]);
    return yield* ctx.callMethod(copyreg, "_reduce_ex", [self, ctx.int(protocol)]);
  }
  const copyreg = yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("copyreg")]);
  let args: Value[] = [];
  let keywords: Value | undefined;
  const getArgsEx = heap.peekTypeAttribute(type, "__getnewargs_ex__");
  const getArgs = getArgsEx === EMPTY ? heap.peekTypeAttribute(type, "__getnewargs__") : EMPTY;
  if (getArgsEx !== EMPTY) {
    const pair = yield* ctx.callFound(getArgsEx as Ref, self, []);
    if (!heap.isTuple(pair)) throw typeError(`__getnewargs_ex__ should return a tuple, not '${ctx.typeName(pair)}'`);
    if (heap.tupleLength(pair) !== 2)
      throw valueError(`__getnewargs_ex__ should return a tuple of length 2, not ${heap.tupleLength(pair)}`);
    const positional = heap.peekTupleItem(pair, 0);
    keywords = heap.peekTupleItem(pair, 1);
    const item = "item of the tuple returned by __getnewargs_ex__ must be a";
    if (!heap.isTuple(positional)) throw typeError(`first ${item} tuple, not '${ctx.typeName(positional)}'`);
    if (!heap.isDict(keywords)) throw typeError(`second ${item} dict, not '${ctx.typeName(keywords)}'`);
    args = heap.tupleItems(positional);
  } else if (getArgs !== EMPTY) {
    const result = yield* ctx.callFound(getArgs as Ref, self, []);
    if (!heap.isTuple(result)) throw typeError(`__getnewargs__ should return a tuple, not '${ctx.typeName(result)}'`);
    args = heap.tupleItems(result);
  }
  const hasKeywords = keywords !== undefined && heap.dictLength(keywords as Ref) > 0;
  const isList = heap.isInstance(self, CoreConst.TYPE_LIST);
  const isDict = heap.isInstance(self, CoreConst.TYPE_DICT);
  const state = yield* getState(ctx, self, args.length === 0 && !hasKeywords && !isList && !isDict);
  const listItems = isList ? yield* ctx.iter(self) : NONE;
  const dictItems = isDict ? yield* ctx.iter(yield* ctx.callMethod(self, "items")) : NONE;
  const maker = yield* ctx.getattr(copyreg, hasKeywords ? "__newobj_ex__" : "__newobj__");
  const makerArgs = hasKeywords ? ctx.tuple([type, ctx.tuple(args), keywords as Value]) : ctx.tuple([type, ...args]);
  return ctx.tuple([maker, makerArgs, state, listItems, dictItems]);
}

function* getState(ctx: Context, self: Value, required: boolean): Steps<Value> {
  const method = yield* ctx.getattr(self, "__getstate__");
  const { heap } = ctx;
  const builtin = heap.kindOf(method) === CoreConst.LAYOUT_BUILTIN;
  if (builtin) return yield* objectState(ctx, self, required);
  return yield* ctx.call(method, []);
}

function* objectState(ctx: Context, self: Value, required: boolean): Steps<Value> {
  const { heap } = ctx;
  const type = heap.typeOf(self);
  if (required) {
    const kind = heap.kindOf(self);
    const plain =
      kind === CoreConst.LAYOUT_OBJECT ||
      kind === CoreConst.LAYOUT_EXCEPTION ||
      kind === CoreConst.LAYOUT_SINGLETON ||
      (heap.typeFlags(type) & CoreConst.TYPE_HEAP) !== 0;
    if (!plain) throw typeError(`cannot pickle '${ctx.typeName(self)}' object`);
  }
  const dict = isRef(self) ? heap.core.instanceDict(self) : 0;
  const state = dict === 0 || heap.dictLength(dict) === 0 ? NONE : yield* ctx.callMethod(heap.hold(dict), "copy");
  const names = yield* slotNames(ctx, type);
  const slots = heap.dict();
  let any = false;
  for (const name of names) {
    const value = yield* ctx.findattr(self, name);
    if (value === undefined) continue;
    heap.setName(slots, name, value);
    any = true;
  }
  return any ? ctx.tuple([state, slots]) : state;
}

function* slotNames(ctx: Context, type: Ref): Steps<string[]> {
  if (ctx.heap.readU32(type + Layout.PyType.member_count) === 0) return [];
  const copyreg = yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("copyreg")]);
  const list = yield* ctx.callMethod(copyreg, "_slotnames", [type]);
  return (yield* ctx.items(list)).map((name) => ctx.heap.text(name as Ref));
}

export const objectTable: TypeTable = {
  type: CoreConst.TYPE_OBJECT,
  methods: {
    __repr__: def("($self, /)", (ctx, self) => ctx.str(plainRepr(ctx.heap, self)), "Return repr(self)."),
    __str__: def(
      "($self, /)",
      function* (ctx, self: Value): Steps<Value> {
        return yield* ctx.reprValue(self);
      },
      "Return str(self).",
    ),
    __format__: def("($self, format_spec, /)", function* (ctx, self: Value, spec: Value): Steps<Value> {
      const text = ctx.needText(spec, "__format__() argument");
      if (text !== "") throw typeError(`unsupported format string passed to ${ctx.typeName(self)}.__format__`);
      return yield* ctx.strValue(self);
    }),
    __hash__: def("($self, /)", (ctx, self: Ref) => ctx.int(self / 16)),
    __eq__: def("($self, value, /)", (ctx, self: Value, other: Value) =>
      sameValue(self, other) ? ctx.bool(true) : NOT_IMPLEMENTED,
    ),
    __ne__: def("($self, value, /)", function* (ctx, self: Value, other: Value): Steps<Value> {
      const result = yield* ctx.callSpecial(CoreConst.SPECIAL_eq, self, [other]);
      if (result === undefined || result === NOT_IMPLEMENTED) return NOT_IMPLEMENTED;
      return ctx.bool(!(yield* ctx.truth(result)));
    }),
    __lt__: def("($self, value, /)", () => NOT_IMPLEMENTED),
    __le__: def("($self, value, /)", () => NOT_IMPLEMENTED),
    __gt__: def("($self, value, /)", () => NOT_IMPLEMENTED),
    __ge__: def("($self, value, /)", () => NOT_IMPLEMENTED),
    __dir__: def("($self, /)", function* (ctx, self: Value): Steps<Value> {
      const names = ctx.heap.dict();
      const dict = yield* ctx.findattr(self, "__dict__");
      if (dict !== undefined && ctx.heap.isDict(dict)) yield* ctx.callMethod(names, "update", [dict]);
      const cls = yield* ctx.findattr(self, "__class__");
      if (cls !== undefined) yield* mergeClassNames(ctx, cls, names);
      return ctx.list(ctx.heap.dictEntries(names).map(([name]) => name));
    }),
    __sizeof__: def("($self, /)", (ctx, self: Value) =>
      ctx.int(ctx.heap.readU32(ctx.heap.typeOf(self) + Layout.PyType.base_size)),
    ),
    __reduce__: def("($self, /)", function* (ctx, self: Value): Steps<Value> {
      return yield* reduceNew(ctx, self, 0);
    }),
    __reduce_ex__: def("($self, protocol, /)", function* (ctx, self: Value, protocol: Value): Steps<Value> {
      const { heap } = ctx;
      const reduce = heap.peekTypeAttribute(heap.typeOf(self), "__reduce__");
      const own = heap.peekTypeAttribute(CoreConst.TYPE_OBJECT, "__reduce__");
      if (reduce !== own && reduce !== EMPTY) return yield* ctx.callMethod(self, "__reduce__");
      if (!isInt(heap, protocol))
        throw typeError(`'${ctx.typeName(protocol)}' object cannot be interpreted as an integer`);
      return yield* reduceNew(ctx, self, numberOf(heap, protocol));
    }),
    __getstate__: def("($self, /)", function* (ctx, self: Value): Steps<Value> {
      return yield* objectState(ctx, self, false);
    }),
    __subclasshook__: classMethod("($type, object, /)", () => NOT_IMPLEMENTED),
    __init_subclass__: classMethod(
      "($type, /, *args, **kwargs)",
      (ctx, type: Ref, args: Value[], names: Map<string, Value>) => {
        if (names.size > 0)
          throw typeError(`${typeQualname(ctx.heap, type)}.__init_subclass__() takes no keyword arguments`);
        if (args.length > 0) throw typeError(`object.__init_subclass__() takes no arguments (${args.length} given)`);
        return NONE;
      },
    ),
  },
};

/** "X() takes no arguments" and the like for constructors. */
export function unexpectedArguments(ctx: Context, type: Ref) {
  return raise("TypeError", `${ctx.nameOfType(type)}() takes no arguments`);
}
