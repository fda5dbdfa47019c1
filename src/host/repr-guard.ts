// Containers that contain themselves: repr shows "[...]" for what it is already in the middle of. Which objects those are belongs to the
// thread of execution; Krait has one per machine.
import type { Ref } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import type { Steps } from "../vm/host-call.ts";
import type { Machine } from "../vm/machine.ts";

const active = new WeakMap<Machine, Set<Ref>>();

function activeIn(ctx: Context): Set<Ref> {
  let set = active.get(ctx.machine);
  if (set === undefined) {
    set = new Set();
    active.set(ctx.machine, set);
  }
  return set;
}

/** Runs `body` unless `object` is being shown already: then the answer is `again`. */
export function* guarded(ctx: Context, object: Ref, again: string, body: () => Steps<string>): Steps<string> {
  const set = activeIn(ctx);
  if (set.has(object)) return again;
  set.add(object);
  try {
    return yield* body();
  } finally {
    set.delete(object);
  }
}

/** For Python-level code (reprlib and _krait): true if `object` was not active and now is. */
export function enterRepr(ctx: Context, object: Ref): boolean {
  const set = activeIn(ctx);
  if (set.has(object)) return false;
  set.add(object);
  return true;
}
export function leaveRepr(ctx: Context, object: Ref): void {
  activeIn(ctx).delete(object);
}
