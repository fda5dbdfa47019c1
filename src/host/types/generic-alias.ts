// types.GenericAlias: list[int] and the like. Attributes it does not know are the origin's.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { typeError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { def, type Steps } from "../../vm/host-call.ts";
import type { TypeTable } from "../type-table.ts";

const GA = Layout.PyGenericAlias;
/** Attributes of the alias itself, and those that are not looked up on the origin. */
const OWN = new Set([
  "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__", "__mro_entries__",
  "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__", "__dir__",
]); // biome-ignore format: a table
const BLOCKED = new Set(["__bases__", "__copy__", "__deepcopy__"]);

const origin = (ctx: Context, self: Ref) => ctx.heap.hold(ctx.heap.peekValue(self + GA.origin));
const args = (ctx: Context, self: Ref) => ctx.heap.tupleItems(ctx.heap.peekValue(self + GA.args) as Ref);

/** "int", "typing.Any": how an argument is shown. */
export function* typeText(ctx: Context, v: Value): Steps<string> {
  const { heap } = ctx;
  if (v === CoreConst.ELLIPSIS_REF) return "...";
  if (v === CoreConst.TYPE_NONETYPE) return "None";
  if (heap.isList(v)) {
    const parts: string[] = [];
    for (const item of heap.listItems(v)) parts.push(yield* typeText(ctx, item));
    return `[${parts.join(", ")}]`;
  }
  const isAlias =
    (yield* ctx.findattr(v, "__origin__")) !== undefined && (yield* ctx.findattr(v, "__args__")) !== undefined;
  if (isAlias) return yield* ctx.repr(v);
  const qualname = yield* ctx.findattr(v, "__qualname__");
  const module = yield* ctx.findattr(v, "__module__");
  if (qualname === undefined || module === undefined || module === CoreConst.NONE_REF) return yield* ctx.repr(v);
  const name = yield* ctx.text(qualname);
  const where = yield* ctx.text(module);
  return where === "builtins" ? name : `${where}.${name}`;
}

/** Type parameters in arguments, in order, once each. */
function* parametersOf(ctx: Context, items: readonly Value[]): Steps<Value[]> {
  const found: Value[] = [];
  const add = (v: Value) => {
    if (!found.includes(v)) found.push(v);
  };
  for (const item of items) {
    if (ctx.heap.isType(item)) continue;
    if (ctx.heap.isTuple(item) || ctx.heap.isList(item)) {
      for (const inner of yield* parametersOf(ctx, yield* ctx.items(item))) add(inner);
      continue;
    }
    if ((yield* ctx.findattr(item, "__typing_subst__")) !== undefined) add(item);
    else {
      const inner = yield* ctx.findattr(item, "__parameters__");
      if (inner !== undefined && ctx.heap.isTuple(inner)) ctx.heap.tupleItems(inner).forEach(add);
    }
  }
  return found;
}

function* parameters(ctx: Context, self: Ref): Steps<Value> {
  const known = ctx.heap.peekValue(self + GA.parameters);
  if (known !== EMPTY) return ctx.heap.hold(known);
  const tuple = ctx.tuple(yield* parametersOf(ctx, args(ctx, self)));
  ctx.heap.setValue(self + GA.parameters, tuple);
  return tuple;
}

export function* genericRepr(ctx: Context, self: Ref): Steps<string> {
  const parts: string[] = [];
  const items = args(ctx, self);
  for (const item of items) parts.push(yield* typeText(ctx, item));
  if (items.length === 0) parts.push("()");
  const star = ctx.heap.readU32(self + GA.starred) ? "*" : "";
  return `${star}${yield* typeText(ctx, origin(ctx, self))}[${parts.join(", ")}]`;
}

/** Arguments with the alias's parameters replaced by `items`. */
function* substituted(ctx: Context, self: Ref, items: Value[]): Steps<Value[]> {
  const names = ctx.heap.tupleItems((yield* parameters(ctx, self)) as Ref);
  if (names.length === 0) throw typeError(`${yield* genericRepr(ctx, self)} is not a generic class`);
  for (const name of names) {
    const prepare = yield* ctx.findattr(name, "__typing_prepare_subst__");
    if (prepare === undefined) continue;
    items = yield* ctx.items(yield* ctx.call(prepare, [self, ctx.tuple(items)]));
  }
  if (items.length !== names.length) {
    const few = items.length < names.length;
    throw typeError(
      `Too ${few ? "few" : "many"} arguments for ${yield* genericRepr(ctx, self)}; actual ${items.length}, expected ${names.length}`,
    );
  }
  return yield* replaced(ctx, args(ctx, self), names, items);
}

