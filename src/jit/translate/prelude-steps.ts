// Steps of iterators of the core that need Python code, because what they go over is a generator or has a `__next__` of its own, or because they call a
// function: the core has functions of the prelude do such a step (src/prelude/iteration.py), which are entered. They do the whole of it whatever the
// iterator goes over. What they ask of the iterator is loaded from it.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { claim } from "../build/iterator-fields.ts";
import { Node } from "../ir.ts";
import type { Operand, Recorded } from "../recording.ts";
import { enterCalled, enterHook, enterOperand } from "./hooks.ts";
import { countOfEnumerate, stepSource } from "./iterator-steps.ts";
import { loadField } from "./moves.ts";

const IT = Layout.PyIterator;

/** By the iterator's code: the function of the prelude. */
const STEPS = new Map<number, number>([
  [CoreConst.ITER_ENUMERATE, CoreConst.PRELUDE_ENUMERATE_NEXT],
  [CoreConst.ITER_ZIP, CoreConst.PRELUDE_ZIP_NEXT],
  [CoreConst.ITER_MAP, CoreConst.PRELUDE_MAP_NEXT],
  [CoreConst.ITER_FILTER, CoreConst.PRELUDE_FILTER_NEXT],
  [CoreConst.ITER_CHAIN, CoreConst.PRELUDE_CHAIN_NEXT],
  [CoreConst.ITER_ISLICE, CoreConst.PRELUDE_ISLICE_NEXT],
  [CoreConst.ITER_CYCLE, CoreConst.PRELUDE_CYCLE_NEXT],
  [CoreConst.ITER_PAIRWISE, CoreConst.PRELUDE_PAIRWISE_NEXT],
]);

/** The function that steps an iterator, which is guarded to be of that sort and not at its end; 0: there is none. */
function stepOf(b: Builder, iterator: Node, { type, low, high }: Operand): number {
  const known = iterator.pyType !== 0 ? iterator.pyType : type;
  if (iterator.virtual !== null || known === 0 || known >= CoreConst.STATIC_END || known !== type || high !== 0)
    return 0;
  if (b.heap.readU32(known + Layout.PyType.kind) !== CoreConst.LAYOUT_ITERATOR) return 0;
  const code = b.heap.hint(() => b.heap.readU32(low + IT.code));
  const prelude = STEPS.get(code);
  if (prelude === undefined || !b.guardType(iterator, known)) return 0;
  b.pure("guardFieldU32", "none", iterator, null, IT.code, code);
  b.guardBound(loadField(b, iterator, IT.source));
  return b.heap.readU32(Layout.VM.prelude + 4 * prelude);
}

/** FOR_ITER that was seen to enter such a function, or the one that a `map` calls. */
export function stepInPrelude(b: Builder, r: Recorded, iterator: Node): boolean {
  const fn = stepOf(b, iterator, r.vb);
  return (
    enterHook(b, r, fn, [iterator]) ||
    (fn !== 0 && iterator.pyType === CoreConst.TYPE_MAP && callMapped(b, r, iterator))
  );
}

/** The function of a map over one iterator that needs no Python code itself. */
function callMapped(b: Builder, r: Recorded, iterator: Node): boolean {
  const isSingle = askIterator(b, "iterator_is_single", iterator, r.vb);
  const isLoose = askIterator(b, "iterator_n", iterator, r.vb);
  if (isSingle === undefined || isLoose === undefined) return false;
  const step = stepSource(b, iterator, r.vb.low, IT.extra);
  if (step === null || !(step.item instanceof Node)) return false;
  return enterOperand(b, r, loadField(b, iterator, IT.source), [step.item], step.advance);
}

/** next(iterator) that did. */
export function stepByCall(b: Builder, r: Recorded, slots: readonly number[]): boolean {
  const [slot] = slots;
  if (slot === undefined || slots.length !== 1) return false;
  const iterator = b.look(slot, r.vb);
  return enterCalled(b, r, stepOf(b, iterator, r.vb), slots, [iterator]);
}

/** What the prelude's private functions say of an iterator, by their names; undefined: they have to be called. */
export function askIterator(b: Builder, name: string, iterator: Node, hint: Operand): Node | undefined {
  const field = FIELDS[name];
  if (field === undefined || iterator.virtual !== null || hint.high !== 0 || hint.low === 0) return undefined;
  const [low, high] = b.heap.hint(() => [b.heap.readU32(hint.low + field), b.heap.readU32(hint.low + field + 4)]);
  if (name === "iterator_source" || name === "iterator_extra") {
    // What is EMPTY is shown as None.
    if (low === 0 && high === 0) return undefined;
    const value = loadField(b, iterator, field);
    b.guardBound(value);
    return value;
  }
  if (low !== 0 || high !== 0) return undefined;
  if (name === "enumerate_count") {
    claim(b, iterator, hint.low);
    return countOfEnumerate(b, iterator);
  }
  b.emit("guardFieldU32", "none", iterator, null, field, 0);
  b.emit("guardFieldU32", "none", iterator, null, field + 4, 0);
  return name === "iterator_is_single" ? b.bool(true) : b.int(0);
}
const FIELDS: Readonly<Record<string, number>> = {
  iterator_source: IT.source,
  iterator_extra: IT.extra,
  iterator_n: IT.n,
  iterator_is_single: IT.step,
  enumerate_count: IT.step,
};
