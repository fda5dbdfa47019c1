// Computed attributes that are a field of the object.
import { CoreConst } from "../../heap/generated/layout.ts";
import { typeError } from "../../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import type { GetSet } from "../../vm/host-call.ts";

const { NONE_REF: NONE } = CoreConst;

/** A read-only attribute that is a Ref field; 0 reads as None. */
export const refField = (offset: number, doc?: string): GetSet => ({
  get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + offset)) || NONE,
  doc,
});
/** A Value field; EMPTY reads as None. */
export const valueField = (offset: number): GetSet => ({
  get: (ctx, self: Ref) => {
    const v = ctx.heap.peekValue(self + offset);
    return v === EMPTY ? NONE : ctx.heap.hold(v);
  },
});
export const u16Field = (offset: number): GetSet => ({
  get: (ctx, self: Ref) => ctx.int(ctx.heap.readU16(self + offset)),
});

/** A writable Ref field that must hold a str. */
export const strField = (offset: number, name: string): GetSet => ({
  get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + offset)) || NONE,
  set: (ctx: Context, self: Ref, value: Value | undefined) => {
    if (value === undefined || !ctx.heap.isStr(value)) throw typeError(`${name} must be set to a string object`);
    ctx.heap.setRef(self + offset, value);
  },
});
/** Throws a TypeError unless `value` can be what computes annotations. */
export function checkAnnotate(ctx: Context, value: Value): void {
  if (value !== NONE && !ctx.heap.isCallable(value)) throw typeError("__annotate__ must be callable or None");
}
