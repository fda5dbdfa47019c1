// What a trace is built from.
import type { HeapView } from "../heap-view.ts";
import type { Recorded } from "../recording.ts";
import type { ParentExit } from "./inherit.ts";
import type { JoinTarget } from "./loop-head.ts";

/** A frame on the stack when the recording began. */
export interface StackFrame {
  readonly fn: number;
  readonly callPc: number;
  readonly callerDelta: number;
  readonly mode: number;
}

/** Something outside the trace that it takes for granted. */
export interface Dependency {
  readonly kind: "type" | "life" | "cell" | "written" | "keys" | "function" | "code" | "trace";
  readonly ref: number;
  /** cell: the dict it belongs to. */
  readonly dict: number;
}

export interface BuildOptions {
  readonly heap: HeapView;
  readonly records: readonly Recorded[];
  /** With one more round of the loop in which it goes on, if the recording has that; the end is the same. */
  readonly later?: readonly Recorded[];
  /** Where the recording stopped: an instruction that was not run. */
  readonly endPc: number;
  readonly endDelta: number;
  /** Code of the frame there. */
  readonly endCode: number;
  /** Whether that is where it began: a loop. */
  readonly closes: boolean;
  /** Registers that hold nothing where the trace begins, if it begins in memory. */
  readonly unbound: readonly number[];
  /** The exit that the trace grows from. */
  readonly parent?: ParentExit;
  /** What it grows from is an instruction that was done, which may have changed what the trace relies on. */
  readonly parentMayHaveDied?: boolean;
  /** The loop in which it goes on, if it has one that can be entered at its head. */
  readonly joins?: JoinTarget;
  /** The frames that were there when the recording began, by their distance from the root's. */
  readonly stack: ReadonlyMap<number, StackFrame>;
  /** Whether a cell changes too often to be folded. */
  isVolatile(cell: number): boolean;
  /** Heap offset of the word that is no longer 0 once something the trace relies on has changed. */
  readonly validAt: number;
  /** Words to the frame that returns to whoever called this trace; null if it is not part of a function's trace. */
  readonly returnsAt: number | null;
  /** The trace that begins at a RESUME: its number (0: this one) and code offset. */
  entryAt(resumePc: number): { readonly id: number; readonly codeOffset: number } | undefined;
  /** Numbers of continuations from here on are free. */
  readonly firstContinuation: number;
  /** Whether the builder checks itself: for tests. */
  readonly verifies: boolean;
  /** The trace is to count its runs: gives a counter's heap offset. */
  readonly makeCounter?: () => number;
}