function* replaced(
  ctx: Context,
  from: readonly Value[],
  names: readonly Value[],
  items: readonly Value[],
): Steps<Value[]> {
  const out: Value[] = [];
  for (const arg of from) {
    if (ctx.heap.isType(arg)) {
      out.push(arg);
      continue;
    }
    if (ctx.heap.isTuple(arg) || ctx.heap.isList(arg)) {
      const inner = yield* replaced(ctx, yield* ctx.items(arg), names, items);
      out.push(ctx.heap.isTuple(arg) ? ctx.tuple(inner) : ctx.list(inner));
      continue;
    }
    const spread = yield* ctx.findattr(arg, "__typing_is_unpacked_typevartuple__");
    const isSpread = spread !== undefined && (yield* ctx.truth(spread));
    const substitute = yield* ctx.findattr(arg, "__typing_subst__");
    const result =
      substitute === undefined
        ? yield* withParameters(ctx, arg, names, items)
        : yield* ctx.call(substitute, [items[names.indexOf(arg)] as Value]);
    if (!isSpread) out.push(result);
    else if (ctx.heap.isTuple(result)) out.push(...ctx.heap.tupleItems(result));
    else
      throw typeError(
        `expected __typing_subst__ of ${ctx.typeName(arg)} objects to return a tuple, not ${ctx.typeName(result)}`,
      );
  }
  return out;
}

/** An alias among the arguments with its own parameters replaced: `list[T]` in `dict[str, list[T]]`. */
function* withParameters(ctx: Context, arg: Value, names: readonly Value[], items: readonly Value[]): Steps<Value> {
  const { heap } = ctx;
  const own = yield* ctx.findattr(arg, "__parameters__");
  if (own === undefined || !heap.isTuple(own) || heap.tupleLength(own) === 0) return arg;
  const wanted: Value[] = [];
  for (const name of heap.tupleItems(own)) {
    const at = names.indexOf(name);
    const item = at < 0 ? name : (items[at] as Value);
    // What a TypeVarTuple stands for comes as a tuple.
    if (at >= 0 && heap.isTuple(item) && heap.specialOf(name, CoreConst.SPECIAL_iter) !== 0)
      wanted.push(...heap.tupleItems(item));
    else wanted.push(item);
  }
  return yield* ctx.getitem(arg, ctx.tuple(wanted));
}

function make(ctx: Context, cls: Ref, from: Value, tuple: Value, starred = 0): Ref {
  const alias = ctx.machine.genericAlias(from as Ref, tuple);
  if (cls !== CoreConst.TYPE_GENERIC_ALIAS) {
    ctx.heap.incref(cls);
    ctx.heap.writeU32(alias + Layout.ObjectHead.type, cls);
  }
  ctx.heap.writeU32(alias + GA.starred, starred);
  return alias;
}

