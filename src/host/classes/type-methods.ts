// type: what classes answer besides construction and attribute access.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { raise, typeError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { classMethod, def, type Steps } from "../../vm/host-call.ts";
import { TYPE_SIGNATURES } from "../builtin-docs.ts";
import { isHeapType, typeModule } from "../names.ts";
import type { TypeTable } from "../type-table.ts";
import { checkAnnotate } from "../types/fields.ts";
import { mergeClassNames } from "../types/object.ts";
import { linearise, mroOf } from "./mro.ts";
import { newType, orderOf } from "./type-new.ts";

const TYPE = Layout.PyType;
const { NONE_REF: NONE } = CoreConst;

function ownName(ctx: Context, self: Ref, name: string): Value {
  return ctx.heap.getName(ctx.heap.readU32(self + TYPE.dict), name);
}

function setOwn(ctx: Context, self: Ref, name: string, value: Value | undefined): void {
  const { heap } = ctx;
  if (!isHeapType(heap, self))
    throw typeError(`cannot set '${name}' attribute of immutable type '${ctx.nameOfType(self)}'`);
  heap.setScratch(0, value ?? EMPTY);
  heap.check(heap.core.typeSetAttr(self, heap.intern(name)));
}

/** Assignment to __bases__: the class and everything below it get new method resolution orders. */
function* setBases(ctx: Context, self: Ref, value: Value | undefined): Steps<void> {
  const { heap } = ctx;
  const name = ctx.nameOfType(self);
  if (!isHeapType(heap, self)) throw typeError(`cannot set '__bases__' attribute of immutable type '${name}'`);
  if (value === undefined) throw typeError(`cannot delete '__bases__' attribute of immutable type '${name}'`);
  if (!heap.isTuple(value)) throw typeError(`can only assign tuple to ${name}.__bases__, not ${ctx.typeName(value)}`);
  const bases = heap.tupleItems(value) as Ref[];
  if (bases.length === 0) throw typeError(`can only assign non-empty tuple to ${name}.__bases__, not ()`);
  for (const base of bases) {
    if (!heap.isType(base)) throw typeError(`${name}.__bases__ must be tuple of classes, not '${ctx.typeName(base)}'`);
    if (heap.isSubtype(base, self) || descendsFrom(ctx, base, self))
      throw typeError("a __bases__ item causes an inheritance cycle");
  }
  const best = heap.core.typeBestBase(value);
  if (best === 0) throw heap.takeError();
  const old = heap.readU32(self + TYPE.base);
  const same = (field: number) => heap.readU32(best + field) === heap.readU32(old + field);
  if (!same(TYPE.kind) || !same(TYPE.base_size) || !same(TYPE.member_count)) {
    const isHeap = (heap.readU32(best + TYPE.flags) & CoreConst.TYPE_HEAP) !== 0;
    throw typeError(
      `__bases__ assignment: '${ctx.nameOfType(best)}' ${isHeap ? "object layout" : "deallocator"} differs from '${ctx.nameOfType(old)}'`,
    );
  }
  linearise(ctx, bases); // raises if there is no order
  const oldBases = heap.hold(heap.readU32(self + TYPE.bases));
  if (heap.core.typeSetBases(self, value, best) === 0) throw heap.takeError();
  const changed: [Ref, Ref][] = [];
  try {
    yield* updateOrder(ctx, self, changed);
  } catch (error) {
    for (const [type, order] of changed.reverse()) heap.core.typeUpdateMro(type, order);
    if (heap.readU32(self + TYPE.bases) === value) heap.core.typeSetBases(self, oldBases, old);
    throw error;
  }
}

/** What its method resolution order, which an mro() may have made, need not say. */
function descendsFrom(ctx: Context, type: Ref, ancestor: Ref): boolean {
  for (let t = type; t !== 0; t = ctx.heap.readU32(t + TYPE.base)) if (t === ancestor) return true;
  return false;
}

/** Of the class and those below it. `changed`: whose was changed, and what it was. */
function* updateOrder(ctx: Context, type: Ref, changed: [Ref, Ref][]): Steps<void> {
  const { heap } = ctx;
  const order = heap.tuple(yield* orderOf(ctx, type));
  changed.push([type, heap.hold(heap.readU32(type + TYPE.mro))]);
  if (heap.core.typeUpdateMro(type, order) === 0) throw heap.takeError();
  const block = heap.readU32(type + TYPE.subclasses);
  if (block === 0) return;
  const below: Ref[] = [];
  for (let i = 0, n = heap.readU32(block); i < n; i++) below.push(heap.readU32(block + 8 + i * 4));
  for (const sub of below) {
    if (sub !== 0) yield* updateOrder(ctx, sub, changed);
  }
}

