// What the JIT is asked to do, and what it tells about what it does.
import type { AbortReason } from "./abort.ts";
import type { TraceKind } from "./compile-request.ts";
import type { Phase } from "./compiler.ts";
import type { Assembled } from "./emit/assemble.ts";
import type { Placed } from "./emit/placed.ts";
import type { TraceIr } from "./ir.ts";
import type { TraceFile } from "./kept/kept-traces.ts";
import type { Policy } from "./policy.ts";
import type { Recorded } from "./recording.ts";
import type { Trace } from "./trace-table.ts";

/** What the JIT tells about a trace or a failure: for --jit-v, --jit-dump and --stats. */
export interface JitEvent {
  readonly kind: TraceKind;
  readonly pc: number;
  readonly parent: number;
  readonly trace?: Trace;
  readonly aborted?: AbortReason;
  readonly detail?: string;
  readonly records: readonly Recorded[];
  readonly ir?: TraceIr;
  /** The same before dead nodes were taken out, and why earlier attempts at building it failed. */
  readonly built?: TraceIr;
  readonly retries?: readonly string[];
  readonly placed?: Placed;
  readonly assembled?: Assembled;
  readonly milliseconds: number;
  /** Why a side trace goes on at the start of its loop and not at its head; empty if it does not or nothing was in the way. */
  readonly joinFailure?: string;
}

export interface JitStats {
  traces: number;
  recordings: number;
  codeBytes: number;
  /** Of it, bytes of exit stubs and other parts out of the way. */
  coldBytes: number;
  compileMs: number;
  /** compileMs by what was done. */
  readonly phases: Map<Phase, number>;
  readonly aborts: Map<AbortReason, number>;
}

export interface JitOptions {
  readonly policy?: Policy;
  /** A defect of the JIT throws instead of being worked around: for tests. */
  readonly strict?: boolean;
  /** Every guard leaves the trace the first time it is reached, though it may hold: for tests. */
  readonly failGuards?: boolean;
  readonly onEvent?: (event: JitEvent) => void;
  /** Most memory for trace code. Default: policy.codeBytes. */
  readonly memoryBytes?: number;
  /** Count what runs where: Jit.report(). Everything runs slower. */
  readonly statistics?: boolean;
  /**
   * Traces are compiled on another thread, while the program goes on. Default: no. Only where there is a thread file and nobody wants to hear of
   * every trace (on-demand.ts decides).
   */
  readonly inBackground?: boolean;
  /** Where traces are kept from run to run; it is asked when something is hot. undefined: nowhere. Not where there is a thread or all is counted. */
  readonly traceFile?: () => TraceFile | undefined;
}
