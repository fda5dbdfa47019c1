// __slots__: what a class body says, checked and put in order.

import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { typeError, valueError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY } from "../../heap/value.ts";
import { lazy } from "../../util/lazy.ts";
import type { Context } from "../../vm/context.ts";
import type { Steps } from "../../vm/host-call.ts";

export interface Slots {
  /** Names of the members, mangled and sorted; undefined if the class has no __slots__. */
  readonly members: readonly string[] | undefined;
  readonly addDict: boolean;
  readonly addWeakref: boolean;
}

const NAME = lazy(() => /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u);

/** `__x` in class C becomes `_C__x`. */
export function mangle(className: string, name: string): string {
  if (!name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const owner = className.replace(/^_+/, "");
  return owner === "" ? name : `_${owner}${name}`;
}

/** `namespace` is the class dictionary being made; `best` the base whose layout is extended. */
export function* readSlots(
  ctx: Context,
  className: string,
  bases: readonly Ref[],
  best: Ref,
  namespace: Ref,
): Steps<Slots> {
  const { heap } = ctx;
  const flag = (type: Ref, bit: number) => (heap.typeFlags(type) & bit) !== 0;
  const mayDict = !flag(best, CoreConst.TYPE_HAS_DICT);
  const mayWeakref = !flag(best, CoreConst.TYPE_HAS_WEAKREF) && !hasVariableSize(ctx, best);
  const value = heap.peekName(namespace, "__slots__");
  if (value === EMPTY) return { members: undefined, addDict: mayDict, addWeakref: mayWeakref };
  const items: Value[] = heap.isStr(value) ? [value] : yield* ctx.items(value);
  const isClass = heap.readU32(best + Layout.PyType.kind) === CoreConst.LAYOUT_TYPE;
  if (items.length > 0 && (isClass || hasVariableSize(ctx, best)))
    throw typeError(`nonempty __slots__ not supported for subtype of '${ctx.nameOfType(best)}'`);
  let addDict = false;
  let addWeakref = false;
  const members: string[] = [];
  for (const item of items) {
    if (!heap.isStr(item)) throw typeError(`__slots__ items must be strings, not '${ctx.typeName(item)}'`);
    const name = heap.text(item);
    if (!NAME().test(name)) throw typeError("__slots__ must be identifiers");
    if (name === "__dict__") {
      if (!mayDict || addDict) throw typeError("__dict__ slot disallowed: we already got one");
      addDict = true;
    } else if (name === "__weakref__") {
      if (!mayWeakref || addWeakref) throw typeError("__weakref__ slot disallowed: we already got one");
      addWeakref = true;
    } else {
      const mangled = mangle(className, name);
      if (heap.peekName(namespace, mangled) !== EMPTY && mangled !== "__qualname__" && mangled !== "__classcell__")
        throw valueError(`'${name}' in __slots__ conflicts with class variable`);
      members.push(mangled);
    }
  }
  members.sort();
  // Bases besides the one that gives the layout may bring what this class did not ask for.
  for (const base of bases) {
    if (base === best) continue;
    if (mayDict && flag(base, CoreConst.TYPE_HAS_DICT)) addDict = true;
    if (mayWeakref && flag(base, CoreConst.TYPE_HAS_WEAKREF)) addWeakref = true;
  }
  return { members, addDict, addWeakref };
}

function hasVariableSize(ctx: Context, type: Ref): boolean {
  const kind = ctx.heap.readU32(type + Layout.PyType.kind);
  return kind === CoreConst.LAYOUT_INT || kind === CoreConst.LAYOUT_TUPLE || kind === CoreConst.LAYOUT_BYTES;
}