export const typeTable: TypeTable = {
  type: CoreConst.TYPE_TYPE,
  methods: {
    __new__: {
      ...def(
        "($type, /, *args, **kwargs)",
        function* (ctx, meta: Ref, args: Value[], keywords: Map<string, Value>): Steps<Value> {
          if (!ctx.heap.isType(meta))
            throw typeError(`type.__new__(X): X is not a type object (${ctx.typeName(meta)})`);
          const name = ctx.nameOfType(meta);
          if (!ctx.heap.isSubtype(meta, CoreConst.TYPE_TYPE))
            throw typeError(`type.__new__(${name}): ${name} is not a subtype of type`);
          return yield* newType(ctx, meta, args, keywords);
        },
      ),
      binding: "static",
    },
    __init__: def("($self, /, *args, **kwargs)", (_ctx, _self: Ref, args: Value[], keywords: Map<string, Value>) => {
      if (keywords.size > 0 && args.length === 1) throw typeError("type.__init__() takes no keyword arguments");
      if (args.length !== 1 && args.length !== 3) throw typeError("type.__init__() takes 1 or 3 arguments");
      return NONE;
    }),
    mro: def("($self, /)", (ctx, self: Ref) => {
      const bases = ctx.heap.tupleItems(ctx.heap.readU32(self + TYPE.bases)) as Ref[];
      return ctx.list(self === CoreConst.TYPE_OBJECT ? [self] : [self, ...linearise(ctx, bases)]);
    }),
    __dir__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const names = ctx.heap.dict();
      yield* mergeClassNames(ctx, self, names);
      return ctx.list(ctx.heap.dictEntries(names).map(([name]) => name));
    }),
    __sizeof__: def("($self, /)", (ctx) => ctx.int(TYPE.size)),
    __prepare__: classMethod("($type, /, *args, **kwargs)", (ctx) => ctx.heap.dict()),
    __instancecheck__: def("($self, instance, /)", function* (ctx, self: Ref, instance: Value): Steps<Value> {
      if (ctx.heap.isInstance(instance, self)) return ctx.bool(true);
      const cls = yield* ctx.findattr(instance, "__class__");
      return ctx.bool(cls !== undefined && ctx.heap.isType(cls) && ctx.heap.isSubtype(cls, self));
    }),
    __subclasscheck__: def("($self, subclass, /)", function* (ctx, self: Ref, cls: Value): Steps<Value> {
      if (ctx.heap.isType(cls)) return ctx.bool(ctx.heap.isSubtype(cls, self));
      return ctx.bool(yield* abstractSubclass(ctx, cls, self));
    }),
    __subclasses__: def("($self, /)", (ctx, self: Ref) => {
      const block = ctx.heap.readU32(self + TYPE.subclasses);
      const list: Value[] = [];
      if (block !== 0)
        for (let i = 0, n = ctx.heap.readU32(block); i < n; i++) list.push(ctx.heap.readU32(block + 8 + i * 4));
      return ctx.list(list.filter((v) => v !== 0));
    }),
    __or__: def("($self, value, /)", function* (ctx, self: Value, other: Value): Steps<Value> {
      return yield* ctx.call(ctx.machine.preludeFunction("make_union"), [self, other]);
    }),
    __ror__: def("($self, value, /)", function* (ctx, self: Value, other: Value): Steps<Value> {
      return yield* ctx.call(ctx.machine.preludeFunction("make_union"), [other, self]);
    }),
  },
  attributes: {
    __name__: {
      get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + TYPE.name)),
      set: (ctx: Context, self: Ref, value) => {
        if (!isHeapType(ctx.heap, self))
          throw typeError(`cannot set '__name__' attribute of immutable type '${ctx.nameOfType(self)}'`);
        if (value === undefined)
          throw typeError(`cannot delete '__name__' attribute of immutable type '${ctx.nameOfType(self)}'`);
        if (!ctx.heap.isStr(value))
          throw typeError(`can only assign string to ${ctx.nameOfType(self)}.__name__, not '${ctx.typeName(value)}'`);
        ctx.heap.setRef(self + TYPE.name, value);
      },
    },
    __qualname__: {
      get: (ctx, self: Ref) =>
        ctx.heap.hold(ctx.heap.readU32(self + TYPE.qualname)) || ctx.heap.hold(ctx.heap.readU32(self + TYPE.name)),
      set: (ctx: Context, self: Ref, value) => {
        if (!isHeapType(ctx.heap, self))
          throw typeError(`cannot set '__qualname__' attribute of immutable type '${ctx.nameOfType(self)}'`);
        if (value === undefined)
          throw typeError(`cannot delete '__qualname__' attribute of immutable type '${ctx.nameOfType(self)}'`);
        if (!ctx.heap.isStr(value))
          throw typeError(
            `can only assign string to ${ctx.nameOfType(self)}.__qualname__, not '${ctx.typeName(value)}'`,
          );
        ctx.heap.setRef(self + TYPE.qualname, value);
      },
    },
    __module__: {
      get: (ctx, self: Ref) => ownName(ctx, self, "__module__") || ctx.str(typeModule(ctx.heap, self) ?? "builtins"),
      set: (ctx: Context, self: Ref, value) => setOwn(ctx, self, "__module__", value),
    },
    __doc__: {
      get: function* (ctx: Context, self: Ref): Steps<Value> {
        const doc = ownName(ctx, self, "__doc__");
        if (doc === EMPTY) return ctx.heap.hold(ctx.heap.readU32(self + TYPE.doc)) || NONE;
        const get = ctx.heap.specialOf(doc, CoreConst.SPECIAL_get);
        return get === 0 ? doc : yield* ctx.callFound(get, doc as Ref, [NONE, self]);
      },
      set: (ctx: Context, self: Ref, value) => setOwn(ctx, self, "__doc__", value),
    },
    __bases__: {
      get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + TYPE.bases)),
      set: setBases,
    },
    __base__: { get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + TYPE.base)) || NONE },
    __mro__: { get: (ctx, self: Ref) => ctx.tuple(mroOf(ctx, self)) },
    __dict__: {
      get: function* (ctx: Context, self: Ref): Steps<Value> {
        return yield* ctx.call(CoreConst.TYPE_MAPPINGPROXY, [ctx.heap.readU32(self + TYPE.dict)]);
      },
    },
    __flags__: { get: (ctx, self: Ref) => ctx.int(shownFlags(ctx, self)) },
    __basicsize__: { get: (ctx, self: Ref) => ctx.int(ctx.heap.readU32(self + TYPE.base_size)) },
    __itemsize__: { get: (ctx) => ctx.int(0) },
    __dictoffset__: { get: (ctx, self: Ref) => ctx.int(ctx.heap.typeFlags(self) & CoreConst.TYPE_HAS_DICT ? -1 : 0) },
    __weakrefoffset__: {
      get: (ctx, self: Ref) => ctx.int(ctx.heap.typeFlags(self) & CoreConst.TYPE_HAS_WEAKREF ? -1 : 0),
    },
    __text_signature__: {
      get: (ctx, self: Ref) => {
        const found =
          ctx.heap.typeFlags(self) & CoreConst.TYPE_HEAP ? undefined : TYPE_SIGNATURES.get(ctx.nameOfType(self));
        return found === undefined ? NONE : ctx.str(found);
      },
    },
    __type_params__: {
      get: (ctx, self: Ref) => ownName(ctx, self, "__type_params__") || CoreConst.EMPTY_TUPLE_REF,
      set: (ctx: Context, self: Ref, value) => setOwn(ctx, self, "__type_params__", value),
    },
    __abstractmethods__: {
      get: (ctx, self: Ref) => {
        const v = self === CoreConst.TYPE_TYPE ? EMPTY : ownName(ctx, self, "__abstractmethods__");
        if (v === EMPTY) throw ctx.attributeError(self, "__abstractmethods__");
        return v;
      },
      set: function* (ctx: Context, self: Ref, value): Steps<void> {
        setOwn(ctx, self, "__abstractmethods__", value);
        const abstract = value !== undefined && (yield* ctx.truth(value));
        const at = self + TYPE.flags;
        const flags = ctx.heap.readU32(at);
        ctx.heap.writeU32(at, abstract ? flags | CoreConst.TYPE_ABSTRACT : flags & ~CoreConst.TYPE_ABSTRACT);
      },
    },
    __annotate__: {
      get: (ctx, self: Ref) => {
        if (!isHeapType(ctx.heap, self)) throw ctx.attributeError(self, "__annotate__");
        const own = ownName(ctx, self, "__annotate_func__") || ownName(ctx, self, "__annotate__");
        if (own !== EMPTY) return own;
        setOwn(ctx, self, "__annotate_func__", NONE);
        return NONE;
      },
      set: (ctx: Context, self: Ref, value) => {
        if (value === undefined) throw typeError("cannot delete __annotate__ attribute");
        checkAnnotate(ctx, value);
        setOwn(ctx, self, "__annotate_func__", value);
        if (value !== NONE && ownName(ctx, self, "__annotations_cache__") !== EMPTY)
          setOwn(ctx, self, "__annotations_cache__", undefined);
      },
    },
    __annotations__: {
      get: function* (ctx: Context, self: Ref): Steps<Value> {
        if (!isHeapType(ctx.heap, self)) throw ctx.attributeError(self, "__annotations__");
        const known = ownName(ctx, self, "__annotations__") || ownName(ctx, self, "__annotations_cache__");
        if (known !== EMPTY) return known;
        const annotate = ownName(ctx, self, "__annotate_func__") || ownName(ctx, self, "__annotate__");
        let result: Value;
        if (annotate === EMPTY || annotate === NONE) result = ctx.heap.dict();
        else {
          result = yield* ctx.call(annotate, [ctx.int(1)]);
          if (!ctx.heap.isDict(result))
            throw typeError(`__annotate__() must return a dict, not ${ctx.typeName(result)}`);
        }
        setOwn(ctx, self, "__annotations_cache__", result);
        return result;
      },
      set: (ctx: Context, self: Ref, value) => {
        const name = ownName(ctx, self, "__annotations__") === EMPTY ? "__annotations_cache__" : "__annotations__";
        if (value === undefined && ownName(ctx, self, name) === EMPTY) throw raise("AttributeError", "__annotations__");
        setOwn(ctx, self, name, value);
        for (const made of ["__annotate_func__", "__annotate__"])
          if (ownName(ctx, self, made) !== EMPTY) setOwn(ctx, self, made, undefined);
      },
    },
  },
};

