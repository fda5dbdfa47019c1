// Where a trace ends: a recording may go on beyond that. It ends at the head of a loop that has a trace, where it goes on in that; with the
// return of the function that it is the trace of; or where the recorder stopped.
import { CoreConst } from "../../heap/generated/layout.ts";
import { Abort } from "../abort.ts";
import type { TraceKind } from "../compile-request.ts";
import type { Known } from "../compiler.ts";
import { policy } from "../policy.ts";
import type { Recorded } from "../recording.ts";

/** A recording, and the instruction before which the recorder stopped. */
export interface Recording {
  readonly kind: TraceKind;
  readonly startPc: number;
  readonly startDelta: number;
  readonly records: readonly Recorded[];
  /** RECORD_LOOP … */
  readonly reason: number;
  readonly endPc: number;
  readonly endDelta: number;
  readonly endCode: number;
  /** Words to the frame that returns to whoever called this trace; null if it is not part of a function's trace. */
  readonly returnsAt: number | null;
}

export interface TraceEnd {
  readonly records: readonly Recorded[];
  readonly endPc: number;
  readonly endDelta: number;
  readonly endCode: number;
  /** It goes on where it began. */
  readonly closes: boolean;
  /** The trace in which it goes on. */
  readonly next: Known | undefined;
}

/** What has been compiled. */
export interface Traces {
  /** The trace of the loop that begins there. */
  loopAt(pc: number): Known | undefined;
  /** Whether one more trace that comes from a loop inside may hold a copy of the way from this trace's beginning to that loop. */
  mayBePassed(line: Known): boolean;
}

/**
 * The trace's end and, where that is a loop's head, the end one round of the loop later: variables have got their types by then. Throws Abort.
 */
export function traceEnds(recording: Recording, traces: Traces): TraceEnd[] {
  const { kind, startPc, startDelta, reason } = recording;
  const trimmed = trim(recording);
  const { records } = trimmed;
  const hits: TraceEnd[] = [];
  for (let i = 1; i <= records.length; i++) {
    const record = records[i];
    const pc = record?.pc ?? trimmed.endPc;
    const delta = record?.delta ?? trimmed.endDelta;
    if (kind !== "exit" && pc === startPc && delta === startDelta) continue;
    const next = traces.loopAt(pc);
    if (next === undefined) continue;
    const endCode = record?.code ?? trimmed.endCode;
    hits.push({ records: records.slice(0, i), endPc: pc, endDelta: delta, endCode, closes: false, next });
  }
  const climb = endOfClimb(trimmed, hits);
  if (climb !== undefined) return [climb];
  // A loop's trace that is but a line, up to a loop inside, is gone through by what comes from the loop inside, but not by every way that does.
  const endsAt = (next: Known): boolean => next.closes || !traces.mayBePassed(next);
  const first =
    (kind === "exit" ? hits.find(({ next }) => next !== undefined && endsAt(next)) : hits[0]) ??
    (trimmed.closes ? undefined : hits[0]);
  if (first !== undefined) {
    const again = hits.find(
      ({ next, endDelta, records: { length } }) =>
        next === first.next && endDelta === first.endDelta && length > first.records.length,
    );
    const isShort = again !== undefined && again.records.length <= first.records.length + policy.peelLimit;
    return isShort && first.next?.closes ? [first, again] : [first];
  }
  if (reason === CoreConst.RECORD_INNER) throw new Abort("inner-loop");
  if (reason === CoreConst.RECORD_LIMIT && descents(records) >= policy.descentLimit)
    throw new Abort("too-long", "it only goes down");
  if (kind === "loop") {
    if (reason === CoreConst.RECORD_HOST) throw new Abort("host-callback");
    if (reason === CoreConst.RECORD_LIMIT) throw new Abort("too-long");
    if (trimmed.hasLeft) throw new Abort("left-frame");
  }
  if (records.length === 0) throw new Abort("no-progress");
  return [trimmed];
}

/** Without what does not belong to the trace whatever loops there are. */
function trim(recording: Recording): TraceEnd & { readonly hasLeft: boolean } {
  const { kind, reason, returnsAt } = recording;
  let { records, endPc, endDelta, endCode } = recording;
  // Where its frame has been left in between, another call has come to the same place.
  let closes = reason === CoreConst.RECORD_LOOP && !records.some(({ delta }) => delta < recording.startDelta);
  if (reason === CoreConst.RECORD_HOST) {
    // The last instruction made host code call Python code, or returned to host code that did so: the trace ends before it.
    const last = records[records.length - 1];
    if (last === undefined) throw new Abort("no-progress");
    const isOwnReturn = last.delta === returnsAt && isReturn(last);
    if (!isOwnReturn) records = records.slice(0, -1);
    endPc = last.pc;
    endDelta = isOwnReturn ? last.delta - 1 : last.delta;
    endCode = last.code;
    closes = false;
  }
  // What begins in a function or a loop ends before the instruction that leaves its frame, a function's with the return.
  const lowest = returnsAt ?? (kind === "loop" ? 0 : Number.NEGATIVE_INFINITY);
  const left = records.findIndex((r, i) => !r.skipped && (records[i + 1]?.delta ?? endDelta) < lowest);
  if (left >= 0) {
    const last = records[left] as Recorded;
    const returns = last.delta === returnsAt && isReturn(last);
    const stop = returns ? records[left + 1] : last;
    endPc = stop?.pc ?? endPc;
    endDelta = stop?.delta ?? endDelta;
    endCode = stop?.code ?? endCode;
    records = records.slice(0, returns ? left + 1 : left);
    closes = false;
  }
  return { records, endPc, endDelta, endCode, closes, next: undefined, hasLeft: left >= 0 };
}

/**
 * The trace up to where it returns, long enough by then, from one activation of a function that calls itself to another; undefined if it never does, or
 * comes to a loop soon after. Which of its calls an activation returns from is another matter for each of them, so every way up would be a trace of its own.
 */
function endOfClimb({ records }: TraceEnd, hits: readonly TraceEnd[]): TraceEnd | undefined {
  const seen = new Set<number>();
  let lowest = Number.POSITIVE_INFINITY;
  for (const [i, { pc, delta, code, skipped }] of records.entries()) {
    if (delta >= lowest || skipped) continue;
    lowest = delta;
    if (i >= policy.climbLimit && seen.has(code))
      return hits.some((hit) => hit.records.length <= i + policy.peelLimit)
        ? undefined
        : { records: records.slice(0, i), endPc: pc, endDelta: delta, endCode: code, closes: false, next: undefined };
    seen.add(code);
  }
  return undefined;
}

/** Activations of the last instruction's code that none of the instructions has left. */
function descents(records: readonly Recorded[]): number {
  const active: Recorded[] = [];
  for (const record of records) {
    while (active.length > 0 && (active[active.length - 1] as Recorded).delta >= record.delta) active.pop();
    active.push(record);
  }
  const code = records[records.length - 1]?.code;
  return active.filter((record) => record.code === code).length;
}

function isReturn({ generic }: Recorded): boolean {
  return generic === "RETURN" || generic === "RETURN_CONST";
}
