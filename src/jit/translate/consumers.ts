// Builtins that go over a generator (`sum(x for x in xs)`, `any(…)`, `", ".join(…)`): the core has functions of the prelude do that, whose frames traces
// enter as they do those of other Python functions. What such a function is given follows from the call alone (tail_prelude in native/core).
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import type { Node } from "../ir.ts";
import type { Operand, Recorded } from "../recording.ts";
import { enterCalled, enterHook } from "./hooks.ts";

const FN = Layout.PyFunction;
const CODE = Layout.PyCode;

const { PRELUDE_ANY_LOOP, PRELUDE_ALL_LOOP, PRELUDE_SUM_LOOP, PRELUDE_MIN_LOOP, PRELUDE_MAX_LOOP } = CoreConst;
const {
  PRELUDE_SET_BUILD,
  PRELUDE_SORTED_BUILD,
  PRELUDE_STR_JOIN,
  PRELUDE_LIST_BUILD,
  PRELUDE_LIST_EXTEND,
  PRELUDE_TUPLE_BUILD,
  PRELUDE_NEXT_DEFAULT,
} = CoreConst;

interface Consumer {
  readonly prelude: number;
  /** Which argument the generator is. */
  readonly at: number;
  readonly counts: readonly number[];
  /** What the function is given besides the arguments. */
  readonly more: (b: Builder, count: number) => readonly Node[];
}
const nothing = (): readonly Node[] => [];
const goesOver = (prelude: number, more: Consumer["more"] = nothing): Consumer => ({
  prelude,
  at: 0,
  counts: [1],
  more,
});

/** What the core never goes over itself, whatever is in it. */
export const NEEDS_PYTHON = new Set<number>([CoreConst.TYPE_GENERATOR, CoreConst.TYPE_MAP, CoreConst.TYPE_FILTER]);

/** By the name of the type that has the method, and its own. */
const CONSUMERS: Readonly<Record<string, Consumer>> = {
  ".any": goesOver(PRELUDE_ANY_LOOP),
  ".all": goesOver(PRELUDE_ALL_LOOP),
  ".sum": { prelude: PRELUDE_SUM_LOOP, at: 0, counts: [1, 2], more: (b, count) => (count === 1 ? [b.int(0)] : []) },
  ".min": goesOver(PRELUDE_MIN_LOOP, (b) => [b.none, b.none]),
  ".max": goesOver(PRELUDE_MAX_LOOP, (b) => [b.none, b.none]),
  ".sorted": goesOver(PRELUDE_SORTED_BUILD, (b) => [b.none, b.ref(CoreConst.FALSE_REF)]),
  ".next": { prelude: PRELUDE_NEXT_DEFAULT, at: 0, counts: [2], more: nothing },
  "list.extend": { prelude: PRELUDE_LIST_EXTEND, at: 1, counts: [2], more: (b) => [b.none] },
  "str.join": { prelude: PRELUDE_STR_JOIN, at: 1, counts: [2], more: nothing },
};
const TYPES = new Map<number, Consumer>([
  [CoreConst.TYPE_LIST, goesOver(PRELUDE_LIST_BUILD)],
  [CoreConst.TYPE_SET, goesOver(PRELUDE_SET_BUILD)],
  [CoreConst.TYPE_TUPLE, goesOver(PRELUDE_TUPLE_BUILD, (b) => [b.ref(CoreConst.TYPE_TUPLE)])],
]);

/** A call of a builtin with the arguments in these slots, which the recorder saw enter a function of the prelude. */
export function consume(
  b: Builder,
  r: Recorded,
  owner: string,
  name: string,
  slots: readonly number[],
  hints: readonly Operand[],
): boolean {
  const consumer = CONSUMERS[`${owner}.${name}`];
  return consumer !== undefined && enterConsumer(b, r, consumer, slots, hints);
}
/** The same for a type: list(generator). */
export function construct(
  b: Builder,
  r: Recorded,
  cls: number,
  slots: readonly number[],
  hints: readonly Operand[],
): boolean {
  const consumer = TYPES.get(cls);
  return consumer !== undefined && enterConsumer(b, r, consumer, slots, hints);
}

/** `[*generator]`, whose items go to the list in R[a]. */
export function extendByConsumer(b: Builder, r: Recorded): boolean {
  const list = b.look(b.at(r.a), r.va);
  const generator = b.look(b.at(r.b), r.vb);
  const type = generator.pyType || r.vb.type;
  if (!NEEDS_PYTHON.has(type) || !b.guardType(list, CoreConst.TYPE_LIST) || !b.guardType(generator, type)) return false;
  const fn = functionFor(b, PRELUDE_LIST_EXTEND);
  if (fn === 0) return false;
  if (type === CoreConst.TYPE_GENERATOR) guardCode(b, generator, r.vb);
  return enterHook(b, r, fn, [list, generator, b.none]);
}

/** The function that was entered: the prelude's, or one of its copies, which do the same (native/core/interp/consumers.c); 0: another one. */
function functionFor(b: Builder, prelude: number): number {
  const { heap } = b;
  const original = heap.readU32(Layout.VM.prelude + 4 * prelude);
  const fn = b.entered?.vc.low ?? 0;
  if (fn === 0 || heap.readU32(fn + 4) !== CoreConst.TYPE_FUNCTION) return 0;
  const [code, first] = [heap.readU32(fn + FN.code), heap.readU32(original + FN.code)];
  const isSame = [CODE.name, CODE.qualname, CODE.filename, CODE.consts, CODE.names, CODE.word_count].every(
    (offset) => heap.readU32(code + offset) === heap.readU32(first + offset),
  );
  return isSame ? fn : 0;
}
/** Each code of a generator has copies of its own: their loops are made for it. */
function guardCode(b: Builder, generator: Node, hint: Operand): void {
  const { heap } = b;
  const seen = hint.low;
  if (generator.virtual !== null || generator.isConst) return;
  const code = heap.hint(() => {
    const isGenerator = heap.readU32(seen + 4) === CoreConst.TYPE_GENERATOR;
    return isGenerator ? heap.readU32(seen + Layout.PyGenerator.code) : 0;
  });
  if (code === 0) return;
  b.pure("guardFieldU32", "none", generator, null, Layout.PyGenerator.code, code);
  b.depend("code", code);
}

function enterConsumer(
  b: Builder,
  r: Recorded,
  { prelude, at, counts, more }: Consumer,
  slots: readonly number[],
  hints: readonly Operand[],
): boolean {
  if (!counts.includes(slots.length)) return false;
  const args = slots.map((slot, i) => b.peek(slot, hints[i]));
  const generator = args[at] as Node;
  const type = generator.pyType || (hints[at]?.type ?? 0);
  if (!NEEDS_PYTHON.has(type)) return false;
  // What a sum starts with may be refused.
  const start = prelude === PRELUDE_SUM_LOOP ? args[1] : undefined;
  if (start !== undefined && b.numberKind(start, hints[1] as Operand) === undefined) return false;
  if (!b.guardType(generator, type)) return false;
  if (start !== undefined && b.numberKind(start, hints[1] as Operand) === "int") args[1] = b.asInt(start);
  else if (start !== undefined) args[1] = b.asFloat(start);
  const fn = functionFor(b, prelude);
  if (fn === 0) return false;
  if (type === CoreConst.TYPE_GENERATOR) guardCode(b, generator, hints[at] as Operand);
  return enterCalled(b, r, fn, slots, [...args, ...more(b, slots.length)]);
}
