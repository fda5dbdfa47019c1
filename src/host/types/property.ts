// property, classmethod and staticmethod: their text and their computed attributes.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { raise } from "../../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { def, type Steps } from "../../vm/host-call.ts";
import type { TypeTable } from "../type-table.ts";
import { valueField } from "./fields.ts";

const { NONE_REF: NONE } = CoreConst;

const PROPERTY = Layout.PyProperty;
const copyProperty = (changed: "getter" | "setter" | "deleter") =>
  def("($self, object, /)", function* (ctx, self: Ref, value: Value): Steps<Value> {
    const read = (offset: number) => {
      const v = ctx.heap.peekValue(self + offset);
      return v === EMPTY ? NONE : v;
    };
    const parts = { getter: read(PROPERTY.getter), setter: read(PROPERTY.setter), deleter: read(PROPERTY.deleter) };
    parts[changed] = value;
    const result = yield* ctx.call(ctx.heap.typeOf(self), [parts.getter, parts.setter, parts.deleter]);
    return result;
  });

export const propertyTable: TypeTable = {
  type: CoreConst.TYPE_PROPERTY,
  methods: { getter: copyProperty("getter"), setter: copyProperty("setter"), deleter: copyProperty("deleter") },
  attributes: {
    fget: valueField(PROPERTY.getter),
    fset: valueField(PROPERTY.setter),
    fdel: valueField(PROPERTY.deleter),
    __isabstractmethod__: {
      get: function* (ctx: Context, self: Ref): Steps<Value> {
        for (const offset of [PROPERTY.getter, PROPERTY.setter, PROPERTY.deleter]) {
          const part = ctx.heap.peekValue(self + offset);
          if (part === EMPTY || part === NONE) continue;
          const flag = yield* ctx.findattr(part, "__isabstractmethod__");
          if (flag !== undefined && (yield* ctx.truth(flag))) return ctx.bool(true);
        }
        return ctx.bool(false);
      },
    },
  },
};

const WRAPPER = Layout.PyWrapperMethod;

/** An attribute of the wrapped function that is asked for when it is wanted, kept in the wrapper's own __dict__ from then on. */
function ofWrapped(name: string) {
  return {
    get: function* (ctx: Context, self: Ref): Steps<Value> {
      const dict = yield* ctx.getattr(self, "__dict__");
      const own = ctx.heap.isDict(dict) ? ctx.heap.peekName(dict, name) : EMPTY;
      if (own !== EMPTY) return ctx.heap.hold(own);
      const value = yield* ctx.getattr(ctx.heap.peekValue(self + WRAPPER.callable), name);
      if (ctx.heap.isDict(dict)) ctx.heap.setName(dict, name, value);
      return value;
    },
    set: function* (ctx: Context, self: Ref, value: Value | undefined): Steps<void> {
      const dict = yield* ctx.getattr(self, "__dict__");
      if (!ctx.heap.isDict(dict)) return;
      if (value !== undefined) ctx.heap.setName(dict, name, value);
      else if (!ctx.heap.deleteName(dict, name)) throw raise("AttributeError", name);
    },
  };
}

const wrapperTable = (type: number, name: string): TypeTable => ({
  type,
  methods: {
    __repr__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      return ctx.str(`<${name}(${yield* ctx.repr(ctx.heap.peekValue(self + WRAPPER.callable))})>`);
    }),
  },
  attributes: {
    __func__: valueField(WRAPPER.callable),
    __wrapped__: valueField(WRAPPER.callable),
    __isabstractmethod__: {
      get: function* (ctx: Context, self: Ref): Steps<Value> {
        const v = yield* ctx.findattr(ctx.heap.peekValue(self + WRAPPER.callable), "__isabstractmethod__");
        return ctx.bool(v !== undefined && (yield* ctx.truth(v)));
      },
    },
    __annotations__: ofWrapped("__annotations__"),
    __annotate__: ofWrapped("__annotate__"),
  },
});

export const wrapperTables: readonly TypeTable[] = [
  wrapperTable(CoreConst.TYPE_CLASSMETHOD, "classmethod"),
  wrapperTable(CoreConst.TYPE_STATICMETHOD, "staticmethod"),
];
