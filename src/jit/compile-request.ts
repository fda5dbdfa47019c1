// What the driver (jit.ts) asks of the compiler (compiler.ts) and what it is answered: plain data, for the compiler may run on another thread.
import type { AbortReason } from "./abort.ts";
import type { Dependency, StackFrame } from "./build/build-options.ts";

export type TraceKind = "loop" | "entry" | "exit";

/** A recording that is to become a trace. */
export interface CompileRequest {
  readonly kind: TraceKind;
  /** Numbers of the trace: see TraceTable.reserve. */
  readonly id: number;
  readonly number: number;
  readonly firstExit: number;
  readonly exitRoom: number;
  readonly firstContinuation: number;
  /** JUMP_BACK or RESUME whose counter ran out; exits: 0. */
  readonly hotPc: number;
  /** Where the recording was to begin, and where it has ended: instruction, and distance of its frame from the root's in words. */
  readonly startPc: number;
  readonly startDelta: number;
  readonly endPc: number;
  readonly endDelta: number;
  readonly endCode: number;
  /** RECORD_LOOP … */
  readonly reason: number;
  /** R of the frame that the root trace began in, which the slots of all its side traces count from. */
  readonly baseFp: number;
  /** TraceRecords. */
  readonly records: Uint8Array;
  /** entry: another activation of the function was on the stack. */
  readonly isRecursive: boolean;
  /** The frames on the stack, by their distance in words from the root's frame. */
  readonly stack: ReadonlyMap<number, StackFrame>;
  /** The exit that it grows from. */
  readonly parent: ExitName | null;
  /** Exits behind an instruction that was done (Stub.others): where it has ended, as StepOthers names it. */
  readonly landing: Landing | null;
  /** Heap offset of the word that counts how often the parent is taken, 0: none. */
  readonly fromTakenAt: number;
  /** Cells that change too often to be folded. */
  readonly volatile: ReadonlySet<number>;
  /** Heap offset of the flags that make the trace's guards fail once; -1: they do not. */
  readonly failuresAt: number;
  /** Code offset of the uops' names, for the crash reporter. */
  readonly namesAt: number;
}

/** Where a root is found again: the loop's head, or the function's RESUME. */
export function placeOf({ kind, hotPc, startPc }: Pick<CompileRequest, "kind" | "hotPc" | "startPc">): number {
  return kind === "entry" ? hotPc : startPc;
}

/** An exit: its trace's id and its own number in it. */
export interface ExitName {
  readonly id: number;
  readonly exit: number;
}
export interface Landing {
  readonly pc: number;
  readonly frame: number;
}

/** A part of the code region. */
export interface Room {
  readonly offset: number;
  readonly bytes: number;
}

/** Room for code: code offset, Throws Abort if there is none. */
export type Allocate = (bytes: number) => number;

/** A way out of a trace, as the driver has to know it. */
export interface ExitPlace {
  /** Code offset of the stub, where a jump to a side trace can be written. */
  readonly at: number;
  /** Code offset of its description (TraceExit). */
  readonly description: number;
  /** Code offset of its StepOthers, 0: it is left with a guard. */
  readonly others: number;
  /** Words from the root frame's R to that of the frame in which it leaves. */
  readonly delta: number;
  /** Instructions that have been run by then. */
  readonly position: number;
  /** Whether a side trace may begin there, and whether somebody counts how often it is taken. */
  readonly grows: boolean;
  readonly counts: boolean;
  /** It has objects to make or to let die, which takes the core. */
  readonly takesCore: boolean;
}

/** A trace that is to be put in its place. */
export interface CompiledTrace {
  readonly id: number;
  readonly codeOffset: number;
  readonly code: Uint8Array;
  readonly hotBytes: number;
  /** Code offset of what the crash reporter is told. */
  readonly labelAt: number;
  /** Code offset of the way in from an exit, and the jump that leads there from the parent's stub, if one does. */
  readonly entry: number;
  readonly jump: Uint8Array | null;
  readonly exits: readonly ExitPlace[];
  readonly continuationCount: number;
  readonly continuations: readonly { readonly number: number; readonly offset: number }[];
  readonly dependencies: readonly Dependency[];
  /** Ids of the traces that it calls or goes on in. */
  readonly jumpsTo: readonly number[];
  /** Instructions recorded, of which the trace may have less. */
  readonly length: number;
  /** It is a loop. */
  readonly closes: boolean;
  /** Guards that may leave. */
  readonly guards: number;
  /** A function that calls itself. */
  readonly isCallable: boolean;
  /** Of which loop that has a trace this one is another version, for other types: its head; 0: of none. */
  readonly versionOf: number;
  /** Traces of loops that are but lines to loops inside, by id, if this one comes from there and goes on along such a line. */
  readonly passes: readonly number[];
}

/** Code for an exit that will never go on in a trace. */
export interface CompiledExit {
  readonly codeOffset: number;
  readonly code: Uint8Array;
  readonly jump: Uint8Array;
}

export interface CompileFailure {
  readonly reason: AbortReason;
  readonly message: string;
}