export const genericAliasTable: TypeTable = {
  type: CoreConst.TYPE_GENERIC_ALIAS,
  methods: {
    __new__: {
      ...def("($type, origin, args, /)", (ctx, cls: Ref, from: Value, tuple: Value) => make(ctx, cls, from, tuple)),
      binding: "static",
    },
    __repr__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      return ctx.str(yield* genericRepr(ctx, self));
    }),
    __hash__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const a = yield* ctx.hash(origin(ctx, self));
      const b = yield* ctx.hash(ctx.heap.peekValue(self + GA.args));
      return ctx.int(BigInt.asIntN(64, a ^ b));
    }),
    __eq__: def("($self, value, /)", function* (ctx, self: Ref, other: Value): Steps<Value> {
      if (!ctx.heap.isInstance(other, CoreConst.TYPE_GENERIC_ALIAS)) return CoreConst.NOTIMPLEMENTED_REF;
      if (ctx.heap.readU32(self + GA.starred) !== ctx.heap.readU32((other as Ref) + GA.starred)) return ctx.bool(false);
      if (!(yield* ctx.equal(origin(ctx, self), origin(ctx, other as Ref)))) return ctx.bool(false);
      return ctx.bool(
        yield* ctx.equal(ctx.heap.peekValue(self + GA.args), ctx.heap.peekValue((other as Ref) + GA.args)),
      );
    }),
    __call__: def(
      "($self, /, *args, **kwargs)",
      function* (ctx, self: Ref, items: Value[], names: Map<string, Value>): Steps<Value> {
        const object = yield* ctx.call(origin(ctx, self), items, names);
        try {
          yield* ctx.setattr(object, "__orig_class__", self);
        } catch (error) {
          if (!ctx.matches(error, CoreConst.EXC_AttributeError, CoreConst.EXC_TypeError)) throw error;
        }
        return object;
      },
    ),
    __getitem__: def("($self, key, /)", function* (ctx, self: Ref, key: Value): Steps<Value> {
      const items = ctx.heap.isTuple(key) ? ctx.heap.tupleItems(key) : [key];
      return make(
        ctx,
        ctx.heap.typeOf(self),
        origin(ctx, self),
        ctx.tuple(yield* substituted(ctx, self, items)),
        ctx.heap.readU32(self + GA.starred),
      );
    }),
    __getattribute__: def("($self, name, /)", function* (ctx, self: Ref, name: Value): Steps<Value> {
      if (!ctx.heap.isStr(name)) throw typeError(`attribute name must be string, not '${ctx.typeName(name)}'`);
      const text = ctx.heap.text(name);
      if (!OWN.has(text) && !BLOCKED.has(text)) return yield* ctx.getattr(origin(ctx, self), name);
      const plain = ctx.heap.peekTypeAttribute(CoreConst.TYPE_OBJECT, "__getattribute__");
      return yield* ctx.callFound(plain as Ref, self, [name]);
    }),
    __iter__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const starred = make(ctx, ctx.heap.typeOf(self), origin(ctx, self), ctx.heap.peekValue(self + GA.args), 1);
      return yield* ctx.iter(ctx.tuple([starred]));
    }),
    __mro_entries__: def("($self, bases, /)", (ctx, self: Ref) => ctx.tuple([origin(ctx, self)])),
    __instancecheck__: def("($self, instance, /)", () => {
      throw typeError("isinstance() argument 2 cannot be a parameterized generic");
    }),
    __subclasscheck__: def("($self, subclass, /)", () => {
      throw typeError("issubclass() argument 2 cannot be a parameterized generic");
    }),
    __or__: def("($self, value, /)", function* (ctx, self: Value, other: Value): Steps<Value> {
      return yield* ctx.call(ctx.machine.preludeFunction("make_union"), [self, other]);
    }),
    __ror__: def("($self, value, /)", function* (ctx, self: Value, other: Value): Steps<Value> {
      return yield* ctx.call(ctx.machine.preludeFunction("make_union"), [other, self]);
    }),
    __reduce__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const parts = ctx.tuple([origin(ctx, self), ctx.heap.peekValue(self + GA.args)]);
      if (!ctx.heap.readU32(self + GA.starred)) return ctx.tuple([ctx.heap.typeOf(self), parts]);
      const module = yield* ctx.call(ctx.machine.builtin("__import__"), [ctx.str("_typing")]);
      return ctx.tuple([yield* ctx.getattr(module, "_starred_alias"), parts]);
    }),
    __dir__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const names = yield* ctx.items(yield* ctx.call(ctx.machine.builtin("dir"), [origin(ctx, self)]));
      return ctx.list([...names, ...[...OWN].map((name) => ctx.str(name))]);
    }),
  },
  attributes: {
    __origin__: { get: (ctx, self: Ref) => origin(ctx, self) },
    __args__: { get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.peekValue(self + GA.args)) },
    __parameters__: { get: parameters },
    __unpacked__: { get: (ctx, self: Ref) => ctx.bool(ctx.heap.readU32(self + GA.starred) !== 0) },
    __typing_unpacked_tuple_args__: {
      get: (ctx, self: Ref) =>
        ctx.heap.readU32(self + GA.starred) && origin(ctx, self) === CoreConst.TYPE_TUPLE
          ? ctx.heap.hold(ctx.heap.peekValue(self + GA.args))
          : CoreConst.NONE_REF,
    },
  },
};