/** Bits of CPython's tp_flags that programs look at. */
function shownFlags(ctx: Context, type: Ref): number {
  const flags = ctx.heap.typeFlags(type);
  const { heap } = ctx;
  let bits = (1 << 12) | (1 << 18);
  if (flags & CoreConst.TYPE_HEAP) bits |= 1 << 9;
  if (flags & CoreConst.TYPE_BASETYPE) bits |= 1 << 10;
  if (flags & CoreConst.TYPE_CONTAINER) bits |= 1 << 14;
  if (flags & CoreConst.TYPE_ABSTRACT) bits |= 1 << 20;
  if (flags & CoreConst.TYPE_SEQUENCE) bits |= 1 << 5;
  if (flags & CoreConst.TYPE_MAPPING) bits |= 1 << 6;
  if (flags & CoreConst.TYPE_MATCHES_ITSELF) bits |= 1 << 22;
  if (!(flags & CoreConst.TYPE_HEAP)) bits |= 1 << 8;
  const subclass: [number, number][] = [
    [CoreConst.TYPE_INT, 24], [CoreConst.TYPE_LIST, 25], [CoreConst.TYPE_TUPLE, 26], [CoreConst.TYPE_BYTES, 27], [CoreConst.TYPE_STR, 28],
    [CoreConst.TYPE_DICT, 29], [CoreConst.EXC_BaseException, 30], [CoreConst.TYPE_TYPE, 31],
  ]; // biome-ignore format: a table
  for (const [base, bit] of subclass) if (heap.isSubtype(type, base)) bits += 2 ** bit;
  return bits;
}

/** issubclass for objects that only have __bases__. */
export function* abstractSubclass(ctx: Context, derived: Value, cls: Value): Steps<boolean> {
  if (derived === cls) return true;
  const bases = yield* ctx.findattr(derived, "__bases__");
  if (bases === undefined || !ctx.heap.isTuple(bases)) throw typeError("issubclass() arg 1 must be a class");
  for (const base of ctx.heap.tupleItems(bases)) if (yield* abstractSubclass(ctx, base, cls)) return true;
  return false;
}
