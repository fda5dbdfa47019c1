// frame.f_lineno = line: what a trace function can do while it is told of a line. The frame goes on at an instruction where that line begins and what its
// registers hold now is enough; what is not needed there is dropped.
import type { CodeObject } from "../bytecode/code.ts";
import type { DecodedInstr } from "../bytecode/decode.ts";
import { lineEntries } from "../bytecode/line-table.ts";
import { FULL, HANDLED, ITERATOR, RAISED, registerStates } from "../bytecode/verify.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { raise, valueError } from "../heap/py-error.ts";
import { EMPTY, isSmallInt, type Ref, smallIntOf, type Value } from "../heap/value.ts";
import type { Context } from "./context.ts";
import { codeOf } from "./heap-code.ts";
import type { Steps } from "./host-call.ts";
import { warn } from "./warnings.ts";

const FRAME = Layout.PyFrame;
const NONE = CoreConst.NONE_REF as Ref;
const KINDS = ITERATOR | HANDLED | RAISED;
/** They belong to no line: the beginning of the call and what handlers begin and end with (has_no_line in observe.c). */
const NO_LINE = new Set(["RESUME", "MAKE_CELL", "RETURN_GENERATOR", "RERAISE", "PUSH_EXC", "POP_EXC", "INTRINSIC"]);

export function* setLine(ctx: Context, frame: Ref, value: Value): Steps<Value> {
  const { heap } = ctx;
  if (value === EMPTY) throw raise("AttributeError", "cannot delete attribute");
  if (!isSmallInt(value) && !heap.isExact(value, CoreConst.TYPE_INT)) throw valueError("lineno must be an integer");
  checkEvent(ctx, frame);
  const wanted = isSmallInt(value) ? smallIntOf(value) : Number.MAX_SAFE_INTEGER;
  const code = codeOf(heap, heap.readU32(frame + FRAME.code) as Ref);
  if (wanted < code.firstLine) throw valueError(`line ${wanted} comes before the current code block`);
  const { instrs, states } = registerStates(code);
  const starts = lineStarts(code, instrs);
  const line = Math.min(...starts.filter((start) => start >= wanted));
  if (line === Number.POSITIVE_INFINITY) throw valueError(`line ${wanted} comes after the current code block`);
  const word = heap.core.frameWord(frame);
  const from = states[instrs.findIndex((instr) => instr.at === word)];
  if (!from) throw valueError("stack to deep to analyze");
  const registers = heap.readU32(frame + FRAME.live);
  const fits = (to: Uint8Array, r: number): boolean => {
    if (!(from[r]! & FULL) || (from[r]! & KINDS) !== (to[r]! & KINDS)) return false;
    return (
      heap.peekValue(registers + r * 8) !== EMPTY && ((to[r]! & KINDS) !== 0 || (inWindow(from, r) && inWindow(to, r)))
    );
  };
  const best = bestTarget(code, states, fits, starts, line);
  yield* bindLocals(ctx, frame, code);
  const to = states[best]!;
  for (let r = to.length - 1; r >= code.localNames.length; r--)
    if (from[r]! & FULL && !(to[r]! & FULL)) heap.core.frameDrop(frame, r, from[r]! & HANDLED);
  heap.core.frameJump(frame, instrs[best]!.at, line);
  return NONE;
}

function checkEvent(ctx: Context, frame: Ref): void {
  switch (ctx.heap.core.frameEvent(frame)) {
    case CoreConst.EVENT_NONE:
      throw valueError("f_lineno can only be set in a trace function");
    case CoreConst.EVENT_CALL:
      throw valueError("can't jump from the 'call' trace event of a new frame");
    case CoreConst.EVENT_OTHER:
      throw valueError("can only jump from a 'line' trace event");
  }
}

/** The line that begins with each instruction; -1: none does. */
function lineStarts(code: CodeObject, instrs: readonly DecodedInstr[]): number[] {
  const lines: number[] = [];
  for (const { start, end, location } of lineEntries(code.lineTable, code.firstLine))
    for (let word = start; word < end; word++) lines[word] = location?.line ?? -1;
  let before = -1;
  return instrs.map(({ at, name }) => {
    if (NO_LINE.has(name)) return -1;
    const line = lines[at] ?? -1;
    const begins = line !== before;
    before = line;
    return begins ? line : -1;
  });
}

/** Of the instructions where the line begins the one that needs most of what there is. */
function bestTarget(
  code: CodeObject,
  states: readonly (Uint8Array | null)[],
  fits: (to: Uint8Array, register: number) => boolean,
  starts: readonly number[],
  line: number,
): number {
  let best = -1;
  let most = -1;
  let problem = "";
  starts.forEach((start, i) => {
    if (start !== line) return;
    const to = states[i] ?? null;
    const held = to === null ? [] : temporaries(code, to);
    if (to === null || !held.every((r) => fits(to, r))) problem ||= explained(to, held.at(-1));
    else if (held.length > most) {
      best = i;
      most = held.length;
    }
  });
  if (best < 0) throw valueError(problem);
  return best;
}

/** Part of what a method is called with, or __exit__ will be. Instructions that trust what other temporaries hold are not to be fooled. */
function inWindow(state: Uint8Array, register: number): boolean {
  const isBase = (r: number): boolean =>
    r >= 0 &&
    (state[r]! & FULL) !== 0 &&
    ((state[r + 4] ?? 0) & FULL) !== 0 &&
    ![1, 2, 3].some((i) => state[r + i]! & FULL);
  return isBase(register) || isBase(register - 4);
}

function temporaries(code: CodeObject, state: Uint8Array): number[] {
  return Array.from(state.keys()).filter((r) => r >= code.localNames.length && state[r]! & FULL);
}

/** `last`: of the temporaries that are needed. */
function explained(to: Uint8Array | null, last = 0): string {
  if (to === null) return "can't jump into an exception handler, or code may be unreachable";
  if (to[last]! & ITERATOR) return "can't jump into the body of a for loop";
  return to[last]! & (HANDLED | RAISED)
    ? "can't jump into an 'except' block as there's no exception"
    : "incompatible stacks";
}

/** Code behind an assignment does not look whether a variable is bound. */
function* bindLocals(ctx: Context, frame: Ref, code: CodeObject): Steps<void> {
  const { heap } = ctx;
  const registers = heap.readU32(frame + FRAME.live);
  const unbound = code.localNames
    .map((_, r) => r)
    .filter((r) => heap.peekValue(registers + r * 8) === EMPTY && !code.cellLocals.includes(r));
  if (unbound.length === 0) return;
  const s = unbound.length === 1 ? "" : "s";
  yield* warn(ctx, CoreConst.EXC_RuntimeWarning, `assigning None to ${unbound.length} unbound local${s}`);
  for (const r of unbound) heap.setValue(heap.readU32(frame + FRAME.live) + r * 8, NONE);
}
