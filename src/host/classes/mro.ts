// Method resolution order: C3 linearisation, and which metaclass wins.
import { Layout } from "../../heap/generated/layout.ts";
import { type PyError, typeError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";

export function mroOf(ctx: Context, type: Ref): Ref[] {
  return ctx.heap.tupleItems(ctx.heap.readU32(type + Layout.PyType.mro)) as Ref[];
}

/** The order after the class itself. Throws TypeError where there is none. */
export function linearise(ctx: Context, bases: readonly Ref[]): Ref[] {
  if (bases.length === 1) return mroOf(ctx, bases[0] as Ref);
  const seen = new Set<Ref>();
  for (const base of bases) {
    if (seen.has(base)) throw typeError(`duplicate base class ${ctx.shortNameOfType(base)}`);
    seen.add(base);
  }
  const rest = [...bases.map((base) => mroOf(ctx, base)), [...bases]].map((list) => ({ list, at: 0 }));
  const result: Ref[] = [];
  for (;;) {
    const open = rest.filter((r) => r.at < r.list.length);
    if (open.length === 0) return result;
    const head = open
      .map((r) => r.list[r.at] as Ref)
      .find((candidate) => !open.some((r) => r.list.indexOf(candidate, r.at + 1) > 0));
    if (head === undefined) throw conflict(ctx, open);
    result.push(head);
    for (const r of open) if (r.list[r.at] === head) r.at++;
  }
}

function conflict(ctx: Context, open: readonly { list: readonly Ref[]; at: number }[]): PyError {
  const names = [...new Set(open.map((r) => r.list[r.at] as Ref))].map((type) => ctx.shortNameOfType(type));
  return typeError(`Cannot create a consistent method resolution order (MRO) for bases ${names.join(", ")}`);
}

/** The most derived of `meta` and the bases' metaclasses. Throws TypeError on a conflict. */
export function winningMetaclass(ctx: Context, meta: Ref, bases: readonly Value[]): Ref {
  let winner = meta;
  for (const base of bases) {
    const type = ctx.heap.typeOf(base);
    if (ctx.heap.isSubtype(winner, type)) continue;
    if (ctx.heap.isSubtype(type, winner)) winner = type;
    else
      throw typeError(
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
      );
  }
  return winner;
}
