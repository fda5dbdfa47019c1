// A trace on its way from the decision to record it to its place.
import type { StackFrame } from "./build/build-options.ts";
import type { CompileRequest, Landing, TraceKind } from "./compile-request.ts";
import type { Exit, Numbers, Trace } from "./trace-table.ts";

/** The recording that has been asked for. */
export interface Pending {
  readonly kind: TraceKind;
  /** JUMP_BACK or RESUME whose counter ran out; exits: 0. */
  readonly hotPc: number;
  readonly exit: number;
  /** The exit of that number. */
  readonly parent: Exit | undefined;
  readonly startPc: number;
  readonly startFp: number;
  /** R of the frame that the root trace began in, which the slots of all its side traces count from. */
  readonly baseFp: number;
  /** entry: another activation of the function was on the stack. */
  readonly isRecursive: boolean;
  /** Exits behind an instruction that was done (Stub.others): where it has ended, as StepOthers names it. */
  readonly landing: Landing | null;
  /** The frames on the stack, by their distance in words from the root's frame. */
  readonly stack: ReadonlyMap<number, StackFrame>;
}

/** What the trace under construction has taken so far. */
export interface Building {
  readonly pending: Pending;
  readonly numbers: Numbers;
  readonly request: CompileRequest;
  codeOffset: number;
  trace: Trace | null;
}
