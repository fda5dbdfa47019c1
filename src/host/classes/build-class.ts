// The class statement: __build_class__(body, name, *bases, metaclass=…, **keywords).
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { raise, typeError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY } from "../../heap/value.ts";
import { isHiddenCode } from "../../vm/code-reader.ts";
import type { Context } from "../../vm/context.ts";
import type { Steps } from "../../vm/host-call.ts";
import { winningMetaclass } from "./mro.ts";

/** Bases with __mro_entries__ replaced; the same array if there are none. */
export function* resolveBases(ctx: Context, bases: readonly Value[], all: Value): Steps<readonly Value[]> {
  const { heap } = ctx;
  let changed: Value[] | undefined;
  for (const [i, base] of bases.entries()) {
    const entries = heap.isType(base) ? undefined : yield* ctx.findattr(base, "__mro_entries__");
    if (entries === undefined) {
      changed?.push(base);
      continue;
    }
    const replacement = yield* ctx.call(entries, [all]);
    if (!heap.isTuple(replacement)) throw typeError("__mro_entries__ must return a tuple");
    changed ??= bases.slice(0, i);
    changed.push(...heap.tupleItems(replacement));
  }
  return changed ?? bases;
}

/**
 * `class C: op = operator.add`: what is a builtin function in CPython doesn't become a method, also where Krait has it in Python. (The names of
 * its modules' functions have no dots, unlike those of methods and closures.)
 */
function* keepUnbound(ctx: Context, namespace: Value): Steps<void> {
  const { heap } = ctx;
  if (!heap.isDict(namespace)) return;
  for (const [key, value] of heap.dictEntries(namespace)) {
    if (heap.typeOf(value) !== CoreConst.TYPE_FUNCTION || !heap.isStr(key)) continue;
    const code = heap.readU32((value as Ref) + Layout.PyFunction.code);
    if (!isHiddenCode(heap, code) || heap.text(heap.readU32(code + Layout.PyCode.qualname)).includes(".")) continue;
    heap.setName(namespace, heap.text(key), yield* ctx.call(CoreConst.TYPE_STATICMETHOD, [value]));
  }
}

export function* buildClass(
  ctx: Context,
  body: Value,
  name: Value,
  given: Value[],
  keywords: Map<string, Value>,
): Steps<Value> {
  const { heap } = ctx;
  if (heap.kindOf(body) !== CoreConst.LAYOUT_FUNCTION) throw typeError("__build_class__: func must be a function");
  if (!heap.isStr(name)) throw typeError("__build_class__: name is not a string");
  const original = heap.tuple(given);
  const bases = yield* resolveBases(ctx, given, original);
  const basesTuple = bases === given ? original : heap.tuple(bases);
  const rest = new Map(keywords);
  rest.delete("metaclass");
  let meta: Value =
    keywords.get("metaclass") ?? (bases.length > 0 ? heap.typeOf(bases[0] as Value) : CoreConst.TYPE_TYPE);
  const isClass = heap.isType(meta);
  if (isClass) meta = winningMetaclass(ctx, meta as Ref, bases);

  const prepare = meta === CoreConst.TYPE_TYPE ? undefined : yield* ctx.findattr(meta, "__prepare__");
  const namespace = prepare === undefined ? heap.dict() : yield* ctx.call(prepare, [name, basesTuple], rest);
  if (!heap.isDict(namespace) && heap.specialOf(namespace, CoreConst.SPECIAL_getitem) === 0) {
    const who = isClass ? `${ctx.nameOfType(meta as Ref)}.` : "<metaclass>.";
    throw typeError(`${who}__prepare__() must return a mapping, not ${ctx.typeName(namespace)}`);
  }
  const cell = yield* ctx.call(body, [namespace]);
  if (bases !== given) yield* ctx.setitem(namespace, heap.intern("__orig_bases__"), original);
  return yield* finishClass(ctx, {
    body: body as Ref,
    name: name as Ref,
    bases: basesTuple,
    namespace,
    cell,
    meta,
    keywords: rest,
  });
}

interface ClassParts {
  readonly body: Ref;
  readonly name: Ref;
  readonly bases: Ref;
  readonly namespace: Value;
  /** What the body has given back. */
  readonly cell: Value;
  readonly meta: Value;
  readonly keywords: Map<string, Value>;
}

/** The class, its body having run. */
export function* finishClass(
  ctx: Context,
  { body, name, bases, namespace, cell, meta, keywords }: ClassParts,
): Steps<Value> {
  const { heap } = ctx;
  if (!isHiddenCode(heap, heap.readU32(body + Layout.PyFunction.code))) yield* keepUnbound(ctx, namespace);
  const cls = yield* ctx.call(meta, [name, bases, namespace], keywords);
  if (heap.isType(cls) && cell !== CoreConst.NONE_REF && heap.kindOf(cell) === CoreConst.LAYOUT_CELL) {
    const content = heap.peekValue((cell as Ref) + Layout.PyCell.value);
    const shown = heap.text(name);
    if (content === EMPTY)
      throw raise(
        "RuntimeError",
        `__class__ not set defining ${yield* ctx.repr(name)} as ${yield* ctx.repr(cls)}. Was __classcell__ propagated to type.__new__?`,
      );
    if (content !== cls)
      throw typeError(
        `__class__ set to ${yield* ctx.repr(content)} defining ${yield* ctx.repr(ctx.str(shown))} as ${yield* ctx.repr(cls)}`,
      );
  }
  return cls;
}
