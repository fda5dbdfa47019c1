// types.MappingProxyType: every operation is the mapping's own, but none that changes it.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { typeError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import type { Comparison, Context } from "../../vm/context.ts";
import { classMethod, def, type Steps } from "../../vm/host-call.ts";
import type { TypeTable } from "../type-table.ts";

function mappingOf(ctx: Context, self: Ref): Value {
  return ctx.heap.hold(ctx.heap.peekValue(self + Layout.PyMappingProxy.mapping));
}
const isProxy = (ctx: Context, v: Value) => ctx.heap.typeOf(v) === CoreConst.TYPE_MAPPINGPROXY;
const unwrapped = (ctx: Context, v: Value) => (isProxy(ctx, v) ? mappingOf(ctx, v as Ref) : v);

const forwarded = (name: string, signature: string) =>
  def(signature, function* (ctx, self: Ref, ...args: (Value | undefined)[]): Steps<Value> {
    return yield* ctx.callMethod(
      mappingOf(ctx, self),
      name,
      args.filter((arg) => arg !== undefined),
    );
  });
const compared = (op: Comparison) =>
  def("($self, value, /)", function* (ctx, self: Ref, other: Value): Steps<Value> {
    return yield* ctx.compare(op, mappingOf(ctx, self), unwrapped(ctx, other));
  });

export const mappingProxyTable: TypeTable = {
  type: CoreConst.TYPE_MAPPINGPROXY,
  methods: {
    __new__: {
      ...def("($type, mapping)", (ctx, cls: Ref, mapping: Value) => {
        const { heap } = ctx;
        const isMapping =
          heap.specialOf(mapping, CoreConst.SPECIAL_getitem) !== 0 && !heap.isList(mapping) && !heap.isTuple(mapping);
        if (!isMapping) throw typeError(`mappingproxy() argument must be a mapping, not ${ctx.typeName(mapping)}`);
        const proxy = heap.made(heap.core.newContainer(cls, Layout.PyMappingProxy.size));
        heap.setValue(proxy + Layout.PyMappingProxy.mapping, mapping);
        return proxy;
      }),
      binding: "static",
    },
    __getitem__: def("($self, key, /)", function* (ctx, self: Ref, key: Value): Steps<Value> {
      return yield* ctx.getitem(mappingOf(ctx, self), key);
    }),
    __contains__: def("($self, key, /)", function* (ctx, self: Ref, key: Value): Steps<Value> {
      return ctx.bool(yield* ctx.contains(mappingOf(ctx, self), key));
    }),
    __len__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      return ctx.int(yield* ctx.length(mappingOf(ctx, self)));
    }),
    __iter__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      return yield* ctx.iter(mappingOf(ctx, self));
    }),
    __reversed__: forwarded("__reversed__", "($self, /)"),
    __hash__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      return ctx.int(yield* ctx.hash(mappingOf(ctx, self)));
    }),
    __or__: def("($self, value, /)", function* (ctx, self: Value, other: Value): Steps<Value> {
      return yield* ctx.binary("or", unwrapped(ctx, self), unwrapped(ctx, other));
    }),
    __ror__: def("($self, value, /)", function* (ctx, self: Value, other: Value): Steps<Value> {
      return yield* ctx.binary("or", unwrapped(ctx, other), unwrapped(ctx, self));
    }),
    __ior__: def("($self, value, /)", (ctx, self: Ref, other: Value) => {
      throw typeError(`unsupported operand type(s) for |=: '${ctx.typeName(self)}' and '${ctx.typeName(other)}'`);
    }),
    __eq__: compared("eq"),
    __ne__: compared("ne"),
    __lt__: compared("lt"),
    __le__: compared("le"),
    __gt__: compared("gt"),
    __ge__: compared("ge"),
    get: forwarded("get", "($self, key, default=None, /)"),
    keys: forwarded("keys", "($self, /)"),
    values: forwarded("values", "($self, /)"),
    items: forwarded("items", "($self, /)"),
    copy: forwarded("copy", "($self, /)"),
    __class_getitem__: classMethod("($type, object, /)", (ctx, type: Ref, item: Value) =>
      ctx.machine.genericAlias(type, item),
    ),
  },
};
